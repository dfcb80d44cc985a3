package org.wangge.local.street.society;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wangge.local.street.seed.Chronicle;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.organisation.activity.ServiceTime;

/// Who took part in activities, as rows of `enrolment` and `service_credit`. Nobody is in two at a time, so
/// that each attendance is credited by itself.
final class Attendances {
    private static final String ENROLLED = "ACTIVITY_ENROLLED";
    private static final int MINUTE = 60;

    private final Sheet enrolments = new Sheet(
            "enrolment",
            "id, activity_id, volunteer_id, grid_key, status, enrolled_at, checked_in_at, checked_out_at,"
                    + " travel_minutes, confirmed_by, confirm_reason, credited_minutes, version");
    private final Sheet credits = new Sheet("service_credit", "enrolment_id, volunteer_id, on_day, minutes");
    private final Chronicle chronicle;
    private final Words words;

    Attendances(Chronicle chronicle, Words words) {
        this.chronicle = chronicle;
        this.words = words;
    }

    /// How many attended, and how many had a place.
    record Count(int attended, int taken) {}

    List<Sheet> sheets() {
        return List.of(enrolments, credits);
    }

    Count of(Gathering gathering, List<Volunteer> invited, Dice dice) {
        var attended = 0;
        var taken = 0;
        for (var volunteer : invited) {
            var enrolledAt = between(gathering.heldAt().plusSeconds(3_600), gathering.begunAt(), dice);
            if (volunteer.joinedAt.isBefore(enrolledAt) && dice.chance(volunteer.isCore ? 0.95 : 0.8)) {
                var mark = dice.share();
                var came = mark >= 0.045;
                enrol(
                        gathering,
                        volunteer,
                        enrolledAt,
                        came ? "ATTENDED" : mark < 0.015 ? "WITHDRAWN" : "ABSENT",
                        dice);
                attended += came ? 1 : 0;
                taken += mark < 0.015 ? 0 : 1;
            }
        }
        return new Count(attended, taken);
    }

    private void enrol(Gathering gathering, Volunteer volunteer, Instant at, String status, Dice dice) {
        var id = dice.id(at);
        tell(ENROLLED, gathering, 1, at);
        enrolments.cells(id, gathering.id(), volunteer.id, gathering.place().key(), status, at);
        switch (status) {
            case "ATTENDED" -> attend(id, gathering, volunteer, dice);
            case "WITHDRAWN" -> {
                tell("ACTIVITY_WITHDRAWN", gathering, 1, between(at, gathering.begunAt(), dice));
                stayAway();
            }
            default -> stayAway();
        }
    }

    private void stayAway() {
        enrolments.cells(null, null, 0, null, null, null, 2).end();
    }

    private void attend(UUID id, Gathering gathering, Volunteer volunteer, Dice dice) {
        var in = gathering.startsAt().plusSeconds(MINUTE * (long) dice.between(-24, 15) + dice.below(MINUTE));
        var out = gathering.endsAt().minusSeconds(MINUTE * (long) dice.between(-10, 30) + dice.below(MINUTE));
        var travel = dice.chance(0.1) ? 5 * dice.between(2, 6) : 0;
        var forgot = dice.chance(0.02);
        tell("ACTIVITY_CHECKED_IN", gathering, 2, in);
        tell(
                "ACTIVITY_CHECKED_OUT",
                gathering,
                forgot || out.isAfter(gathering.endedAt()) ? 3 : 2,
                forgot ? gathering.endedAt().plusSeconds(7_200) : out);
        var minutes = credit(id, volunteer, new ServiceTime.Span(in, out), travel);
        enrolments
                .cells(in, out, travel)
                .cells(forgot ? gathering.heldBy() : null, forgot ? dice.pick(words.lines("confirm")) : null)
                .cells(minutes, 4)
                .end();
    }

    private int credit(UUID id, Volunteer volunteer, ServiceTime.Span stay, int travel) {
        var days = ServiceTime.credit(stay, travel, List.of(), Map.of(), History.ZONE);
        days.forEach((day, minutes) -> {
            credits.row(id, volunteer.id, day, minutes);
            volunteer.credit(day, minutes);
        });
        return days.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void tell(String type, Gathering gathering, int version, Instant at) {
        chronicle.tell(type, gathering.id(), version, gathering.place().key(), at);
    }

    private static Instant between(Instant from, Instant to, Dice dice) {
        return from.plusSeconds((long) ((to.getEpochSecond() - from.getEpochSecond()) * dice.share()));
    }
}
