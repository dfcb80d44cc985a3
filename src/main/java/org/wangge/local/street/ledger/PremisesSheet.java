package org.wangge.local.street.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Rows of `premises`. Their codes count through the courtyard, whatever they are.
final class PremisesSheet {
    private final Sheet sheet = new Sheet(
            "premises",
            "id, grid_id, grid_key, code, type, address, area_m2, occupancy, enterprise, location,"
                    + " verified_at, source");
    private final Map<UUID, Integer> counts = new HashMap<>();
    private final History history;

    PremisesSheet(History history) {
        this.history = history;
    }

    Sheet sheet() {
        return sheet;
    }

    UUID home(Place courtyard, String type, String occupancy, String address, Dice dice) {
        var area = courtyard.isEstate() ? dice.between(48, 142) : dice.between(80, 260);
        return write(courtyard, new Use(type, address, area, occupancy, null), dice);
    }

    void works(Place courtyard, Trade trade, String address, String enterprise, Dice dice) {
        var occupancy = dice.chance(0.7) ? "RENTED" : "OWNER";
        write(courtyard, new Use(trade.type(), address, trade.squareMetres(dice), occupancy, enterprise), dice);
    }

    private UUID write(Place place, Use use, Dice dice) {
        var id = dice.id(recordedAt());
        var code = place.code() + Digits.of(counts.merge(place.id(), 1, Integer::sum), 4);
        sheet.cells(id, place.id(), place.key(), code)
                .cells(use.type, use.address, use.area + "." + dice.below(100), use.occupancy, use.enterprise)
                .cells(place.spot(dice), history.lately(dice), Source.of(dice))
                .end();
        return id;
    }

    private Instant recordedAt() {
        return history.startAt().minusMillis(86_400_000L - sheet.rows());
    }

    private record Use(
            String type,
            String address,
            int area,
            String occupancy,
            @Nullable String enterprise) {}
}
