package org.wangge.project.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wangge.grid.GridId;
import org.wangge.project.ProjectId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;

/// Which projects can be chosen, how many of them, by whom and when.
public record OpenProjectBallotInput(
        UUID key,
        GridId gridId,
        String title,
        List<ProjectId> projectIds,
        int choices,
        List<ResidentId> voterIds,
        Instant opensAt,
        Instant closesAt) {
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_PROJECTS = 50;
    private static final int FEWEST_VOTERS = 3;
    private static final int MOST_VOTERS = 200;
    private static final Duration LONGEST = Duration.ofDays(30);

    public OpenProjectBallotInput {
        projectIds = projectIds.stream().distinct().toList();
        voterIds = voterIds.stream().distinct().toList();
    }

    /// There are more projects than are chosen (差额).
    Problems problems(Instant now) {
        return new Problems()
                .text("title", title, 1, LONGEST_TITLE)
                .check(
                        projectIds.size() >= 2 && projectIds.size() <= MOST_PROJECTS,
                        "projectIds",
                        ProblemCode.OUT_OF_RANGE,
                        2,
                        MOST_PROJECTS)
                .check(
                        choices >= 1 && choices < projectIds.size(),
                        "choices",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        Math.max(1, projectIds.size() - 1))
                .check(
                        voterIds.size() >= FEWEST_VOTERS && voterIds.size() <= MOST_VOTERS,
                        "voterIds",
                        ProblemCode.OUT_OF_RANGE,
                        FEWEST_VOTERS,
                        MOST_VOTERS)
                .check(closesAt.isAfter(opensAt) && closesAt.isAfter(now), "closesAt", ProblemCode.NOT_IN_ORDER)
                .check(
                        !closesAt.isAfter(opensAt.plus(LONGEST)),
                        "closesAt",
                        ProblemCode.TOO_LATE,
                        opensAt.plus(LONGEST));
    }

    List<UUID> projects() {
        return projectIds.stream().map(ProjectId::value).toList();
    }

    List<UUID> voters() {
        return voterIds.stream().map(ResidentId::value).toList();
    }
}
