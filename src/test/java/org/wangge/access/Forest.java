package org.wangge.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;

/// Grids with homes, people, teams and issues at random, the same for the same seed. A page holds
/// all of any kind. What belongs together mostly stands in one grid, but not always.
final class Forest {
    static final int MOST = 100;
    private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "ACTIVE", "MOVED_OUT", "DECEASED");
    private static final List<String> SECRECIES = List.of("PUBLIC", "INTERNAL", "PRIVATE");

    final List<Plot> plots = new ArrayList<>();
    final List<House> houses = new ArrayList<>();
    final List<Family> families = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Stay> stays = new ArrayList<>();
    final List<Worker> workers = new ArrayList<>();
    final List<Service> services = new ArrayList<>();
    final List<Matter> matters = new ArrayList<>();
    /// Of callers who reported something.
    final List<UUID> accounts = new ArrayList<>();
    final Commons commons;

    private final Random random;

    Forest(Random random) {
        this.random = random;
        plant();
        settle();
        staff();
        report();
        commons = new Commons(this);
    }

    /// Something with an id in the graph.
    interface Thing {
        UUID uuid();

        String type();

        default String id() {
            return GlobalId.encode(type(), uuid());
        }
    }

    record Plot(
            UUID uuid,
            String key,
            int level,
            String code,
            @Nullable Plot parent) implements Thing {
        @Override
        public String type() {
            return "grid";
        }

        @Override
        public String toString() {
            return key;
        }

        /// The digits that the codes of its children start with.
        String stem() {
            return level == 0 ? code.substring(0, 6) : level == 1 ? code.substring(0, 9) : code;
        }
    }

    record House(UUID uuid, Plot at) implements Thing {
        @Override
        public String type() {
            return "premises";
        }
    }

    record Family(UUID uuid, Plot at, House house) implements Thing {
        @Override
        public String type() {
            return "household";
        }
    }

    record Person(UUID uuid, Plot at, Family family, String status, boolean isHead, boolean isInNeed) implements Thing {
        @Override
        public String type() {
            return "resident";
        }

        boolean livesIn(Family home) {
            return status.equals("ACTIVE") && family.equals(home);
        }
    }

    /// Where somebody lived in a year.
    record Stay(Person person, House house, int year) {}

    record Worker(UUID uuid, Plot home, boolean isPublic) implements Thing {
        @Override
        public String type() {
            return "member";
        }
    }

    /// What somebody was in charge of, one after the other.
    record Service(UUID uuid, Worker worker, Plot at) implements Thing {
        @Override
        public String type() {
            return "assignment";
        }
    }

    record Matter(
            UUID uuid,
            Plot at,
            String secrecy,
            String reporter,
            @Nullable Worker lead,
            @Nullable Person onBehalfOf) implements Thing {
        @Override
        public String type() {
            return "issue";
        }
    }

    <T> T any(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    /// True once in so many times.
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void plant() {
        var taken = new HashSet<String>();
        var roots = 1 + random.nextInt(3);
        for (int i = 1; i <= roots; i++) {
            var level = random.nextInt(2);
            var code = "5101%02d%s".formatted(i, level == 0 ? "000000" : "001000");
            grow(new Plot(uuid(), segment(taken) + ".", level, code, null));
        }
    }

    private void grow(Plot plot) {
        plots.add(plot);
        var children = plot.level == 5 || plots.size() > MOST / 2 ? 0 : 1 + random.nextInt(plot.level < 3 ? 3 : 2);
        var taken = new HashSet<String>();
        for (int i = 1; i <= children; i++) {
            var key = plot.key + segment(taken) + ".";
            grow(new Plot(uuid(), key, plot.level + 1, plot.stem() + codeTail(plot.level + 1, i), plot));
        }
    }

    private static String codeTail(int level, int number) {
        return switch (level) {
            case 1 -> "%03d000".formatted(number);
            case 4 -> "%02d".formatted(number);
            default -> "%03d".formatted(number);
        };
    }

    /// Of one or two characters, so that one is often the beginning of another.
    private String segment(Set<String> taken) {
        var segment = Integer.toString(random.nextInt(once(2) ? 36 : 36 * 36), 36);
        return taken.add(segment) ? segment : segment(taken);
    }

    private void settle() {
        for (int i = 0; i < 20; i++) {
            houses.add(new House(uuid(), any(plots)));
        }
        for (int i = 0; i < 30; i++) {
            var house = any(houses);
            families.add(new Family(uuid(), mostly(house.at), house));
        }
        for (int i = 0; i < 80; i++) {
            var family = any(families);
            var status = any(STATUSES);
            var isHead = status.equals("ACTIVE")
                    && people.stream().noneMatch(person -> person.family.equals(family) && person.isHead);
            people.add(new Person(uuid(), mostly(family.at), family, status, isHead, once(3)));
        }
        for (int year = 2010; year < 2050; year++) {
            stays.add(new Stay(any(people), any(houses), year));
        }
    }

    private void staff() {
        for (int i = 0; i < 25; i++) {
            workers.add(new Worker(uuid(), any(plots), once(3)));
        }
        for (int i = 0; i < 40; i++) {
            var worker = any(workers);
            services.add(new Service(uuid(), worker, mostly(worker.home)));
        }
    }

    private void report() {
        for (int i = 0; i < 5; i++) {
            accounts.add(uuid());
        }
        for (int i = 0; i < 60; i++) {
            var lead = once(3) ? any(workers) : null;
            var onBehalfOf = once(3) ? any(people) : null;
            matters.add(new Matter(uuid(), any(plots), any(SECRECIES), reporter(), lead, onBehalfOf));
        }
    }

    private String reporter() {
        return switch (random.nextInt(3)) {
            case 0 -> "anonymous";
            case 1 -> "account:" + any(accounts);
            default -> "member:" + any(workers).uuid();
        };
    }

    private Plot mostly(Plot plot) {
        return once(4) ? any(plots) : plot;
    }
}
