package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db-1:5433/wangge",
                "postgres://db-1:5433/wangge",
                "jdbc:postgresql://db-1:5433/wangge",
                "r2dbc:postgresql://db-1:5433/wangge"
            })
    void readsEverySpelling(String url) {
        var address = DatabaseAddress.of(url, "li", "s");

        assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db-1:5433/wangge");
        assertThat(address.r2dbc()).isEqualTo("r2dbc:postgresql://db-1:5433/wangge");
    }

    @Test
    void spellsTheTlsSettingsAsEachDriverDoes() {
        var address = DatabaseAddress.of("postgresql://[::1]/w?sslmode=verify-full&sslrootcert=/ca.pem", "li", "");

        assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://[::1]:5432/w?sslmode=verify-full&sslrootcert=/ca.pem");
        assertThat(address.r2dbc())
                .isEqualTo("r2dbc:postgresql://[::1]:5432/w?sslMode=verify-full&sslRootCert=/ca.pem");
    }

    @Test
    void writesUrlsThatTheReactiveDriverReads() {
        var options = ConnectionFactoryOptions.parse(
                DatabaseAddress.of("postgresql://db-1:5433/wangge", "li", "").r2dbc());

        assertThat(options.getValue(ConnectionFactoryOptions.HOST)).isEqualTo("db-1");
        assertThat(options.getValue(ConnectionFactoryOptions.PORT)).isEqualTo(5433);
    }

    @Test
    void takesWhoSignsInFromTheUrlUnlessNamedBeside() {
        var inside = DatabaseAddress.of("postgresql://li:p%40ss+1@db/w", "", "");
        var beside = DatabaseAddress.of("postgresql://li:x@db/w", "wang", "secret");

        assertThat(inside.user()).isEqualTo("li");
        assertThat(inside.password()).isEqualTo("p@ss+1");
        assertThat(beside.user()).isEqualTo("wang");
        assertThat(beside.password()).isEqualTo("secret");
        assertThat(beside.toString() + beside.jdbc() + beside.r2dbc()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wangge",
                "mysql://db/wangge",
                "postgresql://db",
                "postgresql://db/",
                "postgresql://db:x/wangge",
                "postgresql://db:99999/wangge",
                "postgresql://db1,db2/wangge",
                "postgresql://db_1/wangge",
                "postgresql://db/wangge?user=root",
                "postgresql://li:%zz@db/wangge"
            })
    void refusesAMalformedUrlInASentence(String url) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DatabaseAddress.of(url, "li", ""))
                .withMessageStartingWith("wangge.database.url cannot be used: ");
    }

    @Test
    void refusesAUrlThatNamesNobodyToSignIn() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DatabaseAddress.of("postgresql://db/wangge", "", ""))
                .withMessageContaining("wangge.database.user");
    }
}
