package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import reactor.core.publisher.Mono;

/// What a viewer of a part of the town does not see of its ledger.
@ApiTest
class LedgerScopeTests {
    private static final PageRequest PAGE = PageRequest.of(null, null, null, null);
    private static final LedgerSight BRIDGE = LedgerSight.of(Scope.of(new GridKey(Town.BRIDGE.key())));
    private static final LedgerSight TWO_YARDS =
            LedgerSight.of(new Scope(List.of(new GridKey(Town.EAST_YARD.key()), new GridKey(Town.RIVER_YARD.key()))));

    @Autowired
    Residents residents;

    @Autowired
    Households households;

    @Autowired
    PremisesRegister premises;

    @Autowired
    Homes homes;

    @Autowired
    Graph graph;

    @Test
    void listsWhatIsInScopeOnly() {
        assertThat(nodes(residents.page(
                        ResidentFilter.NONE, Scope.everywhere(), BRIDGE, ResidentOrder.BY_VERIFICATION, PAGE)))
                .hasSize(2);
        assertThat(nodes(residents.page(
                        ResidentFilter.NONE, Scope.everywhere(), TWO_YARDS, ResidentOrder.BY_VERIFICATION, PAGE)))
                .hasSize(8);
        assertThat(nodes(households.page(HouseholdFilter.NONE, Scope.everywhere(), BRIDGE, PAGE)))
                .hasSize(1);
        assertThat(nodes(
                        premises.page(PremisesFilter.NONE, Scope.everywhere(), TWO_YARDS, PremisesOrder.BY_CODE, PAGE)))
                .hasSize(3);
    }

    @Test
    void findsWhatIsInScopeOnly() {
        assertThat(found(residents.find(new ResidentId(TownHomes.ZHANG_WEI.uuid()), BRIDGE)))
                .isFalse();
        assertThat(found(residents.find(new ResidentId(TownHomes.ZHANG_WEI.uuid()), TWO_YARDS)))
                .isTrue();
        assertThat(found(households.find("H001", BRIDGE))).isFalse();
        assertThat(found(households.find("H001", TWO_YARDS))).isTrue();
        assertThat(found(premises.find("P001", BRIDGE))).isFalse();
        assertThat(found(premises.find("P001", TWO_YARDS))).isTrue();
    }

    @Test
    void joinsAndCountsWhatIsInScopeOnly() {
        var zhang = List.of(TownHomes.ZHANG_FAMILY.uuid());

        assertThat(Awaited.the(homes.heads(zhang, BRIDGE).collectList())).isEmpty();
        assertThat(Awaited.the(homes.sizes(zhang))).containsValue(3);
        assertThat(Awaited.the(homes.residents(zhang, BRIDGE))).containsValue(List.of());
        assertThat(Awaited.the(homes.periods(List.of(TownHomes.ZHANG_WEI.uuid()), BRIDGE)))
                .containsValue(List.of());
        assertThat(Awaited.the(homes.households(List.of(TownHomes.EAST_HOUSE.uuid()), BRIDGE)))
                .containsValue(List.of());
    }

    @Test
    void figuresOfFewPeopleAreForThoseWhoWorkThere() {
        var counts = "{ grid(by: {id: \"%s\"}) { counts { residentCount householdCount } } }"
                .formatted(Town.BRIDGE_YARD.id());

        assertThat(graph.as(TownAccount.OUYANG).ask(counts).number("grid.counts.residentCount"))
                .isEqualTo(2);
        assertThat(graph.as(TownAccount.LI).ask(counts).isNull("grid.counts.residentCount"))
                .isTrue();
        assertThat(graph.anonymous().ask(counts).isNull("grid.counts.householdCount"))
                .isTrue();
        assertThat(graph.anonymous()
                        .ask(counts.replace(Town.BRIDGE_YARD.id(), Town.STREET.id()))
                        .number("grid.counts.residentCount"))
                .isEqualTo(13);
    }

    private static <T> List<T> nodes(Mono<Connection<T>> page) {
        return Awaited.the(page).nodes();
    }

    private static boolean found(Mono<?> one) {
        return Awaited.the(one.hasElement());
    }
}
