import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/// The limit of the transport: reads the body of a POST to `/{bytes}` and answers with so many.
final class Bare {
    public static void main(String[] arguments) {
        var bodies = new ConcurrentHashMap<String, byte[]>();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(System.getenv("PORT")))
                .route(routes -> routes.post("/{bytes}", (request, response) -> {
                    var body = bodies.computeIfAbsent(request.param("bytes"), bytes -> new byte[Integer.parseInt(bytes)]);
                    return request.receive()
                            .aggregate()
                            .then(Mono.defer(() -> response.header("Content-Type", "application/json")
                                    .header("Content-Length", Integer.toString(body.length))
                                    .sendByteArray(Mono.just(body))
                                    .then()));
                }))
                .bindNow()
                .onDispose()
                .block();
    }
}
