package org.wangge.local.street;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.LandRegister;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Ledger;
import org.wangge.local.street.life.Limits;
import org.wangge.local.street.life.Lives;
import org.wangge.local.street.matter.Category;
import org.wangge.local.street.seed.Chronicle;
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
    private final CompletableFuture<Together> together;

    Growth(LocalDate today, List<Category> categories, Limits limits, Keyring keyring) {
        this.keyring = keyring;
        history = new History(today);
        land = Land.surveyed();
        ledger = CompletableFuture.supplyAsync(() -> Ledger.of(land, history, keyring), gardener);
        team = Team.of(land, history);
        lives = ledger.thenApplyAsync(grown -> new Lives(land, team, grown, history, categories, limits), gardener);
        together = lives.thenApplyAsync(lived -> Together.of(around(), lived, keyring), gardener);
    }

    /// The parts in the order in which they refer to each other, each when it is asked for.
    List<Supplier<List<Sheet>>> parts() {
        return List.of(
                () -> LandRegister.of(land),
                () -> TeamSheets.of(team, land.street()),
                () -> DutyPlan.of(team, land.street()),
                () -> DutyRoster.of(new Rota(team), land.street(), history),
                () -> ledger.join().sheets(),
                // What was resolved in council is a part of the lives of six cases.
                () -> together.thenApply(done -> sheets(lives.join())).join(),
                () -> together.join().sheets());
    }

    Sheet events(int streamNo) {
        return together.join().chronicle().sheet(streamNo);
    }

    Sheet caseNumbers(int streamNo) {
        return lives.join().numbers(streamNo);
    }

    Place street() {
        return land.street();
    }

    private List<Sheet> sheets(Lives lived) {
        return lived.sheets(keyring, land.street().code().substring(0, 9));
    }

    private Neighbourhood around() {
        return new Neighbourhood(land, team, ledger.join(), history, new Chronicle(history));
    }

    @Override
    public void close() {
        gardener.shutdownNow();
    }
}
