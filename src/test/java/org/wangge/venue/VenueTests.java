package org.wangge.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// A venue is one party's at a time, and whoever comes too late hears whose it is.
@ApiTest
class VenueTests {
    private static final Map<String, ?> MORNINGS = Map.of("weekday", "MONDAY", "opensAt", "08:30", "closesAt", "12:00");

    @Autowired
    Graph graph;

    private VenueDesk desk;
    private VenueDesk wang;
    private String venue;

    @BeforeEach
    void openOne() {
        desk = new VenueDesk(graph);
        wang = new VenueDesk(graph.as(TownAccount.WANG));
        venue = desk.opened(Map.of());
    }

    @Test
    void isOpenedByWhoeverLeadsTheGridAndSeenByEverybody() {
        var opened = new VenueDesk(graph.as(TownAccount.LI)).open(Map.of("name", "柳一格活动室", "capacity", 12));

        assertThat(opened.text("done.venue.grid.name")).isEqualTo("柳一格");
        var id = opened.text("done.venue.id");
        assertThat(graph.anonymous()
                        .ask("query($id: ID!) { node(id: $id) { ... on Venue { name capacity } } }", Map.of("id", id))
                        .text("node.name"))
                .isEqualTo("柳一格活动室");
        assertThat(graph.anonymous()
                        .ask("{ venues(first: 100, filter: {within: \"%s\", isOpen: true}) { nodes { id } } }"
                                .formatted(Town.WILLOW.id()))
                        .texts("venues.nodes[*].id"))
                .contains(id);
    }

    @ParameterizedTest
    @EnumSource(names = {"WANG", "ZHAO", "INTAKE", "HANDLER", "ZHANG_WEI", "SYSTEM_ADMIN"})
    void isOpenedByNobodyElse(TownAccount account) {
        assertThat(new VenueDesk(graph.as(account)).open(Map.of()).code()).isEqualTo("NOT_PERMITTED");
    }

    @Test
    void isOpenedWhereOneLeadsAndNotNextDoor() {
        var next = new VenueDesk(graph.as(TownAccount.LI)).open(Map.of("gridId", Town.BRIDGE_ONE.id()));

        assertThat(Deeds.problems(next)).containsExactly("gridId UNKNOWN");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var wrong = desk.open(Map.of(
                "name",
                " ",
                "address",
                "号".repeat(201),
                "capacity",
                0,
                "opening",
                List.of(
                        MORNINGS,
                        Map.of("weekday", "MONDAY", "opensAt", "11:00", "closesAt", "13:00"),
                        Map.of("weekday", "MONDAY", "opensAt", "15:00", "closesAt", "15:00"))));

        assertThat(Deeds.problems(wrong))
                .containsExactlyInAnyOrder(
                        "name REQUIRED",
                        "address TOO_LONG",
                        "capacity OUT_OF_RANGE",
                        "opening[2].closesAt NOT_IN_ORDER",
                        "opening DUPLICATE");
    }

    @Test
    void isBookedOnceForOneKey() {
        var input = Map.of("key", UUID.randomUUID().toString(), "expectedPeople", 40);

        var first = wang.book(venue, VenueDesk.at(20, "09:00"), VenueDesk.at(20, "10:00"), input);
        var again = wang.book(venue, VenueDesk.at(20, "09:00"), VenueDesk.at(20, "10:00"), input);

        assertThat(first.text("done.booking.bookedBy.name")).isEqualTo("王秀英");
        assertThat(again.text("done.booking.id")).isEqualTo(first.text("done.booking.id"));
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
    }

    @Test
    void namesWhatStandsInTheWay() {
        wang.book(venue, VenueDesk.at(21, "09:00"), VenueDesk.at(21, "10:00"), Map.of("title", "老年书法班"));
        wang.book(venue, VenueDesk.at(21, "10:00"), VenueDesk.at(21, "11:00"), Map.of("title", "网格例会"));

        var taken = desk.book(venue, VenueDesk.at(21, "09:30"), VenueDesk.at(21, "10:30"), Map.of());

        assertThat(taken.text("done.refusal.code")).isEqualTo("VENUE_TAKEN");
        assertThat(taken.text("done.refusal.message")).contains("老年书法班", "09:00", "10:00");
        assertThat(taken.texts("done.refusal.bookings[*].title")).containsExactlyInAnyOrder("老年书法班", "网格例会");
        assertThat(desk.book(venue, VenueDesk.at(21, "11:00"), VenueDesk.at(21, "12:00"), Map.of())
                        .text("done.booking.title"))
                .isEqualTo("院坝会");
    }

    @Test
    void isOnePartysWhenManyWantItAtOnce() {
        try (var people = Executors.newFixedThreadPool(8)) {
            var tries = IntStream.range(0, 16)
                    .mapToObj(i -> people.submit(() -> desk.book(
                            venue, VenueDesk.at(22, "09:%02d".formatted(i)), VenueDesk.at(22, "11:00"), Map.of())))
                    .toList();
            var codes = tries.stream().map(VenueTests::outcome).toList();

            assertThat(codes).containsOnlyOnce("DONE").containsOnly("DONE", "VENUE_TAKEN");
        }
    }

    @Test
    void isNotBookedWhenItIsClosedNorForMoreThanItHolds() {
        var room = desk.opened(Map.of("opening", List.of(MORNINGS), "capacity", 5));
        var day = IntStream.range(7, 14)
                .filter(i -> LocalDate.parse(VenueDesk.at(i, "00:00").substring(0, 10))
                                .getDayOfWeek()
                        == DayOfWeek.MONDAY)
                .findFirst()
                .orElseThrow();

        var late = desk.book(room, VenueDesk.at(day, "11:00"), VenueDesk.at(day, "13:00"), Map.of());
        var many = desk.book(room, VenueDesk.at(day, "09:00"), VenueDesk.at(day, "10:00"), Map.of("expectedPeople", 6));
        var early = desk.book(room, VenueDesk.at(-1, "09:00"), VenueDesk.at(-1, "10:00"), Map.of());

        assertThat(late.text("done.refusal.code")).isEqualTo("VENUE_CLOSED");
        assertThat(late.text("done.refusal.opening[0].weekday")).isEqualTo("MONDAY");
        assertThat(late.text("done.refusal.message")).contains("08:30-12:00");
        assertThat(Deeds.problems(many)).containsExactly("expectedPeople OUT_OF_RANGE");
        assertThat(Deeds.problems(early)).containsExactly("startsAt TOO_EARLY");
    }

    @Test
    void isFreeAgainWhenABookingIsLetGo() {
        var first = wang.book(venue, VenueDesk.at(23, "09:00"), VenueDesk.at(23, "10:00"), Map.of())
                .text("done.booking.id");

        assertThat(new VenueDesk(graph.as(TownAccount.OUYANG)).cancel(first, 1).text("done.refusal.code"))
                .isEqualTo("INPUT_REJECTED");
        assertThat(wang.cancel(first, 7).number("done.refusal.current")).isEqualTo(1);
        assertThat(wang.cancel(first, 1).get("done.booking.isCancelled", Boolean.class))
                .isTrue();
        assertThat(wang.cancel(first, 2).text("done.refusal.state")).isEqualTo("CANCELLED");
        assertThat(desk.book(venue, VenueDesk.at(23, "09:00"), VenueDesk.at(23, "10:00"), Map.of())
                        .text("done.booking.title"))
                .isEqualTo("院坝会");
    }

    @Test
    void isClosedWhenNothingIsBookedThereAnyMore() {
        var close = Map.of("venueId", venue, "expectedVersion", 1);
        var booking = wang.book(venue, VenueDesk.at(24, "09:00"), VenueDesk.at(24, "10:00"), Map.of())
                .text("done.booking.id");

        assertThat(Deeds.problems(desk.done("closeVenue", "venue { isOpen }", close)))
                .containsExactly("venueId CONTRADICTS");
        wang.cancel(booking, 1);
        assertThat(desk.done("closeVenue", "venue { isOpen }", close).get("done.venue.isOpen", Boolean.class))
                .isFalse();
        assertThat(Deeds.problems(wang.book(venue, VenueDesk.at(24, "09:00"), VenueDesk.at(24, "10:00"), Map.of())))
                .containsExactly("venueId UNKNOWN");
    }

    @Test
    void isChangedAtTheVersionThatWasRead() {
        var change = Map.of(
                "venueId",
                venue,
                "expectedVersion",
                1,
                "name",
                "新中心",
                "address",
                "新址",
                "capacity",
                8,
                "opening",
                List.of(MORNINGS));

        var changed = desk.done("changeVenue", "venue { name version opening { opensAt } }", change);

        assertThat(changed.text("done.venue.name")).isEqualTo("新中心");
        assertThat(changed.texts("done.venue.opening[*].opensAt")).containsExactly("08:30");
        assertThat(desk.done("changeVenue", "venue { name }", change).number("done.refusal.current"))
                .isEqualTo(2);
    }

    @Test
    void bookingsAreToldAsTheyCome() {
        var zhang = graph.as(TownAccount.ZHANG_WEI);
        try (var socket = zhang.socket()
                .subscribe(
                        "subscription($id: ID!) { venueBookings(venueId: $id) { cursor ... on VenueBookingEvent { booking { title isCancelled } } } }",
                        Map.of("id", venue))) {
            socket.nextItem();
            var other = desk.opened(Map.of());
            desk.book(other, VenueDesk.at(25, "09:00"), VenueDesk.at(25, "10:00"), Map.of("title", "别处"));
            var id = desk.book(venue, VenueDesk.at(25, "09:00"), VenueDesk.at(25, "10:00"), Map.of())
                    .text("done.booking.id");
            assertThat(socket.nextItem().get("booking")).isEqualTo(Map.of("title", "院坝会", "isCancelled", false));
            desk.cancel(id, 1);
            assertThat(socket.nextItem().get("booking")).isEqualTo(Map.of("title", "院坝会", "isCancelled", true));
        }
    }

    @Test
    void theDatabaseItselfKeepsBookingsApart() {
        assertThat(
                        Tables.texts(
                                graph.database(),
                                "select conname from pg_constraint where conrelid = 'venue_booking'::regclass and contype = 'x'"))
                .containsExactly("venue_booking_apart");
    }

    private static String outcome(Future<Answer> answer) {
        try {
            return Deeds.outcome(answer.get());
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
