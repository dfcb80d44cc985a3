package org.wangge.issue.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A clock that can still change, with the pauses it has behind it.
///
/// @param policyId by which it was last reckoned
/// @param isAgreed whether people agreed on its due time: then a policy does not move it
record OpenClock(IssueClock clock, UUID policyId, boolean isAgreed, List<Pause> pauses) {
    OpenClock {
        pauses = List.copyOf(pauses);
    }

    UUID id() {
        return clock.id();
    }

    boolean isRunning() {
        return clock.pausedSince() == null;
    }

    List<Alarm> alarms(OfficeHours office) {
        return Alarm.of(id(), course(time(office)), clock.dueAt(), office);
    }

    /// With its due time kept as missed, if that had passed when it last ran.
    OpenClock missed(Instant now) {
        var last = clock.pausedSince() == null ? now : clock.pausedSince();
        return clock.breachedAt() == null && last.isAfter(clock.dueAt())
                ? new OpenClock(clock.missed(), policyId, isAgreed, pauses)
                : this;
    }

    /// Moved on by what was left when the pause began that ends now; what was over stays over.
    OpenClock movedOn(Instant since, OfficeHours office, Instant now) {
        var left = time(office).between(since, clock.dueAt());
        var dueAt = clock.dueAt().isAfter(since) ? time(office).plus(now, left) : clock.dueAt();
        return new OpenClock(clock.due(dueAt), policyId, isAgreed, pauses);
    }

    /// Due when people agreed, not before it started.
    OpenClock agreed(Instant at) {
        var dueAt = at.isBefore(clock.startedAt()) ? clock.startedAt() : at;
        return new OpenClock(clock.due(dueAt), policyId, true, pauses);
    }

    /// As the policy has it, from its start, with its pauses.
    OpenClock anew(Policy policy, OfficeHours office) {
        var course = course(policy.time(office));
        var length = policy.length(office);
        var original = policy.time(office).plus(clock.startedAt(), length);
        return new OpenClock(
                clock.by(policy.isWorking(), original).due(course.after(length)), policy.id(), false, pauses);
    }

    /// As a changed policy or calendar has it: what people agreed on stays, and nobody is late by the
    /// change alone.
    OpenClock after(Policy policy, OfficeHours office, Instant now) {
        var anew = anew(policy, office);
        var isLateByIt = !anew.clock.dueAt().isAfter(now) && clock.dueAt().isAfter(now);
        return isAgreed || isLateByIt
                ? new OpenClock(anew.clock.due(clock.dueAt()), policy.id(), isAgreed, pauses)
                : anew;
    }

    /// As late as it can be agreed on.
    Instant latest(Policy policy, OfficeHours office) {
        return course(time(office)).after(policy.longest(office));
    }

    private Course course(CountedTime time) {
        return new Course(time, clock.startedAt(), pauses);
    }

    private CountedTime time(OfficeHours office) {
        return clock.isWorking() ? office : CountedTime.ALL;
    }
}
