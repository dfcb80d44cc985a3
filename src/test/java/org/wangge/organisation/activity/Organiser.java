package org.wangge.organisation.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.wangge.town.Answer;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// 王秀英, who holds activities in 柳一格, and somebody who is new to them.
public final class Organiser {
    static final String ACTIVITY =
            "activity { id status version capacity takenCount freeCount waitingCount personTimes checkInCode booking { id } }";
    static final String ENROLMENT =
            "enrolment { id status version creditedMinutes isConfirmed checkedOutAt volunteer { id name { display } } }";
    private static final String REFUSALS =
            "... on AttendanceOpen { enrolments { id } } ... on VenueTaken { bookings { title } }";

    private final Deeds deeds;

    public Organiser(Graph graph) {
        this.deeds = new Deeds(graph.as(TownAccount.WANG), REFUSALS);
    }

    static Instant inMinutes(int minutes) {
        return Instant.now().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    }

    /// When an activity starts, as people here read it.
    static String minute(String activity, Graph graph) {
        var startsAt = graph.ask(
                        "query($id: ID!) { node(id: $id) { ... on Activity { startsAt } } }", Map.of("id", activity))
                .text("node.startsAt");
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                .withZone(ZoneId.of("Asia/Shanghai"))
                .format(Instant.parse(startsAt));
    }

    Deeds deeds() {
        return deeds;
    }

    /// The id of a new volunteer.
    public String volunteer(String name) {
        return deeds.done("registerVolunteer", "volunteer { id }", Map.of("gridId", Town.WILLOW_ONE.id(), "name", name))
                .text("done.volunteer.id");
    }

    Answer hold(Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "gridId",
                Town.WILLOW_ONE.id(),
                "title",
                "清扫河岸",
                "description",
                "带手套",
                "kind",
                "VOLUNTEER_SERVICE",
                "place",
                "柳河边",
                "startsAt",
                inMinutes(60).toString(),
                "endsAt",
                inMinutes(180).toString(),
                "capacity",
                2));
        input.putAll(fields);
        return deeds.done("holdActivity", ACTIVITY, input);
    }

    /// The id of a new activity that starts in an hour.
    String held(Map<String, ?> fields) {
        return hold(fields).text("done.activity.id");
    }

    Answer activity(String command, String id, int version) {
        return deeds.done(command, ACTIVITY, Map.of("activityId", id, "expectedVersion", version));
    }

    Answer enrol(String activity, String volunteer) {
        return deeds.done("enrol", ENROLMENT, Map.of("activityId", activity, "volunteerId", volunteer));
    }

    Answer enrolment(String command, String id, int version, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of("enrolmentId", id, "expectedVersion", version));
        input.putAll(fields);
        return deeds.done(command, ENROLMENT, input);
    }

    /// A volunteer who came and went in a new activity, which is settled: they served so many minutes up to now.
    public void served(String volunteer, int minutes) {
        var activity = held(Map.of("startsAt", inMinutes(1).toString()));
        var enrolment = enrol(activity, volunteer).text("done.enrolment.id");
        activity("beginActivity", activity, 1);
        enrolment("checkIn", enrolment, 1, Map.of("at", inMinutes(-minutes).toString()));
        enrolment("checkOut", enrolment, 2, Map.of("at", inMinutes(0).toString()));
        activity("endActivity", activity, 2);
        activity("settleActivity", activity, 3);
    }
}
