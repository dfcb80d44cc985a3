package org.wangge.local.street.ledger;

import java.util.List;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Words;

/// A kind of place of work: how many there are, how many of ten stand in the industrial parks, how
/// large they are, and what they call themselves.
record Trade(String type, int count, double inParks, int least, int most, List<String> endings) {
    static List<Trade> all() {
        var words = Words.from("trades");
        return words.lines("trades").stream().map(line -> of(line, words)).toList();
    }

    int squareMetres(Dice dice) {
        return least + (int) ((most - least) * dice.share() * dice.share());
    }

    private static Trade of(String line, Words words) {
        var cells = line.split(" ");
        return new Trade(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]) / 10.0,
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                words.words(cells[0]));
    }
}
