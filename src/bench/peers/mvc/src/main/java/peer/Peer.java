package peer;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/// The blocking alternative in its best form: documents are parsed and validated once.
@SpringBootApplication
public class Peer {
    public static void main(String[] arguments) {
        SpringApplication.run(Peer.class, arguments);
    }

    @Bean
    GraphQlSourceBuilderCustomizer documentsOnce() {
        var known = new ConcurrentHashMap<String, CompletableFuture<PreparsedDocumentEntry>>();
        PreparsedDocumentProvider documents = (input, parse) -> known.computeIfAbsent(
                input.getQuery(), text -> CompletableFuture.completedFuture(parse.apply(input)));
        return source -> source.configureGraphQl(graph -> graph.preparsedDocumentProvider(documents));
    }
}
