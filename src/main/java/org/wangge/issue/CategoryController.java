package org.wangge.issue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/// What issues can be about, in the graph.
@Controller
class CategoryController {
    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    @QueryMapping
    Mono<List<IssueCategory>> issueCategories() {
        return categories.inOrder().collectList();
    }

    @SchemaMapping
    String label(IssueCategory category, @Argument @Nullable String locale, Locale requested) {
        return category.label(locale == null ? requested : Locale.forLanguageTag(locale));
    }
}
