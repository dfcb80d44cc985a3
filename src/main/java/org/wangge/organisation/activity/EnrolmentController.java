package org.wangge.organisation.activity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.organisation.volunteer.Volunteer;
import org.wangge.organisation.volunteer.VolunteerSight;
import org.wangge.organisation.volunteer.Volunteers;
import org.wangge.refusal.SocietyRefusal;
import org.wangge.venue.Occasion;
import org.wangge.venue.VenueBooking;
import org.wangge.venue.VenueBookings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who takes part, in the graph, and where an activity takes place.
@Controller
class EnrolmentController {
    private final Enrolments enrolments;
    private final Activities activities;
    private final Volunteers volunteers;
    private final VenueBookings bookings;

    EnrolmentController(Enrolments enrolments, Activities activities, Volunteers volunteers, VenueBookings bookings) {
        this.enrolments = enrolments;
        this.activities = activities;
        this.volunteers = volunteers;
        this.bookings = bookings;
    }

    @QueryMapping
    Mono<Connection<ActivityEnrolment>> enrolments(
            @Argument @Nullable EnrolmentFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        viewer.signedIn();
        return enrolments.page(filter == null ? EnrolmentFilter.NONE : filter, VolunteerSight.of(viewer), page);
    }

    @BatchMapping
    Mono<Map<ActivityEnrolment, Activity>> activity(List<ActivityEnrolment> enrolments) {
        var ids = enrolments.stream().map(one -> one.activityId().value()).toList();
        return Batch.one(enrolments, ActivityEnrolment::activityId, activities.all(ids), Activity::id);
    }

    @BatchMapping
    Mono<Map<ActivityEnrolment, Volunteer>> volunteer(List<ActivityEnrolment> enrolments, @ContextValue Viewer viewer) {
        var ids = enrolments.stream().map(one -> one.volunteerId().value()).toList();
        return Batch.one(
                enrolments,
                ActivityEnrolment::volunteerId,
                volunteers.all(ids, VolunteerSight.of(viewer)),
                Volunteer::id);
    }

    @BatchMapping
    Mono<Map<Activity, VenueBooking>> booking(List<Activity> activities) {
        var ids = activities.stream().map(Activity::uuid).toList();
        return Batch.one(activities, Activity::uuid, bookings.of(ids), EnrolmentController::occasion);
    }

    @BatchMapping(field = "activity")
    Mono<Map<VenueBooking, Activity>> activityOf(List<VenueBooking> bookings) {
        var ids = bookings.stream()
                .filter(EnrolmentController::isOfActivity)
                .map(EnrolmentController::occasion)
                .toList();
        return activities
                .all(ids)
                .collectMap(Activity::uuid)
                .map(found -> Batch.joined(
                        bookings.stream()
                                .filter(EnrolmentController::isOfActivity)
                                .toList(),
                        EnrolmentController::occasion,
                        found));
    }

    @SchemaMapping("enrolments")
    Flux<ActivityEnrolment> open(SocietyRefusal.AttendanceOpen open, @ContextValue Viewer viewer) {
        return enrolments.all(open.enrolmentIds(), VolunteerSight.of(viewer));
    }

    private static boolean isOfActivity(VenueBooking booking) {
        return booking.occasion() != null && booking.occasion().kind() == Occasion.Kind.ACTIVITY;
    }

    private static UUID occasion(VenueBooking booking) {
        return Objects.requireNonNull(booking.occasion()).id();
    }
}
