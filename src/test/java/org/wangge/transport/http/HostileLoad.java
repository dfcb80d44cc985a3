package org.wangge.transport.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import tools.jackson.databind.json.JsonMapper;

/// How long each hostile request keeps the server, for the first time and then, and what is left of them in
/// memory. No two are the same, so that nothing that is remembered of one helps with the next. Run on demand:
/// `mvn test -Dtest=HostileLoad`; with `-Dwangge.load.first='huge number'` that one comes first of all.
@ApiTest
class HostileLoad {
    private static final int WARM_UP = 300;
    private static final int TIMES = 500;
    private static final String FIRST = System.getProperty("wangge.load.first", "");

    @Autowired
    Graph graph;

    private int asked;

    @Test
    void refusesEachManyTimes() {
        new Caller(graph.anonymous()).ask("{ __typename }");
        var requests = requests();
        var cold = requests.stream().mapToLong(request -> ask(request, 1)[0]).toArray();
        requests.forEach(request -> ask(request, WARM_UP));
        var before = heap();

        System.out.printf("== %-30s %8s %8s %8s %8s%n", "µs", "first", "p50", "p99", "most");
        for (var number = 0; number < cold.length; number++) {
            var taken = ask(requests.get(number), TIMES);
            System.out.printf(
                    "== %-30s %8d %8d %8d %8d%n",
                    requests.get(number)[0], cold[number], taken[TIMES / 2], taken[TIMES * 99 / 100], taken[TIMES - 1]);
        }

        System.out.printf(
                "== heap in use: %,d KiB before %,d requests, %,d KiB after%n",
                before / 1024, cold.length * TIMES, heap() / 1024);
    }

    /// Name, code, document and perhaps a variable; less what is not even read, since that ends the connection.
    private static List<Object[]> requests() {
        var all = Stream.concat(HostileDocumentTests.documents(), HostileDocumentTests.variables())
                .map(Arguments::get)
                .filter(request -> !request[1].equals("BODY_TOO_LARGE"))
                .toList();
        return Stream.concat(
                        all.stream().filter(request -> request[0].equals(FIRST)),
                        all.stream().filter(request -> !request[0].equals(FIRST)))
                .toList();
    }

    /// In microseconds, the shortest first.
    private long[] ask(Object[] request, int times) {
        var caller = new Caller(graph.anonymous());
        var taken = new long[times];
        for (var time = 0; time < times; time++) {
            var body = body(request);
            var begun = System.nanoTime();
            caller.post(body, "Content-Type", "application/json");
            taken[time] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(taken);
        return taken;
    }

    private String body(Object[] request) {
        var document = request[2] + "#" + asked++;
        return JsonMapper.shared()
                .writeValueAsString(
                        request.length == 3
                                ? Map.of("query", document)
                                : Map.of("query", document, "variables", Map.of("v", request[3])));
    }

    /// What is used after everything unused was thrown away, also what was found to be so only then, in bytes.
    private static long heap() {
        System.gc();
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
