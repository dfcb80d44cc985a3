package org.wangge.local.street.society;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;
import org.wangge.organisation.CreditCode;

/// The eight agencies whose services are procured (第三方社工机构), as rows of `service_agency`, and what was
/// agreed with them.
final class Agencies {
    /// Civil affairs, not an enterprise, and an area that does not exist.
    private static final String NOBODY = "52999999";

    private final Sheet sheet =
            new Sheet("service_agency", "id, grid_id, grid_key, name, credit_code, registered_by, registered_at");
    private final List<UUID> all = new ArrayList<>();
    private final Set<UUID> counted = new HashSet<>();
    private final Contracts contracts;
    private final Neighbourhood around;

    Agencies(Neighbourhood around, Words words) {
        this.around = around;
        this.contracts = new Contracts(around, words);
        words.lines("agencies").forEach(this::register);
    }

    void agree(List<Gathering> gatherings, Words words) {
        var block = new ArrayList<String>();
        for (var line : words.lines("contracts").reversed()) {
            block.addFirst(line);
            if (!line.startsWith(" ")) {
                sign(List.copyOf(block), gatherings);
                block.clear();
            }
        }
    }

    List<Sheet> sheets() {
        var sheets = new ArrayList<>(List.of(sheet));
        sheets.addAll(contracts.sheets());
        return sheets;
    }

    private void register(String name) {
        var street = around.land().street();
        var dice = Dice.named("agency", all.size());
        var at = History.at(around.history().startOn().minusDays(dice.between(20, 300)), 36_000);
        var id = dice.id(at);
        around.chronicle().course(id, street.key()).step("AGENCY_REGISTERED", at);
        var code = CreditCode.completed(NOBODY + Digits.of(all.size() + 1, 9));
        var clerk = around.clerk("GOVERNANCE", dice).actor();
        sheet.row(id, street.id(), street.key(), name, code, clerk, at);
        all.add(id);
    }

    /// Two of the activities that fall into its time are counted for it, each for one contract.
    private void sign(List<String> block, List<Gathering> gatherings) {
        var terms = Terms.of(block, around.history());
        var held = gatherings.stream()
                .filter(one -> terms.holds(History.dayOf(one.startsAt())) && !counted.contains(one.id()))
                .limit(2)
                .toList();
        held.forEach(one -> counted.add(one.id()));
        contracts.sign(all.get(terms.agency() - 1), terms, held);
    }
}
