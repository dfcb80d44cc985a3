package org.wangge.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Forest.Matter;
import org.wangge.access.Forest.Person;
import org.wangge.access.Forest.Plot;
import org.wangge.access.Forest.Thing;
import org.wangge.access.Forest.Worker;

/// What people of a [Forest] do together: they sit in councils, now or at another time, deliberate, vote and
/// resolve, help and are certified; and what is open to everybody.
final class Commons {
    /// Of what everybody sees: type of the id, and the list in the graph.
    static final List<String> OPEN_TYPES = List.of(
            "venue",
            "socialOrganisation",
            "volunteerTeam",
            "activity",
            "serviceAgency",
            "serviceContract",
            "livelihoodProject",
            "projectBallot");

    final List<Council> councils = new ArrayList<>();
    final List<Seat> seats = new ArrayList<>();
    final List<Topic> topics = new ArrayList<>();
    final List<Meeting> meetings = new ArrayList<>();
    final List<Ballot> ballots = new ArrayList<>();
    final List<Resolution> resolutions = new ArrayList<>();
    final List<Volunteer> volunteers = new ArrayList<>();
    final List<Open> open = new ArrayList<>();
    final List<Enrolment> enrolments = new ArrayList<>();
    final List<Certificate> certificates = new ArrayList<>();

    private final Forest forest;

    Commons(Forest forest) {
        this.forest = forest;
        deliberate();
        help();
    }

    record Council(UUID uuid, Plot at) implements Thing {
        @Override
        public String type() {
            return "council";
        }
    }

    /// Whether somebody sits there today: not any more, or not yet, otherwise.
    enum Term {
        PAST,
        PRESENT,
        FUTURE
    }

    record Seat(
            UUID uuid,
            Council council,
            @Nullable Worker worker,
            @Nullable Person person,
            Term term) implements Thing {
        @Override
        public String type() {
            return "councilSeat";
        }
    }

    record Topic(
            UUID uuid,
            Plot at,
            @Nullable Council council,
            @Nullable Worker worker,
            @Nullable Person person,
            @Nullable Matter matter)
            implements Thing {
        @Override
        public String type() {
            return "topic";
        }
    }

    record Meeting(UUID uuid, Plot at, @Nullable Council council, boolean isPublic, boolean isNoticed)
            implements Thing {
        @Override
        public String type() {
            return "meeting";
        }
    }

    record Ballot(UUID uuid, Topic topic, @Nullable Meeting meeting) implements Thing {
        @Override
        public String type() {
            return "ballot";
        }
    }

    record Resolution(UUID uuid, Topic topic, @Nullable Ballot ballot) implements Thing {
        @Override
        public String type() {
            return "resolution";
        }
    }

    record Volunteer(
            UUID uuid,
            Plot at,
            @Nullable Worker worker,
            @Nullable Person person,
            @Nullable String actor) implements Thing {
        @Override
        public String type() {
            return "volunteer";
        }
    }

    /// Something that everybody sees.
    record Open(UUID uuid, String type, Plot at) implements Thing {}

    record Enrolment(UUID uuid, Open activity, Volunteer volunteer) implements Thing {
        @Override
        public String type() {
            return "activityEnrolment";
        }
    }

    record Certificate(UUID uuid, Volunteer volunteer) implements Thing {
        @Override
        public String type() {
            return "serviceCertificate";
        }
    }

    List<Open> open(String type) {
        return open.stream().filter(one -> one.type.equals(type)).toList();
    }

    private void deliberate() {
        for (int i = 0; i < 14; i++) {
            councils.add(new Council(forest.uuid(), forest.any(forest.plots)));
        }
        var taken = new HashSet<List<UUID>>();
        for (int i = 0; i < 60; i++) {
            var council = forest.any(councils);
            var worker = forest.once(2) ? forest.any(forest.workers) : null;
            var person = worker == null ? forest.any(forest.people) : null;
            if (taken.add(List.of(council.uuid, worker == null ? person.uuid() : worker.uuid()))) {
                seats.add(new Seat(forest.uuid(), council, worker, person, forest.any(List.of(Term.values()))));
            }
        }
        for (int i = 0; i < 30; i++) {
            var council = forest.once(2) ? forest.any(councils) : null;
            var worker = forest.once(2) ? forest.any(forest.workers) : null;
            var person = worker == null ? forest.any(forest.people) : null;
            var matter = forest.once(2) ? forest.any(forest.matters) : null;
            topics.add(new Topic(forest.uuid(), forest.any(forest.plots), council, worker, person, matter));
        }
        for (int i = 0; i < 30; i++) {
            var council = forest.once(2) ? forest.any(councils) : null;
            meetings.add(
                    new Meeting(forest.uuid(), forest.any(forest.plots), council, forest.once(2), !forest.once(4)));
        }
        for (var topic : topics.subList(0, 20)) {
            var meeting = forest.once(2) ? forest.any(meetings) : null;
            var ballot = new Ballot(forest.uuid(), topic, meeting);
            ballots.add(ballot);
            resolutions.add(new Resolution(forest.uuid(), topic, forest.once(2) ? ballot : null));
        }
    }

    private void help() {
        for (var type : OPEN_TYPES) {
            for (int i = 0; i < 8; i++) {
                open.add(new Open(forest.uuid(), type, forest.any(forest.plots)));
            }
        }
        var taken = new HashSet<Object>();
        for (int i = 0; i < 30; i++) {
            var worker = i % 4 == 0 ? forest.any(forest.workers) : null;
            var person = i % 4 == 1 ? forest.any(forest.people) : null;
            var actor = i % 4 == 2 ? "account:" + forest.any(forest.accounts) : null;
            var self = worker != null ? worker : person != null ? person : actor != null ? actor : i;
            if (taken.add(self)) {
                volunteers.add(new Volunteer(forest.uuid(), forest.any(forest.plots), worker, person, actor));
            }
        }
        for (var volunteer : volunteers) {
            enrolments.add(new Enrolment(forest.uuid(), forest.any(open("activity")), volunteer));
            if (forest.once(2)) {
                certificates.add(new Certificate(forest.uuid(), volunteer));
            }
        }
    }
}
