package org.wangge.local.street.society;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.organisation.CreditCode;
import org.wangge.organisation.OrganisationKind;

/// The 44 social organisations (社会组织) as rows of `social_organisation`: one of each of the four kinds in
/// each community, and one of the whole street.
final class Organisations {
    /// Civil affairs, a body of its own, and an area that does not exist.
    private static final String NOBODY = "51999999";
    private static final int TEN = 10 * 3600;

    private final Sheet sheet = new Sheet(
            "social_organisation",
            "id, grid_id, grid_key, name, kind, registration, credit_code, purpose, member_count, founded_on,"
                    + " registered_by, registered_at, version");
    private final List<Organisation> all = new ArrayList<>();
    private final Neighbourhood around;

    Organisations(Neighbourhood around, Words words) {
        this.around = around;
        for (var kind : OrganisationKind.values()) {
            var lines = words.lines(kind.name()).iterator();
            around.land().at(2).forEach(community -> found(community, kind, lines.next()));
            found(around.land().street(), kind, lines.next());
        }
    }

    Sheet sheet() {
        return sheet;
    }

    List<Organisation> in(Place place) {
        return all.stream().filter(one -> one.place() == place).toList();
    }

    private void found(Place place, OrganisationKind kind, String line) {
        var dice = Dice.named("organisation", all.size());
        var foundedOn = Land.FOUNDED_ON.plusDays(dice.below(1_200));
        var listedAt = History.at(foundedOn.plusDays(dice.between(10, 60)), TEN);
        var id = dice.id(listedAt);
        var course = around.chronicle().course(id, place.key()).step("ORGANISATION_REGISTERED", listedAt);
        var registration = registration(dice);
        if (!registration.equals("INCUBATING")) {
            course.step("ORGANISATION_CHANGED", History.at(foundedOn.plusDays(dice.between(90, 180)), TEN));
        }
        var words = line.split("\\|");
        sheet.cells(id, place.id(), place.key(), place.level() == 1 ? words[0] : place.name() + words[0], kind)
                .cells(registration, creditCode(registration), words[1], dice.between(12, 86), foundedOn)
                .cells(around.clerk("GOVERNANCE", dice).actor(), listedAt, course.version())
                .end();
        all.add(new Organisation(id, place));
    }

    private static String registration(Dice dice) {
        var mark = dice.share();
        return mark < 0.2 ? "INCUBATING" : mark < 0.75 ? "FILED" : "REGISTERED";
    }

    private @Nullable String creditCode(String registration) {
        return registration.equals("REGISTERED") ? CreditCode.completed(NOBODY + Digits.of(all.size() + 1, 9)) : null;
    }
}
