package org.wangge.local.street.society;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.venue.Occasion;

/// The 53 activities (社区蝶变、邻里节) as rows of `activity`: 13 of the whole street and 40 of its communities,
/// each on a weekend of its own and all settled.
final class Activities {
    private static final int COUNT = 53;
    private static final int EARLIEST = 40;
    private static final int LATEST = 12;
    private static final int HOUR = 3_600;

    private final Sheet sheet = new Sheet(
            "activity",
            "id, grid_id, grid_key, title, description, kind, organisation_id, team_id, place, starts_at, ends_at,"
                    + " capacity, taken_count, status, code, person_times, held_by, held_at, version");
    private final List<Gathering> all = new ArrayList<>();
    private final Neighbourhood around;
    private final Venues venues;
    private final Organisations organisations;
    private final Teams teams;

    Activities(Neighbourhood around, Venues venues, Organisations organisations, Teams teams) {
        this.around = around;
        this.venues = venues;
        this.organisations = organisations;
        this.teams = teams;
    }

    void hold(Volunteers volunteers, Attendances attendances, Words words) {
        var ofStreet = 0;
        for (var i = 0; i < COUNT; i++) {
            var dice = Dice.named("activity", i);
            var isOfStreet = i % 4 == 2;
            var number = i - ofStreet;
            var place = isOfStreet ? around.land().street() : community(number);
            var line = isOfStreet
                    ? words.lines("street activities").get(ofStreet)
                    : words.lines("community activities").get((number % 10 + 3 * (number / 10)) % 12);
            var gathering = gathering(place, day(i), line.split("\\|"), dice);
            write(gathering, attendances.of(gathering, invited(place, volunteers, dice), dice), dice);
            ofStreet += isOfStreet ? 1 : 0;
        }
    }

    Sheet sheet() {
        return sheet;
    }

    List<Gathering> all() {
        return all;
    }

    private Place community(int number) {
        var communities = around.land().at(2);
        return communities.get(number % communities.size());
    }

    /// A Saturday or a Sunday; no two on one day, since they are more than a week apart.
    private LocalDate day(int number) {
        var days = around.history().days() - EARLIEST - LATEST;
        var day = around.history().startOn().plusDays(EARLIEST + number * days / (COUNT - 1L));
        return day.with(TemporalAdjusters.nextOrSame(number % 2 == 0 ? DayOfWeek.SATURDAY : DayOfWeek.SUNDAY));
    }

    /// The people of the place, and the few who help everywhere; of the whole street one in four.
    private static List<Volunteer> invited(Place place, Volunteers volunteers, Dice dice) {
        return volunteers.all().stream()
                .filter(one -> one.isCore
                        || one.identity.name() != null
                        || (place.level() == 1
                                ? dice.chance(0.25)
                                : one.place.key().startsWith(place.key())))
                .toList();
    }

    private Gathering gathering(Place place, LocalDate day, String[] words, Dice dice) {
        var startsAt = History.at(day, Integer.parseInt(words[1]) * HOUR);
        var endsAt = startsAt.plusSeconds(60L * Integer.parseInt(words[2]));
        var heldAt = History.at(day.minusDays(dice.between(10, 18)), 9 * HOUR + dice.below(8 * HOUR));
        var owner = dice.below(3);
        return new Gathering(
                dice.id(heldAt),
                place,
                place.level() == 1 ? words[3] : place.name() + words[3],
                words[4],
                words[0],
                owner == 1 ? dice.pick(organisations.in(place)).id() : null,
                owner == 2 ? dice.pick(teams.in(place)).id() : null,
                venues.centre(place),
                startsAt,
                endsAt,
                around.clerk("GOVERNANCE", dice).actor(),
                heldAt);
    }

    private void write(Gathering one, Attendances.Count count, Dice dice) {
        all.add(one);
        var course = around.chronicle()
                .course(one.id(), one.place().key())
                .step("ACTIVITY_HELD", one.heldAt())
                .step("ACTIVITY_BEGUN", one.begunAt())
                .step("ACTIVITY_ENDED", one.endedAt())
                .step("ACTIVITY_SETTLED", one.settledAt());
        var capacity = Math.max(one.venue().capacity(), count.taken());
        sheet.cells(one.id(), one.place().id(), one.place().key(), one.title(), one.description(), one.kind())
                .cells(one.organisation(), one.team(), one.venue().name(), one.startsAt(), one.endsAt())
                .cells(capacity, count.taken(), "SETTLED", Digits.of(dice.below(1_000_000), 6))
                .cells(count.attended(), one.heldBy(), one.heldAt(), course.version())
                .end();
        var time = new Venues.Time(one.startsAt(), one.endsAt());
        venues.book(
                one.venue(),
                time,
                one.title(),
                new Venues.Order(one.heldBy(), one.heldAt()),
                new Occasion(Occasion.Kind.ACTIVITY, one.id()));
    }
}
