package org.wangge.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pages through a list of the graph from one end to the other, two items at a time.
public final class PageWalk {
    private final Graph graph;
    private final String field;
    private final String arguments;

    /// `field` with further arguments, such as `filter: {anyTime: true}`.
    public PageWalk(Graph graph, String field, String arguments) {
        this.graph = graph;
        this.field = field;
        this.arguments = arguments;
    }

    /// The ids of the whole list in one page.
    public List<String> whole() {
        return graph.ask("{ list: %s(%s first: 100) { nodes { id } } }".formatted(field, arguments))
                .texts("list.nodes[*].id");
    }

    public List<String> forward() {
        return walk("first: 2, after", "hasNextPage", "endCursor", false);
    }

    /// From the last page to the first; the ids stand in the order of the list.
    public List<String> backward() {
        return walk("last: 2, before", "hasPreviousPage", "startCursor", true);
    }

    private List<String> walk(String page, String more, String cursor, boolean ahead) {
        var ids = new ArrayList<String>();
        Map<String, String> variables = new HashMap<>();
        for (boolean hasMore = true; hasMore; ) {
            var answer = graph.ask(
                    "query($cursor: String) { list: %s(%s %s: $cursor) { nodes { id } pageInfo { %s %s } } }"
                            .formatted(field, arguments, page, more, cursor),
                    variables);
            ids.addAll(ahead ? 0 : ids.size(), answer.texts("list.nodes[*].id"));
            hasMore = answer.get("list.pageInfo." + more, Boolean.class);
            variables.put("cursor", hasMore ? answer.text("list.pageInfo." + cursor) : "");
        }
        return ids;
    }
}
