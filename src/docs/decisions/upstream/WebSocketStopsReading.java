//JAVA 25
//DEPS org.springframework.boot:spring-boot-starter-webflux:4.1.2
//DEPS org.springframework.boot:spring-boot-starter-graphql:4.1.2

// Spring for GraphQL 2.0.6: the WebSocket handler of WebFlux reads a socket no more after 256 subscriptions that
// the client completed, or with 256 operations that run.
//
// Expected: each subscription that is completed makes room, and the query at the end is answered.
// Actual: GraphQlWebSocketHandler reads by receive().flatMap(..), whose concurrency is 256. The publisher of a
// subscription that COMPLETE cancels never completes for that flatMap, so its place is never free again; from then on
// nothing is read, not even a ping.

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.*;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.*;
import org.springframework.core.io.ByteArrayResource;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class WebSocketStopsReading {
    @Bean
    GraphQlSourceBuilderCustomizer graph() {
        var sdl = "type Query { hello: String } type Subscription { never: String }";
        return builder -> builder.schemaResources(new ByteArrayResource(sdl.getBytes()))
                .configureRuntimeWiring(wiring -> wiring
                        .type("Query", type -> type.dataFetcher("hello", _ -> "hello"))
                        .type("Subscription", type -> type.dataFetcher("never", _ -> Flux.never())));
    }

    public static void main(String[] args) throws Exception {
        var context = SpringApplication.run(WebSocketStopsReading.class, "--server.port=0",
                "--spring.graphql.websocket.path=/graphql", "--logging.level.root=off", "--spring.main.banner-mode=off");
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        for (var cycles : new int[] {200, 254, 255, 256, 300}) {
            System.out.println(cycles + " subscriptions, each completed, then a query: " + ask(port, cycles));
        }
        System.exit(0);
    }

    private static String ask(int port, int cycles) throws Exception {
        var texts = new LinkedBlockingQueue<String>();
        var socket = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        texts.add(text.toString());
                        return WebSocket.Listener.super.onText(from, text, last);
                    }
                }).join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        texts.poll(5, TimeUnit.SECONDS);
        for (var i = 0; i < cycles; i++) {
            socket.sendText("{\"id\":\"" + i + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { never }\"}}", true).join();
            Thread.sleep(5);
            socket.sendText("{\"id\":\"" + i + "\",\"type\":\"complete\"}", true).join();
        }
        socket.sendText("{\"id\":\"q\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ hello }\"}}", true).join();
        var answer = texts.poll(3, TimeUnit.SECONDS);
        socket.abort();
        return answer == null ? "no answer in 3 s" : answer;
    }
}
