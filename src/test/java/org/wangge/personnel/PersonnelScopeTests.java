package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Town;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;
import reactor.core.publisher.Mono;

/// What a viewer of a part of the town does not see of its teams.
@ApiTest
class PersonnelScopeTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Scope WILLOW = Scope.of(new GridKey(Town.WILLOW.key()));
    private static final Scope BRIDGE = Scope.of(new GridKey(Town.BRIDGE.key()));

    @Autowired
    Members members;

    @Autowired
    Assignments assignments;

    @Autowired
    Rosters rosters;

    @Test
    void seesMembersWithAPublicCardEverywhereAndOthersWhereTheyBelongOrServed() {
        assertThat(names(WILLOW)).hasSize(9).contains("孙小梅", "欧阳桥");
        assertThat(names(BRIDGE)).hasSize(8).doesNotContain("孙小梅");
        assertThat(names(Scope.nowhere())).isEqualTo(names(BRIDGE));
    }

    @Test
    void findsHiddenMembersAndWhatTheyDidInScopeOnly() {
        assertThat(found(members.find(member(TownPeople.SUN), WILLOW))).isTrue();
        assertThat(found(members.find(member(TownPeople.SUN), BRIDGE))).isFalse();
        assertThat(found(members.find("WG008", BRIDGE))).isFalse();
        assertThat(found(assignments.find(assignment(TownPeople.SUN_WAS_MEMBER), WILLOW)))
                .isTrue();
        assertThat(found(assignments.find(assignment(TownPeople.SUN_WAS_MEMBER), BRIDGE)))
                .isFalse();
        assertThat(found(assignments.find(assignment(TownPeople.OUYANG_LEADS_BRIDGE_ONE), WILLOW)))
                .isTrue();
    }

    @Test
    void listsWhatHiddenMembersDidInScopeOnly() {
        assertThat(served(WILLOW)).contains(TownPeople.SUN_WAS_MEMBER.uuid());
        assertThat(served(BRIDGE))
                .contains(TownPeople.LI_LEADS_WILLOW_ONE.uuid())
                .doesNotContain(TownPeople.SUN_WAS_MEMBER.uuid());
    }

    @Test
    void rostersHoldHiddenMembersInScopeOnly() {
        assertThat(roster(WILLOW)).contains(TownPeople.SUN_WAS_MEMBER.uuid());
        assertThat(roster(BRIDGE)).doesNotContain(TownPeople.SUN_WAS_MEMBER.uuid());
    }

    private List<UUID> served(Scope scope) {
        var filter = new AssignmentFilter(null, null, null, null, null, true);
        return nodes(assignments.page(
                        filter,
                        Scope.everywhere(),
                        scope,
                        TODAY,
                        AssignmentOrder.BY_GRID,
                        PageRequest.of(null, null, null, null)))
                .stream()
                .map(one -> one.id().value())
                .toList();
    }

    private List<UUID> roster(Scope scope) {
        var grid = Town.WILLOW_ONE.uuid();
        return Awaited.the(rosters.ofGrids(List.of(grid), scope, LocalDate.of(2024, 6, 1)))
                .getOrDefault(grid, List.of())
                .stream()
                .map(one -> one.id().value())
                .toList();
    }

    private List<String> names(Scope scope) {
        var page = members.page(
                MemberFilter.NONE,
                new GridKey(""),
                scope,
                TODAY,
                MemberOrder.BY_CARD,
                PageRequest.of(null, null, null, null));
        return nodes(page).stream().map(Member::name).toList();
    }

    private static <T> List<T> nodes(Mono<Connection<T>> page) {
        return Awaited.the(page).nodes();
    }

    private static boolean found(Mono<?> one) {
        return Awaited.the(one.hasElement());
    }

    private static MemberId member(TownThing member) {
        return new MemberId(member.uuid());
    }

    private static AssignmentId assignment(TownThing assignment) {
        return new AssignmentId(assignment.uuid());
    }
}
