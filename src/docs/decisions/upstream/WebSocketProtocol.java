//JAVA 25
//DEPS org.springframework.boot:spring-boot-starter-webflux:4.1.2
//DEPS org.springframework.boot:spring-boot-starter-graphql:4.1.2

// Spring for GraphQL 2.0.6: where the WebSocket handler of WebFlux departs from the protocol graphql-transport-ws
// (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). Prints for each case what is expected and
// what comes.

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.*;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.server.*;
import reactor.core.publisher.*;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class WebSocketProtocol {
    private static int port;

    @Bean
    GraphQlSourceBuilderCustomizer graph() {
        var sdl = "type Query { slow: String locale: String } type Subscription { late: String }";
        return builder -> builder.schemaResources(new ByteArrayResource(sdl.getBytes()))
                .configureRuntimeWiring(wiring -> wiring
                        .type("Query", type -> type
                                .dataFetcher("slow", _ -> Mono.delay(Duration.ofMillis(500)).map(_ -> "late"))
                                .dataFetcher("locale", asked -> String.valueOf(asked.getLocale())))
                        .type("Subscription", type -> type.dataFetcher("late",
                                _ -> Mono.delay(Duration.ofMillis(300)).thenReturn(Flux.just("told")).flatMapMany(all -> all))));
    }

    @Bean
    WebSocketGraphQlInterceptor rejecting() {
        return new WebSocketGraphQlInterceptor() {
            @Override
            public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
                return payload.containsKey("reject") ? Mono.error(new IllegalStateException("rejected")) : Mono.empty();
            }
        };
    }

    public static void main(String[] args) throws Exception {
        var context = SpringApplication.run(WebSocketProtocol.class, "--server.port=0",
                "--spring.graphql.websocket.path=/graphql", "--logging.level.root=off", "--spring.main.banner-mode=off");
        port = ((WebServerApplicationContext) context).getWebServer().getPort();
        say("a second operation with the id of a query that runs", "close 4409",
                List.of(init(""), subscribe("1", "{ slow }"), subscribe("1", "{ slow }")));
        say("complete of a query that runs", "nothing more",
                List.of(init(""), subscribe("1", "{ slow }"), "{\"id\":\"1\",\"type\":\"complete\"}"));
        say("an invalid document", "type error", List.of(init(""), subscribe("1", "{ nothing }")));
        say("a document that cannot be parsed", "type error", List.of(init(""), subscribe("1", "{ {")));
        say("connection_init that the server rejects", "close 4403", List.of(init("\"reject\":1")));
        say("Accept-Language: zh-CN at the handshake", "zh_CN", List.of(init(""), subscribe("1", "{ locale }")));
        System.exit(0);
    }

    private static String init(String payload) {
        return "{\"type\":\"connection_init\",\"payload\":{" + payload + "}}";
    }

    private static String subscribe(String id, String query) {
        return "{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query + "\"}}";
    }

    private static void say(String what, String expected, List<String> sent) throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var socket = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws")
                .header("Accept-Language", "zh-CN")
                .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        told.add(text.toString());
                        return WebSocket.Listener.super.onText(from, text, last);
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                        told.add("close " + code + " " + reason);
                        return null;
                    }
                }).join();
        for (var text : sent) {
            socket.sendText(text, true).join();
            Thread.sleep(100);
        }
        Thread.sleep(1_500);
        socket.abort();
        told.removeIf(text -> text.contains("connection_ack"));
        System.out.println(what + "\n  expected: " + expected + "\n  actual:   " + told);
    }
}
