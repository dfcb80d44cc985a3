package org.wangge.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridCounts;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;
import reactor.core.publisher.Mono;

/// What a viewer of a part of the town does not see of its teams.
@ApiTest
class PersonnelScopeTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Scope WILLOW = Scope.of(new GridKey(Town.WILLOW.key()));
    private static final Scope BRIDGE = Scope.of(new GridKey(Town.BRIDGE.key()));
    private static final Scope TWO_YARDS =
            new Scope(List.of(new GridKey(Town.EAST_YARD.key()), new GridKey(Town.WILLOW_TWO.key())));

    @Autowired
    Members members;

    @Autowired
    Assignments assignments;

    @Autowired
    Departments departments;

    @Autowired
    Rosters rosters;

    @Test
    void seesMembersWhoBelongThereOrServeThere() {
        assertThat(names(WILLOW)).containsExactly("李建国", "王秀英", "𠮷田", "陈志远", "赵医生", "孙小梅", "周组长");
        assertThat(names(BRIDGE)).containsExactly("阿依古丽·买买提", "欧阳桥", "陈志远");
        assertThat(names(TWO_YARDS)).containsExactly("𠮷田", "赵医生");
    }

    @Test
    void findsMembersAndAssignmentsInScopeOnly() {
        assertThat(found(members.find(member(TownPeople.OUYANG), BRIDGE))).isTrue();
        assertThat(found(members.find(member(TownPeople.OUYANG), WILLOW))).isFalse();
        assertThat(found(members.find("WG005", WILLOW))).isFalse();
        assertThat(found(assignments.find(assignment(TownPeople.OUYANG_LEADS_BRIDGE_ONE), BRIDGE)))
                .isTrue();
        assertThat(found(assignments.find(assignment(TownPeople.OUYANG_LEADS_BRIDGE_ONE), WILLOW)))
                .isFalse();
        assertThat(Awaited.the(departments
                        .find(List.of(TownPeople.WILLOW_COMMITTEE.uuid()), viewer(Town.BRIDGE))
                        .collectList()))
                .isEmpty();
    }

    @Test
    void listsAssignmentsInScopeOnly() {
        var page = assignments.page(
                AssignmentFilter.NONE,
                TWO_YARDS,
                TODAY,
                AssignmentOrder.BY_GRID,
                PageRequest.of(null, null, null, null));

        assertThat(nodes(page))
                .extracting(one -> one.id().value())
                .containsExactly(TownPeople.JI_LEADS_EAST_YARD.uuid(), TownPeople.ZHAO_HEALS_WILLOW_TWO.uuid());
    }

    @Test
    void countsAndRostersHoldWhatIsInScopeOnly() {
        var street = new GridCounts(new GridKey(Town.STREET.key()));
        var counts = Awaited.the(rosters.counts(List.of(street), BRIDGE, TODAY));

        assertThat(counts.get(street))
                .extracting(RoleCount::role, RoleCount::count)
                .hasSize(3);
        assertThat(roster(Town.WILLOW_ONE, BRIDGE)).isEmpty();
        assertThat(roster(Town.WILLOW_ONE, WILLOW)).hasSize(4);
        assertThat(Awaited.the(rosters.leaders(List.of(Town.WILLOW_ONE.uuid()), BRIDGE, TODAY)
                        .collectList()))
                .isEmpty();
    }

    private List<Assignment> roster(TownGrid grid, Scope scope) {
        return Awaited.the(rosters.ofGrids(List.of(grid.uuid()), scope, TODAY)).getOrDefault(grid.uuid(), List.of());
    }

    private static Viewer viewer(TownGrid grid) {
        var grant = new Grant(Role.GRID_MEMBER, new GridKey(grid.key()), Instant.EPOCH, null);
        return new Viewer("somebody", grid.uuid(), null, null, null, List.of(grant), null);
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
