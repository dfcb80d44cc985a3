package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridCounts;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Town;
import org.wangge.town.TownHomes;
import reactor.core.publisher.Mono;

/// What a viewer of a part of the town does not see of its ledger.
@ApiTest
class LedgerScopeTests {
    private static final PageRequest PAGE = PageRequest.of(null, null, null, null);
    private static final Scope BRIDGE = Scope.of(new GridKey(Town.BRIDGE.key()));
    private static final Scope TWO_YARDS =
            new Scope(List.of(new GridKey(Town.EAST_YARD.key()), new GridKey(Town.RIVER_YARD.key())));

    @Autowired
    Residents residents;

    @Autowired
    Households households;

    @Autowired
    PremisesRegister premises;

    @Autowired
    Homes homes;

    @Autowired
    Tallies tallies;

    @Test
    void listsWhatIsInScopeOnly() {
        assertThat(nodes(residents.page(ResidentFilter.NONE, BRIDGE, ResidentOrder.BY_VERIFICATION, PAGE)))
                .hasSize(2);
        assertThat(nodes(residents.page(ResidentFilter.NONE, TWO_YARDS, ResidentOrder.BY_VERIFICATION, PAGE)))
                .hasSize(8);
        assertThat(nodes(households.page(HouseholdFilter.NONE, BRIDGE, PAGE))).hasSize(1);
        assertThat(nodes(premises.page(PremisesFilter.NONE, TWO_YARDS, PremisesOrder.BY_CODE, PAGE)))
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
        var street = new GridCounts(new GridKey(Town.STREET.key()));

        assertThat(Awaited.the(homes.heads(zhang, BRIDGE).collectList())).isEmpty();
        assertThat(Awaited.the(homes.sizes(zhang, BRIDGE))).containsValue(0);
        assertThat(Awaited.the(homes.residents(zhang, BRIDGE))).containsValue(List.of());
        assertThat(Awaited.the(homes.periods(List.of(TownHomes.ZHANG_WEI.uuid()), BRIDGE)))
                .containsValue(List.of());
        assertThat(Awaited.the(homes.households(List.of(TownHomes.EAST_HOUSE.uuid()), BRIDGE)))
                .containsValue(List.of());
        assertThat(Awaited.the(tallies.residents(List.of(street), TWO_YARDS))).containsEntry(street, 8);
        assertThat(Awaited.the(tallies.households(List.of(street), BRIDGE))).containsEntry(street, 1);
        assertThat(Awaited.the(tallies.premises(List.of(street), BRIDGE)).get(street))
                .hasSize(3);
    }

    private static <T> List<T> nodes(Mono<Connection<T>> page) {
        return Awaited.the(page).nodes();
    }

    private static boolean found(Mono<?> one) {
        return Awaited.the(one.hasElement());
    }
}
