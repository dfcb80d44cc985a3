package org.wangge.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.personnel.Department;
import org.wangge.personnel.Departments;
import reactor.core.publisher.Mono;

/// Projects in the graph, and what they have to do with issues, both ways.
@Controller
class ProjectController {
    private final Projects projects;
    private final ProjectParts parts;
    private final Issues issues;
    private final Grids grids;
    private final Departments departments;

    ProjectController(Projects projects, ProjectParts parts, Issues issues, Grids grids, Departments departments) {
        this.projects = projects;
        this.parts = parts;
        this.issues = issues;
        this.grids = grids;
        this.departments = departments;
    }

    @QueryMapping
    Mono<Connection<LivelihoodProject>> projects(@Argument @Nullable ProjectFilter filter, PageRequest page) {
        var wanted = filter == null ? ProjectFilter.NONE : filter;
        return grids.within(wanted.within(), Scope.everywhere()).flatMap(area -> projects.page(wanted, area, page));
    }

    @BatchMapping
    Mono<Map<LivelihoodProject, Grid>> grid(List<LivelihoodProject> projects) {
        var ids = projects.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(projects, LivelihoodProject::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<LivelihoodProject, Department>> department(List<LivelihoodProject> projects) {
        var found =
                departments.all(List.of(Batch.ids(projects, LivelihoodProject::departmentUuid)), Scope.everywhere());
        return Batch.one(projects, LivelihoodProject::departmentId, found, Department::id);
    }

    /// Those that the viewer may see.
    @BatchMapping(field = "issues")
    Mono<Map<LivelihoodProject, List<Issue>>> issuesOf(List<LivelihoodProject> projects, @ContextValue Viewer viewer) {
        var ids = projects.stream().map(LivelihoodProject::uuid).toList();
        return parts.issues(ids)
                .collectList()
                .flatMap(links -> issues.all(
                                links.stream().map(Map.Entry::getValue).toList(), IssueSight.of(viewer))
                        .collectMap(Issue::uuid)
                        .map(found -> Batch.values(projects, project -> linked(project.uuid(), links, found))));
    }

    @BatchMapping(field = "projects")
    Mono<Map<Issue, List<LivelihoodProject>>> projectsOf(List<Issue> issues) {
        var ids = issues.stream().map(Issue::uuid).toList();
        return parts.projects(ids)
                .collectList()
                .flatMap(links -> projects.all(
                                links.stream().map(Map.Entry::getValue).toList())
                        .collectMap(LivelihoodProject::uuid)
                        .map(found -> Batch.values(issues, issue -> linked(issue.uuid(), links, found))));
    }

    private static <T> List<T> linked(UUID from, List<Map.Entry<UUID, UUID>> links, Map<UUID, T> found) {
        return links.stream()
                .filter(link -> link.getKey().equals(from) && found.containsKey(link.getValue()))
                .map(link -> Objects.requireNonNull(found.get(link.getValue())))
                .toList();
    }
}
