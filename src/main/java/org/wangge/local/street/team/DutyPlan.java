package org.wangge.local.street.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// Writes what may be given to grid staff, and whom hard matters go to, as rows of `duty_item` and
/// `dispatch_rule`. Both hold since the street was founded.
public final class DutyPlan {
    private static final Instant SINCE = History.startOf(Land.FOUNDED_ON);
    private static final String BASIS = "云溪街办〔2021〕17号《社区工作准入清单》";

    private final Sheet items = new Sheet(
            "duty_item",
            "id, grid_id, grid_key, code, title, category, issue_categories, basis, owner_department_id,"
                    + " admitted_from, approved_by, approved_at");
    private final Sheet rules = new Sheet(
            "dispatch_rule", "id, category_code, grid_id, grid_key, level, priority, department_id, set_by, set_at");
    private final Map<String, UUID> departments;
    private final Place street;

    private DutyPlan(Map<String, UUID> departments, Place street) {
        this.departments = departments;
        this.street = street;
    }

    public static List<Sheet> of(Team team, Place street) {
        var departments = team.departments().stream().collect(Collectors.toMap(Department::code, Department::id));
        var plan = new DutyPlan(departments, street);
        var words = Words.from("duties");
        words.lines("duties").forEach(line -> plan.admit(line.split(" ", 5)));
        words.lines("routes").forEach(line -> plan.route(line.split(" ")));
        return List.of(plan.items, plan.rules);
    }

    private void admit(String[] words) {
        var categories = words[3].equals("-") ? List.of() : List.of(words[3].split(","));
        items.cells(id(words[0]), street.id(), street.key(), words[0], words[4], words[1], categories, BASIS)
                .cells(department(words[2]), Land.FOUNDED_ON, "street", SINCE)
                .end();
    }

    private void route(String[] words) {
        rules.cells(id("route " + words[0]), words[0], street.id(), street.key(), "SUBDISTRICT", 100)
                .cells(department(words[1]), "street", SINCE)
                .end();
    }

    private UUID department(String code) {
        return Objects.requireNonNull(departments.get("YX-" + code), code);
    }

    private static UUID id(String name) {
        return Dice.named(name, 0).id(SINCE);
    }
}
