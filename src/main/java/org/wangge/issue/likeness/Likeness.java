package org.wangge.issue.likeness;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.issue.Categories;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import reactor.core.publisher.Mono;

/// Which open issues an issue may be a duplicate of.
@Component
public class Likeness {
    private static final int MOST = 10;

    private final Neighbours neighbours;
    private final Categories categories;

    Likeness(Neighbours neighbours, Categories categories) {
        this.neighbours = neighbours;
        this.categories = categories;
    }

    /// Those of its category, within the radius and the time of the category, that were reported
    /// before it; the nearest and most alike first, at most 10.
    public Mono<List<Candidate>> of(Issue issue) {
        return categories
                .all(List.of(issue.categoryId().value()))
                .next()
                .flatMapMany(category -> neighbours.of(matter(issue, category)))
                .filter(found -> found.isNear() && isEarlier(found, issue))
                .take(MOST)
                .map(Likeness::candidate)
                .collectList();
    }

    private static Matter matter(Issue issue, IssueCategory category) {
        var happenedAt = issue.occurredAt() == null ? issue.reportedAt() : issue.occurredAt();
        var text = issue.title() + '\n' + issue.description();
        return new Matter(category.code(), issue.point(), issue.gridKey(), text, happenedAt, issue.id());
    }

    private static boolean isEarlier(Neighbour found, Issue issue) {
        var order = found.reportedAt().compareTo(issue.reportedAt());
        return order < 0 || order == 0 && found.id().value().compareTo(issue.uuid()) < 0;
    }

    private static Candidate candidate(Neighbour found) {
        return new Candidate(found.id(), found.metres(), found.similarity());
    }
}
