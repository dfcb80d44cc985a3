package org.wangge.local.street.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Names;
import org.wangge.local.street.seed.Sex;

/// Takes people on: their name, card and department.
final class Register {
    private final Names names = new Names();
    private final List<Member> members = new ArrayList<>();
    private final Map<String, UUID> departments;
    private final List<String> offices;

    Register(List<Department> departments) {
        this.departments = departments.stream().collect(Collectors.toMap(Department::code, Department::id));
        this.offices = departments.stream()
                .filter(department -> department.kind().equals("STREET_OFFICE"))
                .map(Department::code)
                .toList();
    }

    Member takeOn(Calling calling, Place place) {
        var number = members.size() + 1;
        var dice = Dice.named("member", number);
        var id = dice.id(History.startOf(Land.FOUNDED_ON).plusSeconds(number));
        var cardNo = "YX" + Digits.of(number, 5);
        var open = !calling.isNeighbour() || dice.chance(0.9);
        var member = new Member(id, name(calling, place, dice), calling, department(calling, place), cardNo, open);
        members.add(member);
        return member;
    }

    List<Member> members() {
        return members;
    }

    private String name(Calling calling, Place place, Dice dice) {
        var village = place.at(2).name();
        var year = calling.isNeighbour() ? dice.between(1953, 1988) : dice.between(1968, 1999);
        var local = calling.role().equals("GRID_LEADER");
        var surname = local ? names.surname(village, dice) : names.incomer(dice);
        return surname + names.given(Sex.of(dice), year, dice);
    }

    private @Nullable UUID department(Calling calling, Place place) {
        return switch (calling.department()) {
            case Calling.COMMITTEES ->
                departments.get("YX-" + place.at(2).code().substring(9));
            case Calling.ANY_OFFICE -> departments.get(offices.get(members.size() % offices.size()));
            default -> departments.get(calling.department());
        };
    }
}
