package org.wangge.meeting.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.meeting.Deliberation.person;
import static org.wangge.meeting.Deliberation.problems;
import static org.wangge.meeting.Deliberation.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.meeting.Deliberation;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// A meeting from its plan to its minutes, and every rule on the way.
@ApiTest
class MeetingTests {
    @Autowired
    Graph graph;

    Deliberation li;

    @BeforeEach
    void asTheLeaderOfWillowOne() {
        li = new Deliberation(graph).as(TownAccount.LI);
    }

    @Test
    void takesPlaceFromItsNoticeToItsMinutes() {
        var council = li.council(Map.of());
        var topic = li.accepted("加装电梯", council);
        var late = li.accepted("停车位划线", council);
        var meeting = li.planned(council, List.of(topic, late));

        var noticed = li.meeting("noticeMeeting", li.noticed(meeting));
        assertThat(noticed.text("done.meeting.status")).isEqualTo("NOTICED");
        assertThat(li.status(topic)).isEqualTo("SCHEDULED");
        li.comes(meeting);
        signIn(TownAccount.ZHANG_WEI, meeting);
        signIn(TownAccount.LI_NA, meeting);
        li.meeting("recordAttendance", Map.of("meetingId", meeting, "person", person(TownPeople.LI)));
        var opened = li.meeting("openMeeting", li.at(meeting));
        var discussed = li.meeting(
                "discussTopic", with(li.at(meeting), Map.of("topicId", topic, "consensusText", "同意在一单元先行试点")));
        var adjourned = li.meeting("adjournMeeting", li.at(meeting));
        var closed = li.meeting("closeMeeting", with(li.at(meeting), Map.of("minutes", "与会人员一致同意先行试点。")));

        assertThat(opened.number("done.meeting.seatCount")).isEqualTo(5);
        assertThat(opened.number("done.meeting.votingCount")).isEqualTo(3);
        assertThat(discussed.text("done.meeting.agenda[0].consensusText")).isEqualTo("同意在一单元先行试点");
        assertThat(adjourned.text("done.meeting.status")).isEqualTo("ADJOURNED");
        assertThat(closed.text("done.meeting.minutes")).startsWith("与会人员");
        assertThat(li.status(topic)).isEqualTo("DISCUSSED");
        assertThat(li.status(late)).isEqualTo("DEFERRED");
        assertThat(graph.as(TownAccount.ZHANG_WEI)
                        .ask("query($id: ID!) { topic(id: $id) { meetings { id minutes } } }", Map.of("id", topic))
                        .texts("topic.meetings[*].id"))
                .containsExactly(meeting);
    }

    @Test
    void isNoticedSoManyFullDaysBefore() {
        var council = li.council(Map.of("noticeDays", 5));
        var tooSoon = li.planned(council, List.of(), Duration.ofDays(5).minusMinutes(1));
        var enough = li.planned(council, List.of(), Duration.ofDays(5).plusMinutes(1));

        var refused = li.meeting("noticeMeeting", li.noticed(tooSoon));
        var done = li.meeting("noticeMeeting", li.noticed(enough));

        assertThat(refusal(refused)).isEqualTo("NOTICE_TOO_SHORT");
        assertThat(refused.number("done.refusal.days")).isEqualTo(5);
        assertThat(Instant.parse(refused.text("done.refusal.earliestStartsAt")))
                .isCloseTo(Instant.now().plus(5, ChronoUnit.DAYS), within());
        assertThat(done.isNull("done.refusal")).isTrue();
    }

    @Test
    void cannotWaitForTheDaysInAnEmergencyAndSaysWhy() {
        var emergency = li.planned("EMERGENCY", null, List.of(), Duration.ofHours(2));
        var regular = li.planned("REGULAR", null, List.of(), Duration.ofDays(9));

        var without = li.meeting("noticeMeeting", li.noticed(emergency));
        var needless = li.meeting("noticeMeeting", with(li.noticed(regular), Map.of("emergencyReason", "河水上涨了")));
        var noticed = li.meeting("noticeMeeting", with(li.noticed(emergency), Map.of("emergencyReason", "河水上涨，须连夜转移")));

        assertThat(problems(without)).containsExactly("emergencyReason REQUIRED");
        assertThat(problems(needless)).containsExactly("emergencyReason NOT_ALLOWED");
        assertThat(noticed.text("done.meeting.emergencyReason")).startsWith("河水上涨");
    }

    @Test
    void isNotOpenedWithoutItsQuorum() {
        var council = li.council(Map.of("quorum", Map.of("parts", 2, "of", 3)));
        var meeting = li.planned(council, List.of());
        li.meeting("noticeMeeting", li.noticed(meeting));
        li.comes(meeting);
        for (var person : List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA)) {
            li.meeting("recordAttendance", Map.of("meetingId", meeting, "person", person(person)));
        }
        li.meeting("recordAttendance", Map.of("meetingId", meeting, "person", person(TownHomes.ALI)));

        var refused = li.meeting("openMeeting", li.at(meeting));
        li.meeting("recordAttendance", Map.of("meetingId", meeting, "person", person(TownHomes.JI)));
        var opened = li.meeting("openMeeting", li.at(meeting));

        assertThat(refusal(refused)).isEqualTo("QUORUM_NOT_MET");
        assertThat(refused.number("done.refusal.present")).isEqualTo(3);
        assertThat(refused.number("done.refusal.needed")).isEqualTo(4);
        assertThat(opened.number("done.meeting.presentCount")).isEqualTo(5);
    }

    @Test
    void opensItsDoorsAnHourBefore() {
        var meeting = li.planned("REGULAR", null, List.of(), Duration.ofDays(4));
        li.meeting("noticeMeeting", li.noticed(meeting));
        var code = li.code(meeting);

        var early = new Deliberation(graph)
                .as(TownAccount.WANG)
                .meeting("signInToMeeting", Map.of("meetingId", meeting, "code", code));
        var opened = li.meeting("openMeeting", li.at(meeting));

        assertThat(refusal(early)).isEqualTo("OUTSIDE_WINDOW");
        assertThat(refusal(opened)).isEqualTo("OUTSIDE_WINDOW");
        assertThat(Instant.parse(early.text("done.refusal.opensAt")))
                .isCloseTo(Instant.now().plus(Duration.ofDays(4).minusHours(1)), within());
    }

    @Test
    void isSignedInToOnceByTheCodeThatIsShown() {
        var council = li.council(Map.of());
        var meeting = li.planned(council, List.of());
        li.meeting("noticeMeeting", li.noticed(meeting));
        li.comes(meeting);
        var zhang = new Deliberation(graph).as(TownAccount.ZHANG_WEI);

        var wrong = zhang.meeting("signInToMeeting", Map.of("meetingId", meeting, "code", "AAAAAAAA"));
        var signed = zhang.meeting(
                "signInToMeeting",
                Map.of("meetingId", meeting, "code", " " + li.code(meeting).toLowerCase()));
        var again = zhang.meeting("signInToMeeting", Map.of("meetingId", meeting, "code", li.code(meeting)));
        var nobody = new Deliberation(graph)
                .meeting("signInToMeeting", Map.of("meetingId", meeting, "code", li.code(meeting)));

        assertThat(problems(wrong)).containsExactly("code UNKNOWN");
        assertThat(signed.isNull("done.meeting.signInCode")).isTrue();
        assertThat(signed.texts("done.meeting.attendances[*].method")).containsExactly("CODE");
        assertThat(signed.get("done.meeting.attendances[0].hasVote", Boolean.class))
                .isTrue();
        assertThat(problems(again)).containsExactly("meetingId DUPLICATE");
        assertThat(problems(nobody)).containsExactly("meetingId NOT_ALLOWED");
    }

    @Test
    void givesThoseAVoteWhoLiveThereWhenThereIsNoCouncil() {
        var talk = li.planned("COURTYARD_TALK", null, List.of(), Duration.ofDays(4));
        li.meeting("noticeMeeting", li.noticed(talk));
        li.comes(talk);

        for (var person : List.of(TownHomes.ZHANG_WEI, TownHomes.ZHANG_XIAOBAO, TownPeople.LI)) {
            li.meeting("recordAttendance", Map.of("meetingId", talk, "person", person(person)));
        }
        var elsewhere =
                li.meeting("recordAttendance", Map.of("meetingId", talk, "person", person(TownHomes.CHEN_DASHAN)));
        var opened = li.meeting("openMeeting", li.at(talk));

        assertThat(problems(elsewhere)).containsExactly("person UNKNOWN");
        assertThat(opened.number("done.meeting.presentCount")).isEqualTo(3);
        assertThat(opened.number("done.meeting.votingCount")).isEqualTo(1);
    }

    @Test
    void takesOnlyTopicsThatItsCouncilTookOn() {
        var council = li.council(Map.of());
        var other = li.founded(Town.WILLOW_ONE, Map.of());
        var topic = li.accepted("别的议事会的事", other);
        var proposed = li.proposed("还没有受理的事");

        assertThat(problems(li.meeting(
                        "planMeeting", li.plan("JOINT_COUNCIL", council, List.of(topic), Duration.ofDays(4)))))
                .containsExactly("plan.topicIds UNKNOWN");
        var meeting = li.planned("REGULAR", null, List.of(proposed), Duration.ofDays(4));
        assertThat(li.meeting("noticeMeeting", li.noticed(meeting)).text("done.refusal.state"))
                .isEqualTo("PROPOSED");
    }

    @Test
    void leavesAloneWhatACouncilTookOnSinceItWasPlanned() {
        var topic = li.proposed("后来归议事会的事");
        var meeting = li.planned("REGULAR", null, List.of(topic), Duration.ofDays(4));
        var council = li.council(Map.of());
        li.topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 1, "councilId", council));

        var noticed = li.meeting("noticeMeeting", li.noticed(meeting));

        assertThat(problems(noticed)).containsExactly("meetingId CONTRADICTS");
        assertThat(li.status(topic)).isEqualTo("ACCEPTED");
    }

    /// What was discussed, put off and called again waits for that meeting, whenever this one is closed.
    @Test
    void putsOffOnlyWhatWasNotDiscussed() {
        var council = li.council(Map.of());
        var topic = li.accepted("两次会议的事", council);
        var first = li.inSession(council, List.of(topic), List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA));
        li.meeting("discussTopic", with(li.at(first), Map.of("topicId", topic, "consensusText", "材料不全，下次再议")));
        li.resolution(
                "adoptResolution",
                Map.of("topicId", topic, "expectedVersion", 4, "result", "DEFERRED", "text", "材料不全，推迟到下一次会议再议。"));
        li.topic("acceptTopic", Map.of("topicId", topic, "expectedVersion", 5, "councilId", council));
        var second = li.planned(council, List.of(topic));
        li.meeting("noticeMeeting", li.noticed(second));
        assertThat(li.status(topic)).isEqualTo("SCHEDULED");

        li.meeting("adjournMeeting", li.at(first));
        var closed = li.meeting("closeMeeting", with(li.at(first), Map.of("minutes", "议题材料不全，下次会议再议。")));

        assertThat(closed.text("done.meeting.status")).isEqualTo("CLOSED");
        assertThat(li.status(topic)).isEqualTo("SCHEDULED");
    }

    @Test
    void isPlannedWithAllThatItNeeds() {
        var plan = li.plan("JOINT_COUNCIL", null, List.of(), Duration.ofDays(-1));

        assertThat(problems(li.meeting("planMeeting", plan)))
                .containsExactly("plan.startsAt TOO_EARLY", "councilId REQUIRED");
    }

    @Test
    void isChangedUntilItIsNoticedAndCancelledUntilItIsOpened() {
        var council = li.council(Map.of());
        var topic = li.accepted("改期的事", council);
        var meeting = li.planned(council, List.of(topic));
        var plan = li.plan("JOINT_COUNCIL", council, List.of(topic), Duration.ofDays(6))
                .get("plan");

        var changed = li.meeting("changeMeeting", with(li.at(meeting), Map.of("plan", plan)));
        li.meeting("noticeMeeting", li.noticed(meeting));
        var late = li.meeting("changeMeeting", with(li.at(meeting), Map.of("plan", plan)));
        var cancelled = li.meeting("cancelMeeting", with(li.at(meeting), Map.of("reason", "大雨")));
        var again = li.meeting("cancelMeeting", with(li.at(meeting), Map.of("reason", "大雨")));

        assertThat(changed.number("done.meeting.version")).isEqualTo(2);
        assertThat(late.text("done.refusal.state")).isEqualTo("NOTICED");
        assertThat(cancelled.text("done.meeting.cancelReason")).isEqualTo("大雨");
        assertThat(li.status(topic)).isEqualTo("ACCEPTED");
        assertThat(again.texts("done.refusal.allowed")).containsExactly("DRAFT", "NOTICED");
        var told = graph.as(TownAccount.ZHANG_WEI).ask("{ myNotifications(first: 2) { nodes { kind subjectId } } }");
        assertThat(told.texts("myNotifications.nodes[*].kind"))
                .containsExactlyInAnyOrder("MEETING_NOTICED", "MEETING_CANCELLED");
        assertThat(told.texts("myNotifications.nodes[*].subjectId")).containsOnly(meeting);
    }

    @Test
    void isSeenByResidentsWhenItIsPublicAndNoticed() {
        var document = "query($id: ID!) { meeting(id: $id) { id } }";
        var open = li.planned("COURTYARD_TALK", null, List.of(), Duration.ofDays(4));
        var closed = li.meeting(
                        "planMeeting",
                        li.plan("REGULAR", null, List.of(), Duration.ofDays(4), Map.of("isPublic", false)))
                .text("done.meeting.id");
        var zhang = graph.as(TownAccount.ZHANG_WEI);
        var before = zhang.ask(document, Map.of("id", open));

        li.meeting("noticeMeeting", li.noticed(open));
        li.meeting("noticeMeeting", li.noticed(closed));

        assertThat(before.code()).isEqualTo("NOT_FOUND");
        assertThat(zhang.ask(document, Map.of("id", open)).text("meeting.id")).isEqualTo(open);
        assertThat(zhang.ask(document, Map.of("id", closed)).code()).isEqualTo("NOT_FOUND");
        assertThat(graph.as(TownAccount.OUYANG)
                        .ask(document, Map.of("id", open))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(zhang.ask("{ meetings(first: 100) { nodes { id } } }").texts("meetings.nodes[*].id"))
                .contains(open)
                .doesNotContain(closed);
    }

    @Test
    void isToldLive() {
        var council = li.council(Map.of());
        var meeting = li.planned(council, List.of());
        var cursor = li.meeting("noticeMeeting", li.noticed(meeting)).text("done.cursor");
        li.comes(meeting);
        try (var socket = graph.as(TownAccount.ZHANG_WEI)
                .socket()
                .subscribe(
                        "subscription($id: ID!, $after: EventCursor) { meeting(id: $id, after: $after) { cursor"
                                + " ... on MeetingEvent { news meeting { presentCount status } } } }",
                        Map.of("id", meeting, "after", cursor))) {
            socket.nextItem();
            signIn(TownAccount.LI_NA, meeting);

            var item = socket.nextItem();

            assertThat(item).containsEntry("news", "SIGNED_IN");
            assertThat(item.get("meeting").toString()).contains("presentCount=1");
        }
        try (var socket = graph.as(TownAccount.OUYANG)
                .socket()
                .subscribe("subscription($id: ID!) { meeting(id: $id) { cursor } }", Map.of("id", meeting))) {
            assertThat(socket.next().toString()).contains("NOT_FOUND");
        }
    }

    private void signIn(TownAccount account, String meeting) {
        var signed = new Deliberation(graph)
                .as(account)
                .meeting("signInToMeeting", Map.of("meetingId", meeting, "code", li.code(meeting)));
        assertThat(signed.isNull("done.refusal")).isTrue();
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(1, ChronoUnit.MINUTES);
    }

    private static Map<String, Object> with(Map<String, ?> input, Map<String, ?> more) {
        var all = new HashMap<String, Object>(input);
        all.putAll(more);
        return all;
    }
}
