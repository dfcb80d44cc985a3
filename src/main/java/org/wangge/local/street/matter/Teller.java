package org.wangge.local.street.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Ledger;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.team.Calling;
import org.wangge.local.street.team.Post;
import org.wangge.local.street.team.Rota;
import org.wangge.local.street.team.Team;

/// Which way a matter comes in and who reports it: a resident, nobody in particular, or staff, on
/// a resident's behalf or their own.
public record Teller(String source, String actor, @Nullable UUID onBehalfOf) {
    public boolean isStaff() {
        return actor.startsWith("member:");
    }

    /// Chooses a teller by the way a matter comes in.
    public record Circle(Team team, Rota rota, Ledger ledger) {
        Teller tell(String source, Place courtyard, Instant at, Dice dice) {
            var neighbour = ledger.neighbour(courtyard, dice);
            return switch (source) {
                case "RESIDENT_APP", "OPINION_EXPRESS" ->
                    new Teller(source, dice.chance(0.12) ? "anonymous" : "resident:" + neighbour, null);
                case "GRID_VISIT" ->
                    new Teller(source, visitor(courtyard, at, dice), dice.chance(0.7) ? neighbour : null);
                case "GRID_PATROL" -> new Teller(source, visitor(courtyard, at, dice), null);
                case "MONITORING", "IOT_SENSOR" -> new Teller(source, holder(Post.MONITORING, at), null);
                default -> new Teller(source, holder(Post.INTAKE, at), dice.chance(0.5) ? neighbour : null);
            };
        }

        private String visitor(Place courtyard, Instant at, Dice dice) {
            var day = History.dayOf(at);
            return dice.chance(0.6)
                    ? team.serving(courtyard.at(3), Calling.MEMBER, day).actor()
                    : team.serving(courtyard, Calling.PARTY_LEADER, day).actor();
        }

        private String holder(Post post, Instant at) {
            return rota.holder(post, at).actor();
        }
    }
}
