package org.wangge.local.street.works;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.life.Lives;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// The livelihood projects of the article (民生实事) as rows of `livelihood_project` and of what belongs to it:
/// 1,335 m² on 14 roads, two greenways, and what is still to come. Pictures of their stages there are none.
public final class Works {
    private static final String ROAD_SURFACE = "ROAD_SURFACE";
    private static final int MOST_ISSUES = 3;

    private final Sheet projects = new Sheet(
            "livelihood_project",
            "id, grid_id, grid_key, title, description, kind, status, reason, supporter_count, budget, department_id,"
                    + " unit, planned_quantity, measured_quantity, variance_reason, submitted_by, rating_count,"
                    + " satisfied_count, collected_by, collected_at, completed_at, version");
    private final Sheet issues = new Sheet("project_issue", "project_id, issue_id");
    private final Sheet supports = new Sheet("project_support", "project_id, resident_id, at");
    private final List<Sheet> sheets = new ArrayList<>();
    private final Words words = Words.from("works");
    private final Neighbourhood around;
    private final Calendar calendar;
    private final Building building;

    public Works(Neighbourhood around, Lives lives) {
        this.around = around;
        this.calendar = new Calendar(around.history());
        this.building = new Building(calendar, words);
        var all = new ArrayList<Project>();
        words.lines("projects").forEach(line -> all.add(collect(Plan.of(line), all.size(), lives)));
        var recommendation = new Recommendation(around, calendar);
        recommendation.hold(all.stream().filter(one -> one.plan().isCandidate()).toList(), words);
        all.forEach(this::carryOut);
        sheets.addAll(List.of(projects, issues, supports));
        sheets.addAll(building.sheets());
        sheets.addAll(recommendation.sheets());
    }

    /// In the order in which they refer to each other.
    public List<Sheet> sheets() {
        return sheets;
    }

    private Project collect(Plan plan, int number, Lives lives) {
        var dice = Dice.named("project", number);
        var collectedAt = plan.isCandidate() ? calendar.collectedAt(number) : calendar.collectedLate();
        var id = dice.id(collectedAt);
        var place = community(plan);
        var course = around.chronicle().course(id, place.key()).step("PROJECT_COLLECTED", collectedAt);
        var project = new Project(
                id, number, plan, place, collectedAt, around.neighbours(place, dice.between(24, 60)), course, dice);
        if (plan.kind().equals("ROAD")) {
            lives.reports().stream()
                    .filter(report -> report.topic().code().equals(ROAD_SURFACE)
                            && report.at().isBefore(collectedAt)
                            && report.site().grid().at(2) == place)
                    .limit(MOST_ISSUES)
                    .forEach(report -> issues.row(id, report.id()));
        }
        var wantedAt = collectedAt;
        for (var one : project.supporters()) {
            wantedAt = wantedAt.plusSeconds(36_000);
            supports.row(id, one.id(), wantedAt);
            course.step("PROJECT_SUPPORTED", wantedAt);
        }
        return project;
    }

    private void carryOut(Project project) {
        var plan = project.plan();
        var course = project.course();
        if (plan.isCandidate()) {
            course.step("PROJECT_SHORTLISTED", calendar.shortlistedAt(project.number()));
        }
        if (plan.isRecommended()) {
            course.step("PROJECT_RECOMMENDED", calendar.recommendedAt());
        }
        if (plan.isApproved()) {
            course.step("PROJECT_APPROVED", calendar.approvedAt(project.number()));
        }
        if (plan.isInProgress()) {
            building.begin(project);
        }
        write(project, plan.isCompleted() ? building.complete(project) : Building.Outcome.NONE);
    }

    private void write(Project project, Building.Outcome outcome) {
        var plan = project.plan();
        var dice = project.dice();
        var isDone = plan.isCompleted();
        projects.cells(project.id(), project.place().id(), project.place().key(), plan.title(), description(plan))
                .cells(plan.kind(), plan.status(), isDone ? dice.pick(words.lines("accepted")) : null)
                .cells(project.supporters().size())
                .cells(plan.isApproved() ? plan.budget() : null, plan.isApproved() ? department() : null)
                .cells(plan.isApproved() ? plan.unit() : null, plan.isApproved() ? plan.planned() : null)
                .cells(isDone ? plan.measured() : null, plan.reason())
                .cells(isDone ? around.clerk("BUILDING", dice).actor() : null)
                .cells(outcome.rated(), outcome.satisfied())
                .cells(around.clerk("BUILDING", dice).actor(), project.collectedAt())
                .cells(outcome.completedAt(), project.course().version())
                .end();
    }

    private String description(Plan plan) {
        return words.lines("description " + plan.kind()).getFirst();
    }

    private UUID department() {
        return around.team().departments().stream()
                .filter(one -> one.code().equals("YX-BUILDING"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Place community(Plan plan) {
        return around.land().at(2).stream()
                .filter(place -> place.name().equals(plan.community()))
                .findFirst()
                .orElseThrow();
    }
}
