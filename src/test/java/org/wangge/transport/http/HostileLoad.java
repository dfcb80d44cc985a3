package org.wangge.transport.http;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import tools.jackson.databind.json.JsonMapper;

/// How long each hostile document keeps the server, and what is left of it in memory. Run on demand:
/// `mvn test -Dtest=HostileLoad`.
@ApiTest
class HostileLoad {
    private static final int WARM_UP = 300;
    private static final int TIMES = 500;

    @Autowired
    Graph graph;

    @Test
    void refusesEachDocumentManyTimes() {
        HostileDocumentTests.documents().forEach(document -> ask(document.get(), WARM_UP));
        var before = heap();

        System.out.printf("%-30s %8s %8s %8s%n", "µs", "p50", "p99", "most");
        HostileDocumentTests.documents().forEach(document -> {
            var taken = ask(document.get(), TIMES);
            System.out.printf(
                    "%-30s %8d %8d %8d%n",
                    document.get()[0], taken[TIMES / 2], taken[TIMES * 99 / 100], taken[TIMES - 1]);
        });

        System.out.printf("heap in use: %d KiB before, %d KiB after%n", before / 1024, heap() / 1024);
    }

    private long[] ask(Object[] document, int times) {
        var caller = new Caller(graph.anonymous());
        var body = JsonMapper.shared().writeValueAsString(Map.of("query", document[2]));
        var taken = new long[times];
        for (var time = 0; time < times; time++) {
            var begun = System.nanoTime();
            caller.post(body, "Content-Type", "application/json");
            taken[time] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(taken);
        return taken;
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
