package org.wangge.meeting.session;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.Topics;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// What a meeting is about and who was there: the staff see all who were, others themselves.
@Controller
class SessionRelations {
    private final Agenda agenda;
    private final Attendances attendances;
    private final Topics topics;
    private final Members members;
    private final Residents residents;

    SessionRelations(Agenda agenda, Attendances attendances, Topics topics, Members members, Residents residents) {
        this.agenda = agenda;
        this.attendances = attendances;
        this.topics = topics;
        this.members = members;
        this.residents = residents;
    }

    @BatchMapping(field = "agenda")
    Mono<Map<Meeting, List<AgendaItem>>> agendaOf(List<Meeting> meetings) {
        var ids = meetings.stream().map(one -> one.id().value()).toList();
        return Batch.many(meetings, Meeting::id, agenda.of(ids), AgendaItem::meetingId);
    }

    @BatchMapping
    Mono<Map<AgendaItem, Topic>> topic(List<AgendaItem> items, @ContextValue Viewer viewer) {
        var ids = items.stream().map(one -> one.topicId().value()).toList();
        return Batch.one(items, AgendaItem::topicId, topics.all(ids, MeetingSight.of(viewer)), Topic::id);
    }

    @BatchMapping(field = "attendances")
    Mono<Map<Meeting, List<Attendance>>> attendancesOf(List<Meeting> meetings, @ContextValue Viewer viewer) {
        var ids = meetings.stream().map(one -> one.id().value()).toList();
        var everywhere = viewer.scope(Right.MEETINGS);
        var staffed = meetings.stream()
                .filter(meeting -> everywhere.holds(meeting.gridKey()))
                .map(Meeting::id)
                .toList();
        var seen = attendances.of(ids).filter(one -> staffed.contains(one.meetingId()) || isOneself(one, viewer));
        return Batch.many(meetings, Meeting::id, seen, Attendance::meetingId);
    }

    @BatchMapping
    Mono<Map<Attendance, Member>> member(List<Attendance> attendances, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(attendances, Attendance::memberUuid));
        return Batch.one(
                attendances, Attendance::memberId, members.all(ids, viewer.scope(Right.PERSONNEL)), Member::id);
    }

    @BatchMapping
    Mono<Map<Attendance, Resident>> resident(List<Attendance> attendances, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(attendances, Attendance::residentUuid));
        return Batch.one(attendances, Attendance::residentId, residents.all(ids, LedgerSight.of(viewer)), Resident::id);
    }

    private static boolean isOneself(Attendance attendance, Viewer viewer) {
        return attendance.memberId() != null && attendance.memberId().value().equals(viewer.memberId())
                || attendance.residentId() != null
                        && attendance.residentId().value().equals(viewer.residentId());
    }
}
