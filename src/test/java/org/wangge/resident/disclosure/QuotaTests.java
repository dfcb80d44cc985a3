package org.wangge.resident.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.GlobalId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownHomes;
import org.wangge.town.TownViewers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How often one may look.
@DisclosureTest
class QuotaTests {
    @Autowired
    Graph graph;

    @Autowired
    RevealService reveals;

    @Autowired
    QuotaService quotas;

    @Test
    void givesExactlyThirtyOfSixtyFourAtOnce() {
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);

        var outcomes = Awaited.the(looks(viewer, 64).collectList());

        assertThat(outcomes).filteredOn("shown"::equals).hasSize(30);
        assertThat(outcomes).filteredOn("QUOTA_USED_UP"::equals).hasSize(34);
        assertThat(Tables.number(
                        graph.database(),
                        "select count(*) from disclosure where account_id = '" + viewer.accountId() + "'"))
                .isEqualTo(30);
    }

    @Test
    void saysWhenOneMayLookAgain() {
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);
        Awaited.the(looks(viewer, 30).collectList());

        var refusal =
                Awaited.the(reveals.reveal(RevealTests.input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT), viewer)
                        .map(payload -> (Refusal) new Refusal.KeyReused())
                        .onErrorResume(Refused.class, refused -> Mono.just(refused.refusal())));

        assertThat(refusal).isInstanceOfSatisfying(Refusal.QuotaUsedUp.class, used -> {
            assertThat(used.limit()).isEqualTo(30);
            assertThat(Duration.between(Instant.now(), used.resetsAt()))
                    .isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
        });
    }

    @Test
    void letsASecondPersonAllowMoreAndNotesIt() {
        var viewer = member();
        var leader = TownViewers.in(Town.WILLOW, Role.GRID_LEADER);
        Awaited.the(looks(viewer, 30).collectList());

        Awaited.the(quotas.raise(raise(viewer, 2), leader));

        assertThat(Awaited.the(looks(viewer, 3).collectList()))
                .containsExactlyInAnyOrder("shown", "shown", "QUOTA_USED_UP");
        assertThat(Tables.texts(
                        graph.database(),
                        "select kind || ' ' || role from disclosure where account_id = '" + leader.accountId() + "'"))
                .containsExactly("QUOTA GRID_LEADER");
    }

    @Test
    void refusesToRaiseOnesOwnOrThatOfSomebodyElsewhere() {
        var viewer = member();

        assertThat(refused(
                        viewer,
                        new Viewer(
                                "account:x",
                                viewer.accountId(),
                                null,
                                null,
                                null,
                                TownViewers.in(Town.WILLOW, Role.GRID_LEADER).grants(),
                                null)))
                .isEqualTo("ONESELF");
        assertThat(refused(viewer, TownViewers.in(Town.BRIDGE, Role.COMMUNITY_LEADER)))
                .isEqualTo("accountId UNKNOWN");
        assertThat(refused(viewer, TownViewers.in(Town.WILLOW, Role.GRID_MEMBER)))
                .isEqualTo("NOT_PERMITTED");
        assertThat(refused(viewer, TownViewers.in(Town.STREET, Role.SUBDISTRICT_LEADER)))
                .startsWith("Outcome");
    }

    private String refused(Viewer of, Viewer by) {
        return RevealTests.problem(Mono.defer(() -> quotas.raise(raise(of, 1), by))
                .map(Object::toString)
                .onErrorResume(Fault.class, fault -> Mono.just(fault.code().name())));
    }

    private Flux<String> looks(Viewer viewer, int times) {
        return Flux.range(0, times)
                .flatMap(
                        time -> reveals.reveal(RevealTests.input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT), viewer)
                                .map(payload -> "shown")
                                .onErrorResume(
                                        Refused.class,
                                        refused -> Mono.just(
                                                refused.refusal().code().name())),
                        64);
    }

    private static RaiseDisclosureQuotaInput raise(Viewer viewer, int extra) {
        var account = GlobalId.encode("account", Objects.requireNonNull(viewer.accountId()));
        return new RaiseDisclosureQuotaInput(UUID.randomUUID(), account, extra, "汛期集中走访");
    }

    /// A grid member with an account in the database.
    private Viewer member() {
        var viewer = TownViewers.in(Town.WILLOW_ONE, Role.GRID_MEMBER);
        TestPostgres.execute(
                graph.database(), """
                insert into account (id, kind) values ('%1$s', 'STAFF');
                insert into account_grant (account_id, role, grid_id, grid_key, from_at, given_by, reason)
                values ('%1$s', 'GRID_MEMBER', '%2$s', '%3$s', now() - interval '1 day', 'town', 'town')""".formatted(viewer.accountId(), Town.WILLOW_ONE.uuid(), Town.WILLOW_ONE.key()));
        return viewer;
    }
}
