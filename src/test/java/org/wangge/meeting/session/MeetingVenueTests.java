package org.wangge.meeting.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.meeting.Deliberation.problems;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.meeting.Deliberation;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;
import org.wangge.venue.VenueDesk;

/// A meeting has its venue for its time, and nobody else has it then.
@ApiTest
class MeetingVenueTests {
    private static final String MEETING = """
            { meeting { id version venue { id } } refusal { code message ... on InputRejected { problems { path code } }
              ... on VenueTaken { bookings { title meeting { id } } } } }""";
    private static final String BOOKINGS = """
            query($venue: ID!) { venueBookings(filter: {venueId: $venue}, first: 10) {
              nodes { title startsAt isCancelled meeting { id } } } }""";

    @Autowired
    Graph graph;

    private Deliberation li;
    private String venue;

    @BeforeEach
    void withAVenue() {
        li = new Deliberation(graph).as(TownAccount.LI);
        venue = new VenueDesk(graph.as(TownAccount.LI)).opened(Map.of());
    }

    @Test
    void hasItsVenueAndTheVenueHasIt() {
        var planned = plan(10);

        assertThat(planned.text("done.meeting.venue.id")).isEqualTo(venue);
        var bookings = graph.as(TownAccount.LI).ask(BOOKINGS, Map.of("venue", venue));
        assertThat(bookings.texts("venueBookings.nodes[*].meeting.id"))
                .containsExactly(planned.text("done.meeting.id"));
        assertThat(bookings.texts("venueBookings.nodes[*].title"))
                .as("what it is about is not for everybody")
                .containsExactly("会议");
        assertThat(graph.anonymous().ask(BOOKINGS, Map.of("venue", venue)).isNull("venueBookings.nodes[0].meeting"))
                .isTrue();
    }

    @Test
    void doesNotHaveWhatSomebodyElseHas() {
        var first = plan(10).text("done.meeting.id");

        var taken = plan(10);

        assertThat(taken.text("done.refusal.code")).isEqualTo("VENUE_TAKEN");
        assertThat(taken.texts("done.refusal.bookings[*].meeting.id")).containsExactly(first);
        var nowhere = li.does("planMeeting", MEETING, input(10, GlobalId.encode("venue", UUID.randomUUID())));
        assertThat(problems(nowhere)).containsExactly("plan.venueId UNKNOWN");
    }

    @Test
    void takesItsVenueAlongToAnotherTime() {
        var meeting = plan(10).text("done.meeting.id");

        var sameTime = change(meeting, 10, venue);
        var later = change(meeting, 11, venue);
        var free = plan(10);
        var without = change(meeting, 11, null);

        assertThat(sameTime.text("done.meeting.venue.id"))
                .as("not in its own way")
                .isEqualTo(venue);
        assertThat(later.text("done.meeting.venue.id")).isEqualTo(venue);
        assertThat(free.text("done.meeting.venue.id")).isEqualTo(venue);
        assertThat(change(meeting, 10, venue).text("done.refusal.code")).isEqualTo("VENUE_TAKEN");
        assertThat(without.isNull("done.meeting.venue")).isTrue();
    }

    @Test
    void letsItsVenueGoWhenItIsCancelled() {
        var draft = plan(10).text("done.meeting.id");
        var noticed = plan(11).text("done.meeting.id");
        li.meeting("noticeMeeting", li.noticed(noticed));

        assertThat(cancel(draft).isNull("done.meeting.venue")).isTrue();
        assertThat(cancel(noticed).isNull("done.meeting.venue")).isTrue();

        assertThat(plan(10).text("done.meeting.venue.id")).isEqualTo(venue);
        assertThat(plan(11).text("done.meeting.venue.id")).isEqualTo(venue);
    }

    private Answer plan(int days) {
        return li.does("planMeeting", MEETING, input(days, venue));
    }

    private Map<String, Object> input(int days, String at) {
        return li.plan("REGULAR", null, List.of(), Duration.ofDays(days), Map.of("venueId", at));
    }

    private Answer change(String meeting, int days, @Nullable String at) {
        var input = new HashMap<>(li.at(meeting));
        input.put(
                "plan",
                (at == null ? li.plan("REGULAR", null, List.of(), Duration.ofDays(days)) : input(days, at))
                        .get("plan"));
        return li.does("changeMeeting", MEETING, input);
    }

    private Answer cancel(String meeting) {
        var input = new HashMap<>(li.at(meeting));
        input.put("reason", "人员时间冲突");
        return li.does("cancelMeeting", MEETING, input);
    }
}
