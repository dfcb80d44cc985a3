package org.wangge.local.street.team;

import java.util.List;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Sheet;

/// Writes the team as rows of `department`, `member` and `assignment`.
public final class TeamSheets {
    private final Sheet departments = new Sheet("department", "id, code, kind, name, grid_id, grid_key");
    private final Sheet members =
            new Sheet("member", "id, grid_key, name, origin, department_id, card_no, card_title, card_is_public");
    private final Sheet assignments = new Sheet(
            "assignment", "id, member_id, grid_id, grid_level, grid_key, role, duties, from_on, to_on, basis");

    private TeamSheets() {}

    public static List<Sheet> of(Team team, Place street) {
        var sheets = new TeamSheets();
        team.departments().forEach(sheets::write);
        team.members().forEach(member -> sheets.write(member, street));
        team.services().forEach(sheets::write);
        return List.of(sheets.departments, sheets.members, sheets.assignments);
    }

    private void write(Department department) {
        var place = department.place();
        departments.row(
                department.id(), department.code(), department.kind(), department.name(), place.id(), place.key());
    }

    private void write(Member member, Place street) {
        members.row(
                member.id(),
                street.key(),
                member.name(),
                member.calling().origin(),
                member.departmentId(),
                member.cardNo(),
                member.calling().title(),
                member.isPublic());
    }

    private void write(Service service) {
        var place = service.place();
        assignments.row(
                service.id(),
                service.member().id(),
                place.id(),
                place.level(),
                place.key(),
                service.role(),
                service.member().calling().duties(),
                service.fromOn(),
                service.toOn(),
                service.basis());
    }
}
