package org.wangge.local.street.commons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.venue.Occasion;

/// Writes venues (党群服务中心、院落空间) and who booked them as rows of `venue` and `venue_booking`. All are
/// open every day of the week, from half past seven to half past nine in the evening.
public final class Venues {
    private static final Instant OPENED_AT = History.at(Land.FOUNDED_ON, 9 * 3600);
    private static final int OPENS = 450;
    private static final int CLOSES = 1290;
    private static final int A_DAY = 1440;
    private static final int YARDS = 2;

    private final Sheet venues = new Sheet(
            "venue", "id, grid_id, grid_key, name, kind, address, capacity, opening, location, created_at, created_by");
    private final Sheet bookings = new Sheet(
            "venue_booking",
            "id, venue_id, grid_key, starts_at, ends_at, title, people, booked_by, booked_at, occasion, occasion_id,"
                    + " cancelled_at, cancel_reason, version");
    private final Words words = Words.from("commons");
    private final Map<UUID, Venue> centres = new HashMap<>();
    private final Map<UUID, List<Venue>> yards = new HashMap<>();
    private final Neighbourhood around;

    public Venues(Neighbourhood around) {
        this.around = around;
        open(around.land().street(), 600);
        around.land().at(2).forEach(this::openIn);
    }

    /// The venue of the whole street, or of one community.
    public Venue centre(Place place) {
        return Objects.requireNonNull(centres.get(place.id()));
    }

    /// Where the people of a few courtyards sit together.
    public List<Venue> yards(Place community) {
        return Objects.requireNonNull(yards.get(community.id()));
    }

    public Sheet sheet() {
        return venues;
    }

    public Sheet bookings() {
        return bookings;
    }

    /// @param occasion what it is for; null when it is for itself
    public void book(Venue venue, Time time, String title, Order order, @Nullable Occasion occasion) {
        var id = Dice.named("booking " + venue.id(), time.from().getEpochSecond())
                .id(order.at());
        around.chronicle().course(id, venue.place().key()).step("VENUE_BOOKED", order.at());
        bookings.cells(id, venue.id(), venue.place().key(), time.from(), time.to(), title, null)
                .cells(order.by(), order.at())
                .cells(
                        occasion == null ? null : occasion.kind(),
                        occasion == null ? null : occasion.id(),
                        null,
                        null,
                        1)
                .end();
    }

    /// From when to when.
    public record Time(Instant from, Instant to) {}

    /// Who booked it, and when.
    public record Order(String by, Instant at) {}

    /// What small groups meet for, from some days ago to some days ahead.
    public void bookForGroups() {
        var titles = words.lines("groups");
        for (var i = 0; i < titles.size(); i++) {
            var community = around.land().at(2).get(i % around.land().at(2).size());
            var venue = yards(community).get(i % YARDS);
            var day = around.history().today().plusDays(i - titles.size() / 2L);
            var dice = Dice.named("group", i);
            var order = new Order(
                    around.clerk("LIVELIHOOD", dice).actor(), History.at(day.minusDays(titles.size()), 10 * 3600));
            book(venue, new Time(History.at(day, 34_200), History.at(day, 41_400)), titles.get(i), order, null);
        }
    }

    private void openIn(Place community) {
        open(community, 300);
        var courtyards = around.courtyards(community);
        yards.put(
                community.id(),
                IntStream.range(0, YARDS)
                        .mapToObj(i -> yard(courtyards.get((2 * i + 1) * courtyards.size() / (2 * YARDS)), i))
                        .toList());
    }

    private void open(Place place, int capacity) {
        var name = place.name() + "党群服务中心";
        centres.put(place.id(), write(place, name, "PARTY_SERVICE_CENTRE", capacity));
    }

    private Venue yard(Place courtyard, int number) {
        var names = words.lines("yards");
        return write(courtyard, courtyard.name() + names.get(number), "COURTYARD_SPACE", 40);
    }

    private Venue write(Place place, String name, String kind, int capacity) {
        var dice = Dice.named("venue", Long.parseLong(place.code().substring(9)));
        var id = dice.id(OPENED_AT);
        var address = "示范市云溪街道" + (place.level() == 1 ? "" : place.at(2).name()) + name;
        venues.cells(id, place.id(), place.key(), name, kind, address, capacity)
                .cells(everyDay(), place.spot(dice), OPENED_AT)
                .cells(around.clerk("GOVERNANCE", dice).actor())
                .end();
        return new Venue(id, place, name, capacity);
    }

    private static List<Integer> everyDay() {
        var minutes = new ArrayList<Integer>();
        for (var day = 0; day < 7; day++) {
            minutes.addAll(List.of(day * A_DAY + OPENS, day * A_DAY + CLOSES));
        }
        return minutes;
    }
}
