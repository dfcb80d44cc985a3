package org.wangge.local.street.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wangge.local.street.seed.Dice;

/// What families of a size look like: how common, how old the head is, and who lives with them
/// (S spouse, C child, P parent, E grandparent, B sibling, G grandchild).
record Kinship(int weight, int youngest, int oldest, String others) {
    private static final Map<Integer, List<Kinship>> BY_SIZE = Map.of(
            1, List.of(new Kinship(60, 20, 62, ""), new Kinship(40, 63, 92, "")),
            2,
                    List.of(
                            new Kinship(34, 58, 86, "S"),
                            new Kinship(34, 24, 57, "S"),
                            new Kinship(16, 28, 70, "C"),
                            new Kinship(6, 56, 74, "G"),
                            new Kinship(6, 32, 62, "P"),
                            new Kinship(4, 19, 40, "B")),
            3,
                    List.of(
                            new Kinship(66, 26, 62, "SC"),
                            new Kinship(16, 36, 64, "SP"),
                            new Kinship(9, 57, 72, "SG"),
                            new Kinship(9, 29, 52, "CP")),
            4, List.of(new Kinship(52, 29, 56, "SCC"), new Kinship(48, 28, 58, "SCP")),
            5, List.of(new Kinship(58, 27, 56, "SCPP"), new Kinship(42, 30, 54, "SCCP")),
            6, List.of(new Kinship(90, 30, 54, "SCCPP"), new Kinship(10, 31, 44, "SCCPE")),
            7, List.of(new Kinship(100, 31, 44, "SCCPPE")));

    static Kinship of(int size, Dice dice) {
        var kinships = Objects.requireNonNull(BY_SIZE.get(size));
        var mark = dice.below(100);
        for (var kinship : kinships) {
            mark -= kinship.weight;
            if (mark < 0) {
                return kinship;
            }
        }
        return kinships.getLast();
    }

    int headAge(Dice dice) {
        return dice.between(youngest, oldest);
    }
}
