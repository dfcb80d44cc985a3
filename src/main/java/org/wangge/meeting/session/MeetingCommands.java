package org.wangge.meeting.session;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import reactor.core.publisher.Mono;

/// What those do who call meetings and tell of them, in the graph.
@Controller
class MeetingCommands {
    private final PlanService planning;
    private final NoticeService noticing;
    private final MeetingDesk desk;

    MeetingCommands(PlanService planning, NoticeService noticing, MeetingDesk desk) {
        this.planning = planning;
        this.noticing = noticing;
        this.desk = desk;
    }

    @MutationMapping
    Mono<MeetingPayload> planMeeting(@Argument PlanMeetingInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> planning.plan(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> changeMeeting(@Argument ChangeMeetingInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> planning.change(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> noticeMeeting(@Argument NoticeMeetingInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> noticing.notice(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<MeetingPayload> cancelMeeting(@Argument CancelMeetingInput input, @ContextValue Viewer viewer) {
        return desk.answer(Mono.defer(() -> noticing.cancel(input, viewer)), viewer);
    }
}
