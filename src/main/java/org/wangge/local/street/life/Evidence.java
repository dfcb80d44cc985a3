package org.wangge.local.street.life;

import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.local.street.land.Spot;
import org.wangge.local.street.seed.Dice;

/// What is shown of each of the five kinds (五个见). Photos are left out of the demo street: its words
/// say so.
final class Evidence {
    private static final int LAST_DIGITS = 10_000_000;
    private static final double NEAR = 0.0004;

    private final Script script;
    private final Dice dice;

    Evidence(Script script) {
        this.script = script;
        this.dice = script.dice;
    }

    Proof.Shown of(EvidenceKind kind) {
        return switch (kind) {
            case PERSON -> person();
            case SCENE -> new Proof.Shown(words("SCENE"), spot(), null, null, null, null, null);
            case PROCESS -> Proof.Shown.text(words("PROCESS"));
            case RESULT -> result();
            case ANALYSIS -> analysis();
        };
    }

    private Proof.Shown person() {
        var teller = script.report().teller();
        var nobody = teller.actor().equals("anonymous") && teller.onBehalfOf() == null;
        var words = (nobody ? words("WITNESS") : words("PERSON")).split("\\|");
        return new Proof.Shown(null, null, words[1], words[0], null, null, null);
    }

    private Proof.Shown result() {
        var type = script.report().story().type();
        return script.docket.required().contains(EvidenceKind.SCENE)
                ? new Proof.Shown(words("EFFECT"), spot(), null, null, null, null, null)
                : Proof.Shown.text(words("EFFECT " + type));
    }

    private Proof.Shown analysis() {
        var words = words("ANALYSIS").split("\\|");
        return new Proof.Shown(words[3], null, null, null, words[0], words[1].equals("会"), words[2]);
    }

    /// Some metres from where it was reported.
    private Spot spot() {
        var site = script.report().site();
        var spot = site.spot() == null ? site.grid().centre() : site.spot();
        return new Spot(near(spot.longitude()), near(spot.latitude()));
    }

    private double near(double degrees) {
        return (double) Math.round((degrees + NEAR * dice.bell() / 2) * LAST_DIGITS) / LAST_DIGITS;
    }

    private String words(String heading) {
        return script.words.about(script.report(), heading, dice);
    }
}
