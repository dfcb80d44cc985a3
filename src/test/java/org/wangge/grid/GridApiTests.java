package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;

@ApiTest
class GridApiTests {
    @Autowired
    Graph graph;

    @Test
    void findsAGridByIdAndByCode() {
        var answer = graph.ask("""
                query($id: ID!) {
                  byId: grid(by: {id: $id}) { id name level kind code parent { name } ancestors { name } version }
                  byCode: grid(by: {code: "510199001201001"}) { id }
                }""", Map.of("id", Town.WILLOW_ONE.id()));

        assertThat(answer.text("byId.name")).isEqualTo("柳一格");
        assertThat(answer.text("byId.parent.name")).isEqualTo("柳村");
        assertThat(answer.texts("byId.ancestors[*].name")).containsExactly("示范街道", "柳村");
        assertThat(answer.text("byCode.id")).isEqualTo(Town.WILLOW_ONE.id());
    }
}
