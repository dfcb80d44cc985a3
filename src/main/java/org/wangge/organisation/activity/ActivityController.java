package org.wangge.organisation.activity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.organisation.Organisations;
import org.wangge.organisation.SocialOrganisation;
import org.wangge.organisation.volunteer.Teams;
import org.wangge.organisation.volunteer.VolunteerTeam;
import reactor.core.publisher.Mono;

/// Activities in the graph.
@Controller
class ActivityController {
    private final Activities activities;
    private final Enrolments enrolments;
    private final Grids grids;
    private final Organisations organisations;
    private final Teams teams;

    ActivityController(
            Activities activities, Enrolments enrolments, Grids grids, Organisations organisations, Teams teams) {
        this.activities = activities;
        this.enrolments = enrolments;
        this.grids = grids;
        this.organisations = organisations;
        this.teams = teams;
    }

    @QueryMapping
    Mono<Connection<Activity>> activities(@Argument @Nullable ActivityFilter filter, PageRequest page) {
        var wanted = filter == null ? ActivityFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere()).flatMap(area -> activities.page(wanted, area, page));
    }

    @BatchMapping
    Mono<Map<Activity, Grid>> grid(List<Activity> activities) {
        var ids = activities.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(activities, Activity::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Activity, SocialOrganisation>> organisation(List<Activity> activities) {
        var found = organisations.all(List.of(Batch.ids(activities, Activity::organisationUuid)));
        return Batch.one(activities, Activity::organisationId, found, SocialOrganisation::id);
    }

    @BatchMapping
    Mono<Map<Activity, VolunteerTeam>> team(List<Activity> activities) {
        var found = teams.all(List.of(Batch.ids(activities, Activity::teamUuid)));
        return Batch.one(activities, Activity::teamId, found, VolunteerTeam::id);
    }

    /// Told to those who hold it: volunteers read it where they are.
    @SchemaMapping
    @Nullable
    String checkInCode(Activity activity, @ContextValue Viewer viewer) {
        return viewer.may(Right.ORGANISE, activity.gridKey()) ? activity.code() : null;
    }

    @BatchMapping
    Mono<Map<Activity, ActivityEnrolment>> myEnrolment(List<Activity> activities, @ContextValue Viewer viewer) {
        var ids = activities.stream().map(Activity::uuid).toList();
        return Batch.one(activities, Activity::id, enrolments.own(ids, viewer), ActivityEnrolment::activityId);
    }
}
