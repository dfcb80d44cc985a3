package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyringTests {
    private static final CellPlace PLACE = new CellPlace("resident.name", new UUID(7, 1));
    private static final CellPlace NEXT_DOOR = new CellPlace("resident.name", new UUID(7, 2));

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Algorithm algorithm) {
        var keyring = TestKeys.keyring(1, algorithm);

        for (var clear : List.of("", "张伟", "𠮷田", "阿依古丽·买买提", "x".repeat(1_000))) {
            assertThat(keyring.open(keyring.seal(clear, PLACE), PLACE)).isEqualTo(clear);
        }
    }

    @ParameterizedTest
    @EnumSource
    void putsAlgorithmKeyAndNonceInFront(Algorithm algorithm) {
        var cell = TestKeys.keyring(258, algorithm).seal("abc", PLACE);

        assertThat(cell).hasSize(1 + 4 + 12 + 3 + 16).startsWith(algorithm.number(), 0, 0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void sealsTheSameDifferentlyEachTimeUnlessAskedTo(Algorithm algorithm) {
        var keyring = TestKeys.keyring(1, algorithm);
        var alike = keyring.sealingAlike();

        assertThat(keyring.seal("张伟", PLACE)).isNotEqualTo(keyring.seal("张伟", PLACE));
        assertThat(alike.seal("张伟", PLACE)).isEqualTo(alike.seal("张伟", PLACE));
        assertThat(nonce(alike.seal("张伟", PLACE))).isNotEqualTo(nonce(alike.seal("张磊", PLACE)));
        assertThat(nonce(alike.seal("张伟", PLACE))).isNotEqualTo(nonce(alike.seal("张伟", NEXT_DOOR)));
        assertThat(keyring.open(alike.seal("张伟", PLACE), PLACE)).isEqualTo("张伟");
    }

    @ParameterizedTest
    @EnumSource
    void doesNotOpenWhatWasMovedOrChanged(Algorithm algorithm) {
        var keyring = TestKeys.keyring(1, algorithm);
        var cell = keyring.seal("张伟", PLACE);

        refuses(keyring, cell, NEXT_DOOR);
        refuses(keyring, cell, new CellPlace("resident.phone", PLACE.row()));
        for (var i = 0; i < cell.length; i++) {
            var changed = cell.clone();
            changed[i] ^= 1;
            refuses(keyring, changed, PLACE);
        }
        refuses(keyring, new byte[0], PLACE);
        refuses(keyring, "张伟".getBytes(StandardCharsets.UTF_8), PLACE);
        refuses(TestKeys.keyring(2, algorithm), cell, PLACE);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotOpenWithAnotherKeyOfTheSameNumber(Algorithm algorithm) {
        var other = new DataKey(1, algorithm, DataKey.draw());

        refuses(
                new Keyring(other, List.of(other)),
                TestKeys.keyring(1, algorithm).seal("张伟", PLACE),
                PLACE);
    }

    @Test
    void keepsTheClearTextOutOfTheRefusal() {
        var cell = TestKeys.keyring().seal("张伟", PLACE);

        assertThatExceptionOfType(UnreadableCell.class)
                .isThrownBy(() -> TestKeys.keyring().open(cell, NEXT_DOOR))
                .withMessageContaining("resident.name of " + NEXT_DOOR.row())
                .withMessageNotContaining("张");
    }

    @ParameterizedTest
    @CsvSource({
        "resident.phone, 13812345678, +86 138-1234-5678",
        "resident.phone, 8613812345678, １３８１２３４５６７８",
        "resident.id_document, 11010519491231002X, １１０１０５ 19491231 002x"
    })
    void findsAValueHoweverItIsTyped(String field, String kept, String typed) {
        var keyring = TestKeys.keyring();

        assertThat(keyring.index(field, typed)).isEqualTo(keyring.index(field, kept));
    }

    @Test
    void indexesByFieldAndKey() {
        var aes = TestKeys.keyring().index("resident.phone", "13812345678");
        var sm4 = TestKeys.keyring(2, Algorithm.SM4_GCM).index("resident.phone", "13812345678");

        assertThat(aes).hasSize(4 + 32).startsWith(0, 0, 0, 1);
        assertThat(sm4).hasSize(4 + 32).startsWith(0, 0, 0, 2);
        assertThat(TestKeys.keyring().index("account.phone", "13812345678")).isNotEqualTo(aes);
        assertThat(TestKeys.keyring().index("resident.phone", "13812345679")).isNotEqualTo(aes);
    }

    @Test
    void findsAndOpensUnderEveryKeyInUse() {
        var old = TestKeys.key(1, Algorithm.AES_256_GCM);
        var current = TestKeys.key(2, Algorithm.SM4_GCM);
        var both = new Keyring(current, List.of(old, current));
        var cell = TestKeys.keyring().seal("13812345678", PLACE);

        assertThat(both.open(cell, PLACE)).isEqualTo("13812345678");
        assertThat(List.of(both.indexes("resident.phone", "13812345678")))
                .containsExactlyInAnyOrder(
                        TestKeys.keyring().index("resident.phone", "13812345678"),
                        both.index("resident.phone", "13812345678"));
        assertThat(ByteBuffer.wrap(both.seal("x", PLACE)).position(1).getInt()).isEqualTo(2);
    }

    private static void refuses(Keyring keyring, byte[] cell, CellPlace place) {
        assertThatExceptionOfType(UnreadableCell.class).isThrownBy(() -> keyring.open(cell, place));
    }

    private static ByteBuffer nonce(byte[] cell) {
        return ByteBuffer.wrap(cell, 5, 12);
    }
}
