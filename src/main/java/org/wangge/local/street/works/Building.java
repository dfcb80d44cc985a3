package org.wangge.local.street.works;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// How projects are built, stage by stage, as rows of `project_stage`, and rated when they are done, as rows
/// of `project_rating`.
final class Building {
    private static final int EVENING = 63_000;
    private static final int CONTENT = 3;
    private static final Duration CHECKED = Duration.ofDays(4);

    private final Sheet stages = new Sheet("project_stage", "project_id, no, title, from_on, to_on, finished_on, note");
    private final Sheet ratings = new Sheet("project_rating", "project_id, resident_id, score, at");
    private final Calendar calendar;
    private final Words words;

    Building(Calendar calendar, Words words) {
        this.calendar = calendar;
        this.words = words;
    }

    /// When it was accepted, if it was, and how many rated it, so many of them content.
    record Outcome(@Nullable Instant completedAt, int rated, int satisfied) {
        static final Outcome NONE = new Outcome(null, 0, 0);
    }

    List<Sheet> sheets() {
        return List.of(stages, ratings);
    }

    /// All of it but the first stage is still to come.
    void begin(Project project) {
        var beginsOn = calendar.begunLately(project.plan().stageDays());
        project.course().step("PROJECT_BEGUN", History.at(beginsOn, EVENING - 30_000));
        build(project, beginsOn, 1);
    }

    Outcome complete(Project project) {
        var beginsOn = calendar.beginsOn(project.number());
        project.course().step("PROJECT_BEGUN", History.at(beginsOn, EVENING - 30_000));
        var doneAt = History.at(build(project, beginsOn, Integer.MAX_VALUE), EVENING + 600);
        var completedAt = doneAt.plus(CHECKED);
        project.course().step("PROJECT_SUBMITTED", doneAt).step("PROJECT_COMPLETED", completedAt);
        var satisfied = 0;
        for (var rater : project.raters()) {
            var at = completedAt.plusSeconds(90_000L * (1 + project.raters().indexOf(rater)));
            var mark = project.dice().share();
            var score = mark < 0.55 ? 5 : mark < 0.85 ? 4 : mark < 0.95 ? 3 : 2;
            ratings.row(project.id(), rater.id(), score, at);
            project.course().step("PROJECT_RATED", at);
            satisfied += score >= CONTENT ? 1 : 0;
        }
        return new Outcome(completedAt, project.raters().size(), satisfied);
    }

    /// The last day of the stages that are done; some took a day more or less than planned.
    private LocalDate build(Project project, LocalDate beginsOn, int done) {
        var last = beginsOn;
        var titles = words.lines("stages " + project.plan().kind());
        for (var i = 0; i < titles.size(); i++) {
            var fromOn = beginsOn.plusDays((long) i * project.plan().stageDays());
            var toOn = fromOn.plusDays(project.plan().stageDays() - 1L);
            var isDone = i < done;
            var finishedOn =
                    toOn.plusDays(i == titles.size() - 1 ? project.dice().between(-1, 1) : 0);
            var note = project.dice().pick(words.lines("finished"));
            stages.row(
                    project.id(), i + 1, titles.get(i), fromOn, toOn, isDone ? finishedOn : null, isDone ? note : null);
            if (isDone) {
                project.course().step("PROJECT_STAGE_FINISHED", History.at(finishedOn, EVENING));
                last = finishedOn;
            }
        }
        return last;
    }
}
