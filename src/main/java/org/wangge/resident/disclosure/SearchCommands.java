package org.wangge.resident.disclosure;

import graphql.GraphQLContext;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Finding residents by a whole number, in the graph: one search per document.
@Controller
class SearchCommands {
    private final OncePerDocument once;
    private final SearchService searches;
    private final Residents residents;

    SearchCommands(OncePerDocument once, SearchService searches, Residents residents) {
        this.once = once;
        this.searches = searches;
        this.residents = residents;
    }

    @MutationMapping
    Mono<SearchPayload> searchResident(
            @Argument SearchResidentInput input, @ContextValue Viewer viewer, GraphQLContext context) {
        once.pass(context);
        return Mono.defer(() -> searches.search(input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(SearchPayload.refused(refused.refusal())));
    }

    @SchemaMapping
    Mono<List<Resident>> residents(SearchPayload payload) {
        return residents.all(payload.found(), payload.reach()).collectList();
    }
}
