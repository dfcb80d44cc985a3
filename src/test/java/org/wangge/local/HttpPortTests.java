package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class HttpPortTests {
    @Test
    void namesTheTakenPortAndHowToChooseAnother() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = new HttpPort("127.0.0.1", taken.getLocalPort());

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(port::refuseIfTaken)
                    .withMessageContaining("Port " + taken.getLocalPort())
                    .satisfies(refused -> assertThat(refused.action()).contains("--server.port=8081"));
        }
    }

    @Test
    void takesAFreePortOrAnyOrNone() throws IOException {
        var free = new ServerSocket(0);
        free.close();

        assertThatNoException().isThrownBy(new HttpPort(null, free.getLocalPort())::refuseIfTaken);
        assertThatNoException().isThrownBy(new HttpPort(null, 0)::refuseIfTaken);
        assertThatNoException().isThrownBy(new HttpPort(null, -1)::refuseIfTaken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "65536", "-2", "1e3"})
    void refusesWhatIsNoPort(String port) {
        var environment = new MockEnvironment().withProperty("server.port", port);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> HttpPort.of(environment))
                .withMessageContaining("'" + port + "'");
    }
}
