package org.wangge.meeting.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.NewEvent;
import org.wangge.grid.GridKey;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Problem;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.venue.BookingDesk;
import org.wangge.venue.BookingRequest;
import org.wangge.venue.Occasion;
import org.wangge.venue.VenueId;
import reactor.core.publisher.Mono;

/// The venues that are booked for meetings: for the time of the meeting, and as long as it is to take place.
@Component
class MeetingVenues {
    /// When a venue is taken is public, what a meeting is about is not.
    private static final String TITLE = "会议";

    private static final String MOVED = "会议调整";

    private final BookingDesk desk;
    private final Grids grids;

    MeetingVenues(BookingDesk desk, Grids grids) {
        this.desk = desk;
        this.grids = grids;
    }

    /// The events of what was booked: a venue of the same subdistrict, where the viewer may book.
    ///
    /// @throws Refused VENUE_TAKEN with what stands in the way, VENUE_CLOSED, INPUT_REJECTED
    Mono<List<NewEvent>> book(UUID meeting, GridKey at, Plan plan, Viewer viewer, Instant now) {
        var venue = plan.venueId();
        return venue == null
                ? Mono.just(List.of())
                : where(at, viewer)
                        .flatMap(scope -> desk.book(request(meeting, venue, plan), scope, viewer.actor(), now))
                        .onErrorMap(Refused.class, MeetingVenues::inPlan)
                        .map(booked -> List.of(booked.event()));
    }

    /// What was booked before is let go first: a meeting is not in its own way.
    Mono<List<NewEvent>> move(Meeting meeting, Plan plan, Viewer viewer, Instant now) {
        return release(meeting, MOVED, now)
                .flatMap(released -> book(meeting.id().value(), meeting.gridKey(), plan, viewer, now)
                        .map(booked -> {
                            var all = new ArrayList<>(released);
                            all.addAll(booked);
                            return all;
                        }));
    }

    Mono<List<NewEvent>> release(Meeting meeting, String reason, Instant now) {
        return desk.release(occasion(meeting.id().value()), reason, now);
    }

    private Mono<Scope> where(GridKey at, Viewer viewer) {
        return grids.allAt(at.line(), Scope.everywhere())
                .filter(above -> above.level() == GridLevel.SUBDISTRICT)
                .next()
                .map(subdistrict -> viewer.scope(Right.ORGANISE).within(subdistrict.key()));
    }

    private static BookingRequest request(UUID meeting, VenueId venue, Plan plan) {
        return new BookingRequest(venue, plan.startsAt(), plan.endsAt(), TITLE, null, occasion(meeting));
    }

    private static Occasion occasion(UUID meeting) {
        return new Occasion(Occasion.Kind.MEETING, meeting);
    }

    /// As the caller wrote it.
    private static Refused inPlan(Refused refused) {
        return refused.refusal() instanceof Refusal.InputRejected rejected
                ? new Refused(new Refusal.InputRejected(rejected.problems().stream()
                        .map(problem -> new Problem("plan." + problem.path(), problem.code(), problem.words()))
                        .toList()))
                : refused;
    }
}
