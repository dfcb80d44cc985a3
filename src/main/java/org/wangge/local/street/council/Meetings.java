package org.wangge.local.street.council;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venue;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Course;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.venue.Occasion;

/// Writes meetings (会议) as rows of `meeting` and of what belongs to it: noticed with their content, opened
/// when enough had signed in, and closed with minutes.
final class Meetings {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;
    private static final int MINUTE = 60;

    private final Sheet meetings = new Sheet(
            "meeting",
            "id, grid_id, grid_key, council_id, type, title, place, is_public, starts_at, ends_at, status, content,"
                    + " noticed_at, sign_in_code, seat_count, opened_at, adjourned_at, closed_at, minutes, called_by,"
                    + " version");
    private final Sheet agenda = new Sheet("meeting_topic", "meeting_id, topic_id, position, consensus, discussed_at");
    private final Sheet attendances = new Sheet(
            "meeting_attendance",
            "id, meeting_id, member_id, resident_id, household_id, has_vote, method, signed_in_at");
    private final Neighbourhood around;
    private final Venues venues;

    Meetings(Neighbourhood around, Venues venues) {
        this.around = around;
        this.venues = venues;
    }

    /// Who called whom where, for when, when they were told what about, and what was written down.
    record Call(
            String type,
            String title,
            Place place,
            @Nullable UUID council,
            Venue venue,
            Instant startsAt,
            Instant noticedAt,
            String content,
            String minutes,
            String by) {
        Instant after(int minutes) {
            return startsAt.plusSeconds((long) MINUTE * minutes);
        }

        Instant endsAt() {
            return after(120);
        }
    }

    /// A topic that was deliberated on, and what the meeting found.
    record Point(UUID topic, String consensus) {}

    List<Sheet> sheets() {
        return List.of(meetings, agenda, attendances);
    }

    /// @param present who came, of whom all vote but observers
    /// @param seats how many could have voted
    UUID hold(Call call, List<Seat> present, int seats, List<Point> points, Dice dice) {
        var id = dice.id(call.noticedAt());
        var course = around.chronicle()
                .course(id, call.place().key())
                .step("MEETING_PLANNED", call.noticedAt().minusSeconds(900))
                .step("MEETING_NOTICED", call.noticedAt());
        present.forEach(seat -> signIn(id, call, seat, course, dice));
        course.step("MEETING_OPENED", call.after(3));
        for (var i = 0; i < points.size(); i++) {
            var discussedAt = call.after(45 + 10 * i);
            agenda.row(id, points.get(i).topic(), i + 1, points.get(i).consensus(), discussedAt);
            course.step("MEETING_TOPIC_DISCUSSED", discussedAt);
        }
        course.step("MEETING_ADJOURNED", call.after(100)).step("MEETING_CLOSED", call.after(110));
        write(id, call, seats, course, dice);
        venues.book(
                call.venue(),
                new Venues.Time(call.startsAt(), call.endsAt()),
                call.title(),
                new Venues.Order(call.by(), call.noticedAt()),
                new Occasion(Occasion.Kind.MEETING, id));
        return id;
    }

    private void signIn(UUID id, Call call, Seat seat, Course course, Dice dice) {
        var at = call.after(-dice.between(2, 40)).plusSeconds(dice.below(MINUTE));
        course.told("MEETING_SIGNED_IN", at);
        attendances
                .cells(dice.id(at), id, seat.member(), seat.resident(), seat.household(), seat.votes())
                .cells(seat.member() == null && dice.chance(0.4) ? "RECORDED" : "CODE", at)
                .end();
    }

    private void write(UUID id, Call call, int seats, Course course, Dice dice) {
        meetings.cells(id, call.place().id(), call.place().key(), call.council(), call.type(), call.title())
                .cells(call.venue().name(), true, call.startsAt(), call.endsAt(), "CLOSED", call.content())
                .cells(call.noticedAt(), code(dice), seats, call.after(3), call.after(100), call.after(110))
                .cells(call.minutes(), call.by(), course.version())
                .end();
    }

    private static String code(Dice dice) {
        var code = new StringBuilder();
        for (var i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(dice.below(LETTERS.length())));
        }
        return code.toString();
    }
}
