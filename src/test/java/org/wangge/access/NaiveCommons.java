package org.wangge.access;

import static org.wangge.access.Role.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Commons.Ballot;
import org.wangge.access.Commons.Certificate;
import org.wangge.access.Commons.Council;
import org.wangge.access.Commons.Enrolment;
import org.wangge.access.Commons.Meeting;
import org.wangge.access.Commons.Resolution;
import org.wangge.access.Commons.Seat;
import org.wangge.access.Commons.Term;
import org.wangge.access.Commons.Topic;
import org.wangge.access.Commons.Volunteer;
import org.wangge.access.Forest.Plot;
import org.wangge.access.Forest.Thing;

/// What a viewer sees of the [Commons], by what is said of each and nothing else.
record NaiveCommons(Commons commons, NaiveSight sight) {
    static final Map<String, String> OPEN_LISTS = Map.of(
            "venue", "venues",
            "socialOrganisation", "organisations",
            "volunteerTeam", "volunteerTeams",
            "activity", "activities",
            "serviceAgency", "serviceAgencies",
            "serviceContract", "serviceContracts",
            "livelihoodProject", "projects",
            "projectBallot", "projectBallots");
    private static final Set<Role> ORGANISERS =
            EnumSet.of(GRID_MEMBER, GRID_LEADER, COMMUNITY_LEADER, SUBDISTRICT_LEADER);

    void answer(Seen seen) {
        OPEN_LISTS.forEach((type, list) -> commons.open(type).stream()
                .filter(one -> sight.isWanted(one.at()))
                .forEach(one -> seen.note(list, one.id())));
        councils(seen);
        topics(seen);
        meetings(seen);
        resolutions(seen);
        volunteers(seen);
    }

    private void councils(Seen seen) {
        for (var council : sight.listed(seen, "councils", commons.councils, any -> true, Council::at)) {
            for (var seat : commons.seats) {
                if (seat.council().equals(council)) {
                    sight.related(seen, "councils.seats", council, List.of(seat));
                    sight.related(seen, "councils.seats.member", seat, some(seat.worker()));
                    sight.related(seen, "councils.seats.resident", seat, some(seat.person()));
                }
            }
        }
    }

    private void topics(Seen seen) {
        for (var topic : sight.listed(seen, "topics", commons.topics, any -> true, Topic::at)) {
            sight.related(seen, "topics.council", topic, some(topic.council()));
            sight.related(seen, "topics.member", topic, some(topic.worker()));
            sight.related(seen, "topics.resident", topic, some(topic.person()));
            sight.related(seen, "topics.issues", topic, some(topic.matter()));
            sight.related(seen, "topics.ballots", topic, those(commons.ballots, Ballot::topic, topic));
            sight.related(seen, "topics.resolutions", topic, those(commons.resolutions, Resolution::topic, topic));
        }
    }

    private void meetings(Seen seen) {
        for (var meeting : sight.listed(seen, "meetings", commons.meetings, any -> true, Meeting::at)) {
            sight.related(seen, "meetings.council", meeting, some(meeting.council()));
            sight.related(seen, "meetings.ballots", meeting, those(commons.ballots, Ballot::meeting, meeting));
        }
    }

    private void resolutions(Seen seen) {
        for (var one : sight.listed(
                seen,
                "resolutions",
                commons.resolutions,
                any -> true,
                all -> all.topic().at())) {
            sight.related(seen, "resolutions.topic", one, List.of(one.topic()));
            sight.related(seen, "resolutions.ballot", one, some(one.ballot()));
        }
    }

    /// Certificates are not asked for by area.
    private void volunteers(Seen seen) {
        for (var one : sight.listed(seen, "volunteers", commons.volunteers, any -> true, Volunteer::at)) {
            sight.related(seen, "volunteers.resident", one, some(one.person()));
            sight.related(seen, "volunteers.member", one, some(one.worker()));
        }
        Function<Enrolment, Plot> at = one -> one.activity().at();
        for (var one : sight.anywhere().listed(seen, "enrolments", commons.enrolments, any -> true, at)) {
            sight.related(seen, "enrolments.volunteer", one, List.of(one.volunteer()));
        }
        Function<Certificate, Plot> home = one -> one.volunteer().at();
        for (var one : sight.anywhere().listed(seen, "certificates", commons.certificates, any -> true, home)) {
            sight.related(seen, "certificates.volunteer", one, List.of(one.volunteer()));
        }
    }

    boolean sees(Thing thing) {
        return switch (thing) {
            case Council council -> concerns(council.at(), council, true);
            case Seat seat -> sees(seat.council());
            case Topic topic -> concerns(topic.at(), topic.council(), true);
            case Meeting meeting ->
                concerns(meeting.at(), meeting.council(), meeting.isPublic() && meeting.isNoticed());
            case Ballot ballot -> sees(ballot.topic());
            case Resolution resolution -> sees(resolution.topic());
            case Volunteer volunteer -> sight.holds(ORGANISERS, volunteer.at()) || isSelf(volunteer);
            case Enrolment enrolment ->
                sight.holds(ORGANISERS, enrolment.activity().at()) || isSelf(enrolment.volunteer());
            case Certificate certificate ->
                sight.holds(ORGANISERS, certificate.volunteer().at()) || isSelf(certificate.volunteer());
            default -> true;
        };
    }

    /// @param isOpen to whoever lives there
    private boolean concerns(Plot at, @Nullable Council council, boolean isOpen) {
        return sight.holds(NaiveSight.ISSUES, at) || isOpen && livesIn(at) || council != null && sitsIn(council);
    }

    private boolean livesIn(Plot at) {
        return isFree()
                && sight.forest().people.stream()
                        .anyMatch(person -> person.uuid().equals(sight.viewer().residentId())
                                && person.status().equals("ACTIVE")
                                && person.at().key().startsWith(at.key()));
    }

    private boolean sitsIn(Council council) {
        return isFree()
                && commons.seats.stream()
                        .anyMatch(seat -> seat.council().equals(council)
                                && seat.term() == Term.PRESENT
                                && (isViewer(seat.worker(), sight.viewer().memberId())
                                        || isViewer(
                                                seat.person(), sight.viewer().residentId())));
    }

    private boolean isSelf(Volunteer volunteer) {
        return isFree()
                && (isViewer(volunteer.worker(), sight.viewer().memberId())
                        || isViewer(volunteer.person(), sight.viewer().residentId())
                        || Objects.equals(volunteer.actor(), sight.viewer().actor()));
    }

    /// Whoever has to do something first may nothing until then.
    private boolean isFree() {
        return sight.viewer().restriction() == null;
    }

    private static boolean isViewer(@Nullable Thing one, java.util.@Nullable UUID viewer) {
        return one != null && one.uuid().equals(viewer);
    }

    private static List<Thing> some(@Nullable Thing one) {
        return one == null ? List.of() : List.of(one);
    }

    private static <T extends Thing> List<T> those(List<T> all, Function<T, @Nullable Thing> of, Thing owner) {
        return all.stream().filter(one -> owner.equals(of.apply(one))).toList();
    }

    /// Some of all that can be asked for by its id.
    static Stream<Thing> some(Forest forest) {
        var commons = forest.commons;
        return Stream.<List<? extends Thing>>of(
                        commons.councils,
                        commons.seats,
                        commons.topics,
                        commons.meetings,
                        commons.ballots,
                        commons.resolutions,
                        commons.volunteers,
                        commons.enrolments,
                        commons.certificates,
                        commons.open)
                .flatMap(all -> Stream.of(forest.any(all), forest.any(all)));
    }
}
