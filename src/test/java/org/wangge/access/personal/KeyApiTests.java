package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.town.Awaited.the;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;

@ApiTest
@TestPropertySource(properties = "wangge.personal.rest=200ms")
@DirtiesContext
class KeyApiTests {
    private static final String ROTATE = """
            mutation($key: UUID!, $algorithm: SealingAlgorithm!) {
              rotateKeys(input: {key: $key, algorithm: $algorithm}) {
                rotation { state algorithm done total startedAt finishedAt } refusal { code message } replayed
              }
            }""";

    @Autowired
    Graph graph;

    @Autowired
    Keyrings keyrings;

    @Autowired
    Rotations rotations;

    @Autowired
    DatabaseClient database;

    @ParameterizedTest
    @EnumSource(
            value = TownAccount.class,
            names = {"EVERYTHING", "LEADER", "SYSTEM_ADMIN", "AUDITOR", "WANG", "ZHANG_WEI"})
    void areNobodysToChangeButTheSecurityAdministrators(TownAccount other) {
        assertThat(rotate(graph.as(other), UUID.randomUUID()).code()).isEqualTo("NOT_PERMITTED");
        assertThat(graph.as(other).ask("{ keyRotation { state } }").code()).isEqualTo("NOT_PERMITTED");
        assertThat(graph.anonymous().ask("{ keyRotation { state } }").code()).isEqualTo("SIGN_IN_REQUIRED");
    }

    @Test
    void areChangedOnceAtATimeWithProgressUntilTheOldOnesAreGone() {
        var admin = graph.as(TownAccount.SECURITY_ADMIN);
        var key = UUID.randomUUID();

        var begun = rotate(admin, key);
        var again = rotate(admin, key);
        var second = rotate(admin, UUID.randomUUID());

        assertThat(begun.text("rotateKeys.rotation.algorithm")).isEqualTo("SM4_GCM");
        assertThat(begun.number("rotateKeys.rotation.total")).isGreaterThan(30);
        assertThat(again.get("rotateKeys.replayed", Boolean.class)).isTrue();
        assertThat(second.text("rotateKeys.refusal.code")).isEqualTo("ROTATION_UNDER_WAY");
        assertThat(second.text("rotateKeys.refusal.message")).contains("already");
        untilDone();
        var done = admin.ask("{ keyRotation { state algorithm finishedAt done total } }");
        assertThat(done.text("keyRotation.state")).isEqualTo("DONE");
        assertThat(done.number("keyRotation.done")).isEqualTo(done.number("keyRotation.total"));
        assertThat(done.text("keyRotation.finishedAt")).isNotEmpty();
        assertThat(graph.ask("query($id: ID!) { resident(by: {id: $id}) { phone { display } } }", zhangWei())
                        .text("resident.phone.display"))
                .isEqualTo("100****0001");
        assertThat(whoHas(TownPapers.phoneOf(TownHomes.ZHANG_WEI))).containsExactly(TownHomes.ZHANG_WEI.uuid());
        assertThat(the(database.sql("select string_agg(state, ' ' order by id) from data_key")
                        .mapValue(String.class)
                        .one()))
                .isEqualTo("DESTROYED CURRENT");
    }

    private Answer rotate(Graph somebody, UUID key) {
        return somebody.ask(ROTATE, Map.of("key", key.toString(), "algorithm", "SM4_GCM"));
    }

    private void untilDone() {
        the(
                rotations
                        .latest()
                        .repeatWhen(looks -> looks.delayElements(Duration.ofMillis(100)))
                        .filter(rotation -> rotation.state() == KeyRotationState.DONE)
                        .next(),
                Duration.ofSeconds(30));
    }

    private List<UUID> whoHas(String phone) {
        return Objects.requireNonNull(the(keyrings.current()
                .flatMapMany(keyring -> database.sql("select id from resident where phone_index = any(:indexes)")
                        .bind("indexes", keyring.indexes("resident.phone", phone))
                        .mapValue(UUID.class)
                        .all())
                .collectList()));
    }

    private static Map<String, String> zhangWei() {
        return Map.of("id", TownHomes.ZHANG_WEI.id());
    }
}
