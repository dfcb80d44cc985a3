package org.wangge.access;

import static org.wangge.access.Role.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Forest.Family;
import org.wangge.access.Forest.House;
import org.wangge.access.Forest.Matter;
import org.wangge.access.Forest.Person;
import org.wangge.access.Forest.Plot;
import org.wangge.access.Forest.Service;
import org.wangge.access.Forest.Thing;
import org.wangge.access.Forest.Worker;

/// What a viewer sees of a [Forest], by the permission matrix and nothing else: one row after the
/// other, in memory.
///
/// @param area the lists hold only what is there
record NaiveSight(Forest forest, Viewer viewer, @Nullable Plot area) {
    private static final Set<Role> LEDGER = EnumSet.of(GRID_MEMBER, GRID_LEADER, COMMUNITY_LEADER);
    static final Set<Role> ISSUES = EnumSet.of(
            GRID_MEMBER,
            GRID_INSTRUCTOR,
            GRID_LEADER,
            COMMUNITY_LEADER,
            SUBDISTRICT_LEADER,
            DUTY_COMMANDER,
            INTAKE,
            MONITORING,
            DISPATCH,
            SUPERVISION,
            ANALYSIS,
            AUDITOR);
    private static final Set<Role> STAFF = EnumSet.copyOf(ISSUES);
    private static final Set<Role> CITIZENS = EnumSet.of(RESIDENT, VOLUNTEER, AGENCY_STAFF);

    static {
        STAFF.addAll(EnumSet.of(COMMUNITY_DOCTOR, DEPARTMENT_HANDLER));
    }

    /// The answer to [ScopePropertyTests#DOCUMENT], with these things asked for by id.
    Seen answer(List<Thing> asked) {
        var seen = new Seen();
        people(seen, "active", "ACTIVE");
        people(seen, "moved", "MOVED_OUT");
        people(seen, "dead", "DECEASED");
        homes(seen);
        matters(seen);
        team(seen);
        new NaiveCommons(forest.commons, this).answer(seen);
        asked.stream().filter(this::sees).forEach(thing -> seen.note("nodes", thing.id()));
        return seen;
    }

    private void people(Seen seen, String list, String status) {
        var people = listed(seen, list, forest.people, person -> person.status().equals(status), Person::at);
        for (var person : people) {
            related(seen, list + ".household", person, List.of(person.family()));
            for (var stay : forest.stays) {
                if (stay.person().equals(person)) {
                    related(seen, list + ".residencePeriods.premises", person, List.of(stay.house()));
                }
            }
        }
    }

    private void homes(Seen seen) {
        for (var family : listed(seen, "households", forest.families, any -> true, Family::at)) {
            var living = forest.people.stream()
                    .filter(person -> person.livesIn(family))
                    .toList();
            related(seen, "households.premises", family, List.of(family.house()));
            related(seen, "households.residents", family, living);
            related(
                    seen,
                    "households.head",
                    family,
                    living.stream().filter(Person::isHead).toList());
        }
        for (var house : listed(seen, "premisesRegister", forest.houses, any -> true, House::at)) {
            related(seen, "premisesRegister.households", house, familiesIn(house));
        }
    }

    private void matters(Seen seen) {
        for (var matter : listed(seen, "issues", forest.matters, any -> true, Matter::at)) {
            related(seen, "issues.lead", matter, matter.lead() == null ? List.of() : List.of(matter.lead()));
            related(
                    seen,
                    "issues.onBehalfOf",
                    matter,
                    matter.onBehalfOf() == null ? List.of() : List.of(matter.onBehalfOf()));
        }
    }

    private void team(Seen seen) {
        for (var worker : forest.workers) {
            if (sees(worker)) {
                seen.note("members", worker.id());
                related(seen, "members.assignments", worker, servicesOf(worker));
            }
        }
        for (var service : forest.services) {
            if (sees(service) && isWanted(service.at())) {
                seen.note("assignments", service.id());
                related(seen, "assignments.member", service, List.of(service.worker()));
            }
        }
    }

    <T extends Thing> List<T> listed(
            Seen seen, String list, List<T> all, Predicate<T> filter, java.util.function.Function<T, Plot> at) {
        if (viewer.accountId() == null || viewer.restriction() != null) {
            seen.note(list, Seen.REFUSED);
            return List.of();
        }
        var listed = all.stream()
                .filter(one -> sees(one) && filter.test(one) && isWanted(at.apply(one)))
                .toList();
        listed.forEach(one -> seen.note(list, one.id()));
        return listed;
    }

    void related(Seen seen, String relation, Thing owner, Collection<? extends Thing> others) {
        others.stream().filter(this::sees).forEach(other -> seen.note(relation, owner.id() + ' ' + other.id()));
    }

    private boolean sees(Thing thing) {
        return switch (thing) {
            case Person person -> holds(LEDGER, person.at()) || seesByNeed(person);
            case Family family -> holds(LEDGER, family.at()) || isHomeOfSomebodySeen(family);
            case House house ->
                holds(LEDGER, house.at()) || familiesIn(house).stream().anyMatch(this::isHomeOfSomebodySeen);
            case Matter matter -> sees(matter);
            case Worker worker ->
                worker.isPublic()
                        || holds(STAFF, worker.home())
                        || servicesOf(worker).stream().anyMatch(service -> holds(STAFF, service.at()));
            case Service service -> service.worker().isPublic() || holds(STAFF, service.at());
            default -> new NaiveCommons(forest.commons, this).sees(thing);
        };
    }

    private boolean seesByNeed(Person person) {
        return holds(EnumSet.of(COMMUNITY_DOCTOR), person.at()) && person.isInNeed()
                || viewer.restriction() == null && person.uuid().equals(viewer.residentId());
    }

    private boolean isHomeOfSomebodySeen(Family family) {
        return forest.people.stream().anyMatch(person -> person.family().equals(family) && seesByNeed(person));
    }

    private boolean sees(Matter matter) {
        if (viewer.grants().isEmpty()) {
            return false;
        }
        return holds(ISSUES, matter.at())
                || matter.secrecy().equals("PUBLIC") && CITIZENS.containsAll(viewer.roles())
                || matter.reporter().equals(viewer.actor())
                || matter.lead() != null && matter.lead().uuid().equals(viewer.memberId())
                || matter.onBehalfOf() != null && matter.onBehalfOf().uuid().equals(viewer.residentId());
    }

    boolean holds(Set<Role> roles, Plot at) {
        return viewer.grants().stream()
                .anyMatch(grant -> roles.contains(grant.role())
                        && at.key().startsWith(grant.within().path()));
    }

    /// The same, wherever it is.
    NaiveSight anywhere() {
        return new NaiveSight(forest, viewer, null);
    }

    boolean isWanted(Plot at) {
        return area == null || at.key().startsWith(area.key());
    }

    private List<Family> familiesIn(House house) {
        return forest.families.stream()
                .filter(family -> family.house().equals(house))
                .toList();
    }

    private List<Service> servicesOf(Worker worker) {
        return forest.services.stream()
                .filter(service -> service.worker().equals(worker))
                .toList();
    }
}
