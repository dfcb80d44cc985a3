package org.wangge.local.street.seed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Seeded dice (SplitMix64): the same name and number throw the same row on every machine and
/// every Java, so that one part of the street can change without moving the others.
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice named(String name, long number) {
        var hash = 0xCBF29CE484222325L;
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        var dice = new Dice(hash ^ number * GOLDEN);
        dice.next();
        return dice;
    }

    public long next() {
        state += GOLDEN;
        var mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /// From 0 inclusive to 1 exclusive.
    public double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return share() < probability;
    }

    public int below(int bound) {
        return (int) (share() * bound);
    }

    /// Both ends included.
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /// Around 0, nearly always between -1 and 1.
    public double bell() {
        return (share() + share() + share() + share() - 2) / 1.2;
    }

    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /// Favours the front of the list: its first tenth is picked three times out of ten.
    public <T> T pickEarly(List<T> from) {
        return from.get((int) (from.size() * share() * share()));
    }

    /// In the shape of a UUIDv7 of that instant.
    public UUID id(Instant at) {
        var high = at.toEpochMilli() << 16 | 0x7000 | next() >>> 52;
        return new UUID(high, next() >>> 2 | 1L << 63);
    }
}
