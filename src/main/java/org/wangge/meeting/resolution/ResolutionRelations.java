package org.wangge.meeting.resolution;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// What people have against resolutions, and who they are.
@Controller
class ResolutionRelations {
    private final Objections objections;
    private final Members members;
    private final Residents residents;

    ResolutionRelations(Objections objections, Members members, Residents residents) {
        this.objections = objections;
        this.members = members;
        this.residents = residents;
    }

    @BatchMapping(field = "objections")
    Mono<Map<Resolution, List<Objection>>> objectionsOf(List<Resolution> resolutions) {
        var ids = resolutions.stream().map(one -> one.id().value()).toList();
        return Batch.many(resolutions, Resolution::id, objections.of(ids), Objection::resolutionId);
    }

    @BatchMapping(typeName = "ResolutionObjection")
    Mono<Map<Objection, Member>> member(List<Objection> objections, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(objections, Objection::memberUuid));
        return Batch.one(objections, Objection::memberId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }

    @BatchMapping(typeName = "ResolutionObjection")
    Mono<Map<Objection, Resident>> resident(List<Objection> objections, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(objections, Objection::residentUuid));
        return Batch.one(objections, Objection::residentId, residents.all(ids, LedgerSight.of(viewer)), Resident::id);
    }
}
