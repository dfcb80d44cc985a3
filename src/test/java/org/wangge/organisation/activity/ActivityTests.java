package org.wangge.organisation.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.venue.VenueDesk;

/// People take part as far as there are places, and what is credited is what they served.
@ApiTest
class ActivityTests {
    @Autowired
    Graph graph;

    private Organiser organiser;

    @BeforeEach
    void withAnOrganiser() {
        organiser = new Organiser(graph);
    }

    @Test
    void isHeldOnceForOneKeyAndSeenByEverybody() {
        var key = Map.of("key", UUID.randomUUID().toString(), "title", "邻里百家宴", "kind", "NEIGHBOUR_FESTIVAL");

        var first = organiser.hold(key);
        var again = organiser.hold(key);

        var id = first.text("done.activity.id");
        assertThat(again.text("done.activity.id")).isEqualTo(id);
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(first.text("done.activity.checkInCode")).matches("\\d{6}");
        var seen = graph.anonymous()
                .ask(
                        "query($id: ID!) { node(id: $id) { ... on Activity { title freeCount checkInCode grid { name } } } }",
                        Map.of("id", id));
        assertThat(seen.text("node.title")).isEqualTo("邻里百家宴");
        assertThat(seen.isNull("node.checkInCode")).isTrue();
        assertThat(graph.anonymous()
                        .ask(
                                "{ activities(first: 100, filter: {within: \"%s\", kind: [NEIGHBOUR_FESTIVAL], status: [OPEN]}) { nodes { id } } }"
                                        .formatted(Town.WILLOW.id()))
                        .texts("activities.nodes[*].id"))
                .contains(id);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZHAO", "INTAKE", "HANDLER", "ZHANG_WEI", "SYSTEM_ADMIN"})
    void isHeldByNobodyElse(TownAccount account) {
        var input = Map.of(
                "gridId", Town.WILLOW_ONE.id(),
                "title", "活动",
                "description", "活动",
                "kind", "OTHER",
                "place", "那里",
                "startsAt", "2099-01-01T00:00:00Z",
                "endsAt", "2099-01-01T01:00:00Z",
                "capacity", 1);

        assertThat(new Deeds(graph.as(account))
                        .done("holdActivity", Organiser.ACTIVITY, input)
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var wrong = organiser.hold(Map.of(
                "title", " ",
                "place", "",
                "capacity", 0,
                "startsAt", "2020-01-01T10:00:00Z",
                "endsAt", "2020-01-01T09:00:00Z"));

        assertThat(Deeds.problems(wrong))
                .containsExactlyInAnyOrder(
                        "capacity OUT_OF_RANGE",
                        "title REQUIRED",
                        "place REQUIRED",
                        "startsAt TOO_EARLY",
                        "endsAt NOT_IN_ORDER");
        assertThat(Deeds.problems(organiser.hold(Map.of("gridId", Town.BRIDGE_ONE.id()))))
                .containsExactly("gridId UNKNOWN");
        assertThat(Deeds.problems(organiser.hold(Map.of("teamId", "volunteerTeam_AAAAAAAAcAGAAAAAACcQAQ"))))
                .containsExactly("teamId UNKNOWN");
    }

    @Test
    void fillsUpAndLetsThoseWhoWaitMoveUp() {
        var activity = organiser.held(Map.of());
        var people = IntStream.range(0, 4)
                .mapToObj(i -> organiser.volunteer("志愿者" + i))
                .toList();
        var enrolments =
                people.stream().map(person -> organiser.enrol(activity, person)).toList();

        assertThat(enrolments.stream().map(one -> one.text("done.enrolment.status")))
                .containsExactly("ENROLLED", "ENROLLED", "WAITING", "WAITING");
        assertThat(places(activity)).isEqualTo("FULL 2 0 2");
        assertThat(Deeds.problems(organiser.enrol(activity, people.getFirst())))
                .containsExactly("volunteerId DUPLICATE");

        organiser.enrolment("withdrawEnrolment", enrolments.get(1).text("done.enrolment.id"), 1, Map.of());
        assertThat(places(activity)).isEqualTo("FULL 2 0 1");
        assertThat(statuses(activity)).containsExactly("ENROLLED", "WITHDRAWN", "ENROLLED", "WAITING");

        var fewer = organiser
                .deeds()
                .done(
                        "setActivityCapacity",
                        Organiser.ACTIVITY,
                        Map.of("activityId", activity, "expectedVersion", 1, "capacity", 1));
        assertThat(Deeds.problems(fewer)).containsExactly("capacity OUT_OF_RANGE");
        organiser
                .deeds()
                .done(
                        "setActivityCapacity",
                        Organiser.ACTIVITY,
                        Map.of("activityId", activity, "expectedVersion", 1, "capacity", 5));
        assertThat(places(activity)).isEqualTo("OPEN 3 2 0");
    }

    @Test
    void whoeverMovesUpIsToldEachTime() {
        var activity = organiser.held(Map.of("title", "修剪树枝", "capacity", 1));
        var newcomer = new Deeds(graph.as(TownAccount.NEWCOMER));
        newcomer.done("becomeVolunteer", "volunteer { id }", Map.of("gridId", Town.WILLOW_ONE.id(), "name", "新来的"));
        var first = organiser.enrol(activity, organiser.volunteer("先来的")).text("done.enrolment.id");
        var waiting = newcomer.done("enrol", Organiser.ENROLMENT, Map.of("activityId", activity));
        assertThat(waiting.text("done.enrolment.status")).isEqualTo("WAITING");
        assertThat(places()).isEmpty();

        organiser.enrolment("withdrawEnrolment", first, 1, Map.of());

        assertThat(places()).containsExactly("您候补的活动“修剪树枝”已有名额，时间" + Organiser.minute(activity, graph) + "。");
        newcomer.done(
                "withdrawEnrolment",
                Organiser.ENROLMENT,
                Map.of("enrolmentId", waiting.text("done.enrolment.id"), "expectedVersion", 2));
        organiser.enrol(activity, organiser.volunteer("后来的"));
        newcomer.done("enrol", Organiser.ENROLMENT, Map.of("activityId", activity));
        organiser
                .deeds()
                .done(
                        "setActivityCapacity",
                        Organiser.ACTIVITY,
                        Map.of("activityId", activity, "expectedVersion", 1, "capacity", 5));
        assertThat(places()).hasSize(2);
    }

    @Test
    void hasAsManyPlacesAsItHasWhenManyComeAtOnce() throws ExecutionException, InterruptedException {
        var activity = organiser.held(Map.of("capacity", 3));
        var people = IntStream.range(0, 10)
                .mapToObj(i -> organiser.volunteer("众人" + i))
                .toList();

        try (var crowd = Executors.newFixedThreadPool(5)) {
            var tries = people.stream()
                    .map(person -> crowd.submit(() -> organiser.enrol(activity, person)))
                    .toList();
            for (var one : tries) {
                assertThat(Deeds.outcome(one.get())).isEqualTo("DONE");
            }
        }

        assertThat(places(activity)).isEqualTo("FULL 3 0 7");
        assertThat(statuses(activity)).filteredOn("ENROLLED"::equals).hasSize(3);
    }

    @Test
    void creditsWhatWasServedAndNothingElse() {
        var activity = organiser.held(Map.of("capacity", 4));
        var people = IntStream.range(0, 4)
                .mapToObj(i -> organiser.volunteer("服务者" + i))
                .toList();
        var ids = people.stream()
                .map(person -> organiser.enrol(activity, person).text("done.enrolment.id"))
                .toList();
        assertThat(organiser.enrolment("checkIn", ids.getFirst(), 1, Map.of()).text("done.refusal.state"))
                .isEqualTo("FULL");
        organiser.activity("beginActivity", activity, 1);
        IntStream.range(0, 3)
                .forEach(i -> organiser.enrolment(
                        "checkIn",
                        ids.get(i),
                        1,
                        Map.of("at", Organiser.inMinutes(-50).toString())));
        organiser.enrolment(
                "checkOut", ids.get(0), 2, Map.of("at", Organiser.inMinutes(-5).toString()));
        var away = organiser.enrolment(
                "checkOut", ids.get(1), 2, Map.of("at", Organiser.inMinutes(-5).toString(), "travelMinutes", 30));
        assertThat(away.text("done.enrolment.status")).isEqualTo("LEFT");

        assertThat(organiser.activity("settleActivity", activity, 2).text("done.refusal.state"))
                .isEqualTo("IN_PROGRESS");
        organiser.activity("endActivity", activity, 2);
        var open = organiser.activity("settleActivity", activity, 3);
        assertThat(open.text("done.refusal.code")).isEqualTo("ATTENDANCE_OPEN");
        assertThat(open.texts("done.refusal.enrolments[*].id")).containsExactly(ids.get(2));
        var early = organiser.enrolment(
                "confirmCheckOut",
                ids.get(2),
                2,
                Map.of("at", Organiser.inMinutes(-60).toString(), "reason", "记错了"));
        assertThat(Deeds.problems(early)).containsExactly("at TOO_EARLY");
        var confirmed = organiser.enrolment(
                "confirmCheckOut",
                ids.get(2),
                2,
                Map.of("at", Organiser.inMinutes(-40).toString(), "reason", "同组三人证明"));
        assertThat(confirmed.get("done.enrolment.isConfirmed", Boolean.class)).isTrue();

        var settled = organiser.activity("settleActivity", activity, 3);

        assertThat(settled.text("done.activity.status")).isEqualTo("SETTLED");
        assertThat(settled.number("done.activity.personTimes")).isEqualTo(3);
        assertThat(statuses(activity)).containsExactly("ATTENDED", "ATTENDED", "ATTENDED", "ABSENT");
        // At midnight a minute is lost that lies in both days.
        assertThat(credits(activity))
                .satisfiesExactly(
                        all -> assertThat(all).isIn("44", "45"),
                        travelled -> assertThat(travelled).isIn("14", "15"),
                        noticed -> assertThat(noticed).isIn("9", "10"),
                        absent -> assertThat(absent).isEqualTo("null"));
        assertThat(minutes(people.getFirst())).isBetween(44, 45);
        var figures = graph.anonymous()
                .ask(
                        "{ activityFigures(gridId: \"%s\", from: \"%s\", to: \"%s\") { personTimes people serviceMinutes byKind { kind } } }"
                                .formatted(Town.WILLOW_ONE.id(), today(), today().plusDays(2)));
        assertThat(figures.number("activityFigures.personTimes")).isGreaterThanOrEqualTo(3);
        assertThat(figures.number("activityFigures.people"))
                .isBetween(3, figures.number("activityFigures.personTimes"));
    }

    @Test
    void timeIsCreditedOnceAcrossActivities() {
        var person = organiser.volunteer("两处都去");

        organiser.served(person, 30);
        organiser.served(person, 40);

        assertThat(minutes(person)).isBetween(39, 41);
        assertThat(
                        Tables.texts(
                                graph.database(),
                                "select v.service_minutes - sum(c.minutes) from volunteer v join service_credit c on c.volunteer_id = v.id group by v.id"))
                .containsOnly("0");
    }

    @Test
    void enrolsItsVolunteersElsewhereWithoutSeeingHowTheyTakePart() {
        var activity = new Deeds(graph.as(TownAccount.OUYANG))
                .done(
                        "holdActivity",
                        Organiser.ACTIVITY,
                        Map.of(
                                "gridId",
                                Town.BRIDGE_ONE.id(),
                                "title",
                                "桥边集市",
                                "description",
                                "带袋子",
                                "kind",
                                "OTHER",
                                "place",
                                "桥头",
                                "startsAt",
                                Organiser.inMinutes(60).toString(),
                                "endsAt",
                                Organiser.inMinutes(120).toString(),
                                "capacity",
                                1))
                .text("done.activity.id");

        var enrolled = organiser.enrol(activity, organiser.volunteer("去桥边的人"));

        assertThat(enrolled.isNull("done.enrolment")).isTrue();
        assertThat(enrolled.isNull("done.refusal")).isTrue();
        assertThat(enrolled.get("done.replayed", Boolean.class)).isFalse();
    }

    @Test
    void volunteersCheckInByThemselvesWithTheCodeAndNeverConfirmThemselves() {
        var li = new Deeds(graph.as(TownAccount.LI));
        var zhang = new Deeds(graph.as(TownAccount.ZHANG_WEI));
        zhang.done("becomeVolunteer", "volunteer { id }", Map.of("gridId", Town.WILLOW_ONE.id()));
        li.done("becomeVolunteer", "volunteer { id }", Map.of("gridId", Town.WILLOW_ONE.id()));
        var held = organiser.hold(Map.of());
        var activity = held.text("done.activity.id");
        var own = zhang.done("enrol", Organiser.ENROLMENT, Map.of("activityId", activity))
                .text("done.enrolment.id");
        var leader = li.done("enrol", Organiser.ENROLMENT, Map.of("activityId", activity))
                .text("done.enrolment.id");
        organiser.activity("beginActivity", activity, 1);

        var without = zhang.done("checkIn", Organiser.ENROLMENT, Map.of("enrolmentId", own, "expectedVersion", 1));
        var wrong = zhang.done(
                "checkIn", Organiser.ENROLMENT, Map.of("enrolmentId", own, "expectedVersion", 1, "code", "x"));
        var right = zhang.done(
                "checkIn",
                Organiser.ENROLMENT,
                Map.of("enrolmentId", own, "expectedVersion", 1, "code", held.text("done.activity.checkInCode")));
        organiser.enrolment(
                "checkIn", leader, 1, Map.of("at", Organiser.inMinutes(-10).toString()));
        organiser.activity("endActivity", activity, 2);
        var late = zhang.done(
                "checkOut",
                Organiser.ENROLMENT,
                Map.of("enrolmentId", own, "expectedVersion", 2, "code", held.text("done.activity.checkInCode")));
        var asOrganiser = li.done("checkOut", Organiser.ENROLMENT, Map.of("enrolmentId", leader, "expectedVersion", 2));
        var himself = li.done(
                "confirmCheckOut",
                Organiser.ENROLMENT,
                Map.of(
                        "enrolmentId",
                        leader,
                        "expectedVersion",
                        2,
                        "at",
                        Organiser.inMinutes(-1).toString(),
                        "reason",
                        "我自己记得"));

        assertThat(Deeds.problems(without)).containsExactly("code REQUIRED");
        assertThat(Deeds.problems(wrong)).containsExactly("code MALFORMED");
        assertThat(right.text("done.enrolment.status")).isEqualTo("PRESENT");
        assertThat(late.text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
        assertThat(asOrganiser.text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
        assertThat(himself.text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
        assertThat(graph.as(TownAccount.ZHANG_WEI)
                        .ask(
                                "query($id: ID!) { node(id: $id) { ... on Activity { myEnrolment { id } } } }",
                                Map.of("id", activity))
                        .text("node.myEnrolment.id"))
                .isEqualTo(own);
        assertThat(graph.as(TownAccount.OUYANG)
                        .ask("{ enrolments(filter: {activityId: \"%s\"}) { nodes { id } } }".formatted(activity))
                        .texts("enrolments.nodes[*].id"))
                .isEmpty();
    }

    @Test
    void doesNotBeginLongBeforeItsTime() {
        var activity = organiser.held(Map.of(
                "startsAt", Organiser.inMinutes(150).toString(),
                "endsAt", Organiser.inMinutes(200).toString()));

        assertThat(Deeds.problems(organiser.activity("beginActivity", activity, 1)))
                .containsExactly("activityId TOO_EARLY");
        assertThat(organiser.activity("beginActivity", activity, 9).number("done.refusal.current"))
                .isEqualTo(1);
    }

    @Test
    void booksItsVenueAndLetsItGo() {
        var venue = new VenueDesk(graph).opened(Map.of());
        var at = Map.of("venueId", venue, "startsAt", VenueDesk.at(30, "09:00"), "endsAt", VenueDesk.at(30, "11:00"));

        var first = organiser.hold(at);
        var taken = organiser.hold(at);
        var cancelled = organiser
                .deeds()
                .done(
                        "cancelActivity",
                        Organiser.ACTIVITY,
                        Map.of("activityId", first.text("done.activity.id"), "expectedVersion", 1, "reason", "下雨"));
        var again = organiser.hold(at);

        assertThat(taken.text("done.refusal.code")).isEqualTo("VENUE_TAKEN");
        assertThat(taken.texts("done.refusal.bookings[*].title")).containsExactly("清扫河岸");
        assertThat(cancelled.text("done.activity.status")).isEqualTo("CANCELLED");
        assertThat(cancelled.isNull("done.activity.booking")).isTrue();
        assertThat(graph.anonymous()
                        .ask(
                                "{ venueBookings(filter: {venueId: \"%s\", isCancelled: false}) { nodes { activity { id } } } }"
                                        .formatted(venue))
                        .texts("venueBookings.nodes[*].activity.id"))
                .containsExactly(again.text("done.activity.id"));
    }

    @Test
    void freePlacesAreToldAsTheyGo() {
        var activity = organiser.held(Map.of());
        try (var socket = graph.as(TownAccount.ZHANG_WEI)
                .socket()
                .subscribe(
                        "subscription($id: ID!) { activityPlaces(activityId: $id) { cursor ... on ActivityEvent { activity { freeCount status } } } }",
                        Map.of("id", activity))) {
            socket.nextItem();
            organiser.enrol(activity, organiser.volunteer("甲"));
            assertThat(socket.nextItem().get("activity")).isEqualTo(Map.of("freeCount", 1, "status", "OPEN"));
            organiser.enrol(activity, organiser.volunteer("乙"));
            assertThat(socket.nextItem().get("activity")).isEqualTo(Map.of("freeCount", 0, "status", "FULL"));
        }
    }

    /// What the newcomer was told of places.
    private List<String> places() {
        return graph.as(TownAccount.NEWCOMER)
                .ask("{ myNotifications(filter: {kind: [ACTIVITY_PLACE_GIVEN]}) { nodes { text(locale: \"zh\") } } }")
                .texts("myNotifications.nodes[*].text");
    }

    private String places(String activity) {
        var row = graph.anonymous()
                .ask(
                        "query($id: ID!) { node(id: $id) { ... on Activity { status takenCount freeCount waitingCount } } }",
                        Map.of("id", activity));
        return row.text("node.status")
                + ' '
                + row.number("node.takenCount")
                + ' '
                + row.number("node.freeCount")
                + ' '
                + row.number("node.waitingCount");
    }

    private List<String> statuses(String activity) {
        return column(activity, "e.status");
    }

    private List<String> credits(String activity) {
        return column(activity, "e.credited_minutes");
    }

    private List<String> column(String activity, String column) {
        return Tables.texts(
                graph.database(),
                "select %s from enrolment e where e.activity_id = '%s' order by e.enrolled_at, e.id"
                        .formatted(column, uuid("activity", activity)));
    }

    private int minutes(String volunteer) {
        return graph.as(TownAccount.WANG)
                .ask(
                        "query($id: ID!) { node(id: $id) { ... on Volunteer { serviceMinutes } } }",
                        Map.of("id", volunteer))
                .number("node.serviceMinutes");
    }

    private static UUID uuid(String type, String id) {
        return GlobalId.decode(type, id);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
