package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.test.context.ContextConfiguration;
import org.wangge.access.Forest.Plot;
import org.wangge.access.Forest.Thing;
import org.wangge.town.Awaited;
import org.wangge.town.EmptyServer;
import org.wangge.town.Unlimited;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whatever the trees, the grants and the rows are: every list, every relation in it and every
/// object found by its id is what a naive filter in memory lets through.
@SpringBootTest
@ContextConfiguration(initializers = EmptyServer.class)
@Import(InHouse.class)
@Unlimited
class ScopePropertyTests {
    static final String DOCUMENT = """
            query($within: ID, $ids: [ID!]!) {
              active: residents(first: 100, filter: {within: $within}) {
                nodes { id household { id } residencePeriods { premises { id } } }
              }
              moved: residents(first: 100, filter: {within: $within, status: MOVED_OUT}) {
                nodes { id household { id } residencePeriods { premises { id } } }
              }
              dead: residents(first: 100, filter: {within: $within, status: DECEASED}) {
                nodes { id household { id } residencePeriods { premises { id } } }
              }
              households(first: 100, filter: {within: $within}) {
                nodes { id premises { id } head { id } residents { id } }
              }
              premisesRegister(first: 100, filter: {within: $within}) { nodes { id households { id } } }
              issues(first: 100, filter: {within: $within}) { nodes { id lead { id } onBehalfOf { id } } }
              members(first: 100) { nodes { id assignments(anyTime: true) { id } } }
              assignments(first: 100, filter: {within: $within, anyTime: true}) { nodes { id member { id } } }
              councils(first: 100, filter: {within: $within}) {
                nodes { id seats(anyTime: true) { id member { id } resident { id } } }
              }
              topics(first: 100, filter: {within: $within}) {
                nodes { id council { id } member { id } resident { id } issues { id } ballots { id } resolutions { id } }
              }
              meetings(first: 100, filter: {within: $within}) { nodes { id council { id } ballots { id } } }
              resolutions(first: 100, within: $within) { nodes { id topic { id } ballot { id } } }
              volunteers(first: 100, filter: {within: $within}) { nodes { id resident { id } member { id } } }
              enrolments(first: 100) { nodes { id volunteer { id } } }
              certificates(first: 100) { nodes { id volunteer { id } } }
              venues(first: 100, filter: {within: $within}) { nodes { id } }
              organisations(first: 100, filter: {within: $within}) { nodes { id } }
              volunteerTeams(first: 100, filter: {within: $within}) { nodes { id } }
              activities(first: 100, filter: {within: $within}) { nodes { id } }
              serviceAgencies(first: 100, within: $within) { nodes { id } }
              serviceContracts(first: 100, within: $within) { nodes { id } }
              projects(first: 100, filter: {within: $within}) { nodes { id } }
              projectBallots(first: 100, within: $within) { nodes { id } }
              nodes(ids: $ids) { id }
            }""";
    private static final List<String> LISTS = List.of(
            "active",
            "moved",
            "dead",
            "households",
            "premisesRegister",
            "issues",
            "members",
            "assignments",
            "councils",
            "topics",
            "meetings",
            "resolutions",
            "volunteers",
            "enrolments",
            "certificates",
            "nodes");
    private static final List<String> RELATIONS = List.of(
            "active.household",
            "active.residencePeriods.premises",
            "moved.household",
            "moved.residencePeriods.premises",
            "dead.household",
            "dead.residencePeriods.premises",
            "households.premises",
            "households.head",
            "households.residents",
            "premisesRegister.households",
            "issues.lead",
            "issues.onBehalfOf",
            "members.assignments",
            "assignments.member",
            "councils.seats",
            "councils.seats.member",
            "councils.seats.resident",
            "topics.council",
            "topics.member",
            "topics.resident",
            "topics.issues",
            "topics.ballots",
            "topics.resolutions",
            "meetings.council",
            "meetings.ballots",
            "resolutions.topic",
            "resolutions.ballot",
            "volunteers.resident",
            "volunteers.member",
            "enrolments.volunteer",
            "certificates.volunteer");
    private static final int FORESTS = 14;
    private static final int VIEWERS = 60;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    InHouse graph;

    @Value("${test.database}")
    String database;

    /// How often a list held something, for different reasons than that all is seen.
    private final Map<String, Integer> tellingCases = new HashMap<>();

    private int comparisons;

    private record Case(Viewer viewer, @Nullable Plot area, List<Thing> asked) {}

    private record Answered(Case asked, ExecutionGraphQlResponse answer) {}

    @Test
    void everyListIsWhatANaiveFilterLetsThrough() throws SQLException {
        for (int seed = 1; seed <= FORESTS; seed++) {
            var forest = new Forest(new Random(seed));
            ForestRows.write(forest, database);
            for (var answered : Awaited.the(answers(forest), PATIENCE)) {
                compare(seed, forest, answered);
            }
        }

        assertThat(comparisons).isGreaterThan(10_000);
        assertThat(tellingCases)
                .containsOnlyKeys(
                        Stream.concat(LISTS.stream(), RELATIONS.stream()).toList());
        assertThat(tellingCases.values()).allMatch(cases -> cases > 10);
    }

    private Mono<List<Answered>> answers(Forest forest) {
        var crowd = new Crowd(forest);
        return Flux.range(0, VIEWERS)
                .map(i -> new Case(crowd.next(), forest.once(2) ? null : forest.any(forest.plots), some(forest)))
                .flatMapSequential(this::answer, AT_ONCE)
                .collectList();
    }

    private Mono<Answered> answer(Case asked) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("within", asked.area == null ? null : asked.area.id());
        variables.put("ids", asked.asked.stream().map(Thing::id).toList());
        return graph.ask(DOCUMENT, variables, asked.viewer).map(answer -> new Answered(asked, answer));
    }

    private static List<Thing> some(Forest forest) {
        var some = new ArrayList<Thing>();
        for (int i = 0; i < 10; i++) {
            some.add(forest.any(forest.people));
            some.add(forest.any(forest.families));
            some.add(forest.any(forest.houses));
            some.add(forest.any(forest.matters));
            some.add(forest.any(forest.workers));
            some.add(forest.any(forest.services));
        }
        NaiveCommons.some(forest).forEach(some::add);
        return some;
    }

    private void compare(int seed, Forest forest, Answered answered) {
        var asked = answered.asked;
        var expected = new NaiveSight(forest, asked.viewer, asked.area).answer(asked.asked);
        var everything = new NaiveSight(forest, Crowd.SEES_ALL, asked.area).answer(asked.asked);
        var seen = Seen.in(answered.answer.getData());
        for (var list : Stream.concat(LISTS.stream(), RELATIONS.stream()).toList()) {
            assertThat(seen.of(list))
                    .as("%s of forest %d within %s for %s", list, seed, asked.area, asked.viewer)
                    .containsExactlyInAnyOrderElementsOf(expected.of(list));
            if (!seen.of(list).isEmpty()
                    && seen.of(list).size() < everything.of(list).size()) {
                tellingCases.merge(list, 1, Integer::sum);
            }
        }
        for (var open : NaiveCommons.OPEN_LISTS.values()) {
            assertThat(seen.of(open))
                    .as("%s of forest %d within %s for %s", open, seed, asked.area, asked.viewer)
                    .containsExactlyInAnyOrderElementsOf(expected.of(open));
        }
        assertThat(seen.ids()).containsOnlyKeys(expected.ids().keySet());
        comparisons += LISTS.size();
    }
}
