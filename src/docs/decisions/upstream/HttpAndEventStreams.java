//JAVA 25
//DEPS org.springframework.boot:spring-boot-starter-webflux:4.1.2
//DEPS org.springframework.boot:spring-boot-starter-graphql:4.1.2

// Spring for GraphQL 2.0.6: what the HTTP and SSE handlers of WebFlux answer that clients of GraphQL over HTTP, and of
// GraphQL over SSE (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md), do not expect. Prints for each
// case what is expected and what comes.
//
// Of the audits of graphql-http 1.23.1 the stock handler passes 53 of 61; the other eight are notices, none an error:
// GET, an empty body, numbers and booleans for texts. An event stream that tells of an invalid subscription that
// "SSE handler supports only subscriptions" hides what is wrong with it.

import java.net.URI;
import java.net.http.*;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.*;
import org.springframework.core.io.ByteArrayResource;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class HttpAndEventStreams {
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";
    private static URI url;

    @Bean
    GraphQlSourceBuilderCustomizer graph() {
        var sdl = "type Query { hello(name: String): String } type Subscription { hellos: String }";
        return builder -> builder.schemaResources(new ByteArrayResource(sdl.getBytes()))
                .configureRuntimeWiring(wiring -> wiring
                        .type("Query", type -> type.dataFetcher("hello", asked -> "hello " + asked.getArgument("name")))
                        .type("Subscription", type -> type.dataFetcher("hellos", _ -> Flux.just("one", "two"))));
    }

    public static void main(String[] args) throws Exception {
        var context = SpringApplication.run(HttpAndEventStreams.class, "--server.port=0", "--logging.level.root=off",
                "--spring.main.banner-mode=off");
        url = URI.create("http://localhost:" + ((WebServerApplicationContext) context).getWebServer().getPort() + "/graphql");
        post("an empty body", "400", JSON, JSON, "");
        post("a query that is a number", "400", JSON, JSON, "{\"query\": 5}");
        post("Accept with a charset", "200 application/graphql-response+json", JSON, "application/graphql-response+json; charset=utf-8", "{\"query\":\"{ hello }\"}");
        say("a query by GET", "200", request("?query=%7Bhello%7D", JSON).GET());
        post("an event stream of a query", "event next, event complete", JSON, EVENTS, "{\"query\":\"{ hello }\"}");
        post("an event stream of an invalid document", "400, or event next with errors", JSON, EVENTS, "{\"query\":\"subscription { nothing }\"}");
        say("an event stream by GET", "event next twice, event complete", request("?query=subscription%7Bhellos%7D", EVENTS).GET());
        System.exit(0);
    }

    private static HttpRequest.Builder request(String query, String accept) {
        return HttpRequest.newBuilder(URI.create(url + query)).header("Accept", accept).timeout(Duration.ofSeconds(5));
    }

    private static void post(String what, String expected, String type, String accept, String body) {
        say(what, expected, request("", accept).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void say(String what, String expected, HttpRequest.Builder request) {
        System.out.println(what + "\n  expected: " + expected);
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            System.out.println("  actual:   " + response.statusCode() + " "
                    + response.headers().firstValue("content-type").orElse("") + " " + response.body().replace("\n", "\\n"));
        } catch (Exception failure) {
            System.out.println("  actual:   " + failure);
        }
    }
}
