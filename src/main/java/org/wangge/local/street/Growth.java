package org.wangge.local.street;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.LandRegister;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Ledger;
import org.wangge.local.street.life.Limits;
import org.wangge.local.street.life.Lives;
import org.wangge.local.street.matter.Category;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.team.DutyPlan;
import org.wangge.local.street.team.DutyRoster;
import org.wangge.local.street.team.Rota;
import org.wangge.local.street.team.Team;
import org.wangge.local.street.team.TeamSheets;

/// Grows the street on a thread of its own, so that one part can be loaded while the next grows.
final class Growth implements AutoCloseable {
    private final ExecutorService gardener = Executors.newSingleThreadExecutor();
    private final History history;
    private final Keyring keyring;
    private final Land land;
    private final Team team;
    private final CompletableFuture<Ledger> ledger;
    private final CompletableFuture<Lives> lives;

    Growth(LocalDate today, List<Category> categories, Limits limits, Keyring keyring) {
        this.keyring = keyring;
        history = new History(today);
        land = Land.surveyed();
        ledger = CompletableFuture.supplyAsync(() -> Ledger.of(land, history, keyring), gardener);
        team = Team.of(land, history);
        lives = ledger.thenApplyAsync(grown -> new Lives(land, team, grown, history, categories, limits), gardener);
    }

    /// The parts in the order in which they refer to each other, each when it is asked for.
    List<Supplier<List<Sheet>>> parts() {
        return List.of(
                () -> LandRegister.of(land),
                () -> TeamSheets.of(team, land.street()),
                () -> DutyPlan.of(team, land.street()),
                () -> DutyRoster.of(new Rota(team), land.street(), history),
                () -> ledger.join().sheets(),
                () -> lives.join().sheets(keyring, land.street().code().substring(0, 9)));
    }

    Sheet events(int streamNo) {
        return lives.join().events(streamNo);
    }

    Sheet caseNumbers(int streamNo) {
        return lives.join().numbers(streamNo);
    }

    Place street() {
        return land.street();
    }

    @Override
    public void close() {
        gardener.shutdownNow();
    }
}
