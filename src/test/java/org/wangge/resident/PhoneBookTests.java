package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.ResidentDirectory;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;

@ApiTest
@TestPropertySource(properties = "test.town=phones")
class PhoneBookTests {
    private static final UUID NOBODY = new UUID(0, 0);

    @Autowired
    Graph graph;

    @Autowired
    ResidentDirectory directory;

    @Test
    void namesTheOnlyOneWhoLivesHereWithThatPhone() {
        TestPostgres.execute(
                graph.database(),
                "update resident set status = 'MOVED_OUT' where id = '%s'".formatted(TownHomes.AYGUL.uuid()));
        TestPostgres.execute(graph.database(), """
                update resident set (phone_cell, phone_index, phone_mask) =
                  (select phone_cell, phone_index, phone_mask from resident where id = '%s') where id = '%s'""".formatted(TownHomes.JI.uuid(), TownHomes.CHEN_XIAOMING.uuid()));

        assertThat(named(TownPapers.phoneOf(TownHomes.ZHANG_WEI))).isEqualTo(TownHomes.ZHANG_WEI.uuid());
        assertThat(named("+86 " + TownPapers.phoneOf(TownHomes.ZHANG_WEI))).isEqualTo(TownHomes.ZHANG_WEI.uuid());
        assertThat(named(TownPapers.phoneOf(TownHomes.AYGUL))).isEqualTo(NOBODY);
        assertThat(named(TownPapers.phoneOf(TownHomes.JI))).isEqualTo(NOBODY);
        assertThat(named("13900000000")).isEqualTo(NOBODY);
    }

    private UUID named(String phone) {
        return Awaited.the(directory.residentByPhone(phone).defaultIfEmpty(NOBODY));
    }
}
