package org.wangge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.file.store.StoreSettings;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TownAccount;

/// What is sent and not used does not stay, and does not fill the disk. On a town of its own: what
/// others sent counts as well.
@ApiTest
@TestPropertySource(properties = {"test.town=unclaimed", "wangge.files.unclaimed=10KB", "wangge.files.patience=2s"})
class UnclaimedTests {
    private static final String REPORT =
            "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } refusal { code ... on InputRejected { problems { path code } } } } }";

    @Autowired
    Graph graph;

    @Autowired
    FileSweep sweep;

    @Autowired
    StoreSettings settings;

    @Test
    void isSweptAfterADayUnlessACommandTookIt() throws IOException {
        var sender = new Sender(graph.as(TownAccount.LI));
        var used = sender.sendJpeg(Photos.jpeg(31));
        var unused = sender.sendJpeg(Photos.jpeg(32));
        var left = Files.createDirectories(settings.folder().resolve("incoming/upload-left"));
        Files.writeString(left.resolve("sent"), "half of a file");
        report(TownAccount.LI, List.of(used));
        var names =
                Tables.texts(graph.database(), "select storage_key from attachment where " + UploadTests.named(unused));

        assertThat(Awaited.the(sweep.sweep(Instant.now().plus(Duration.ofHours(23)))))
                .isZero();
        assertThat(left).exists();
        assertThat(Awaited.the(sweep.sweep(Instant.now().plus(Duration.ofHours(25)))))
                .isEqualTo(1);

        assertThat(Tables.number(graph.database(), "select count(*) from attachment where " + UploadTests.named(used)))
                .isEqualTo(1);
        assertThat(left).doesNotExist();
        try (var all = Files.walk(settings.folder())) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(names.getFirst()));
        }
    }

    @Test
    void isNotMoreThanSomebodyMayLeaveLyingAbout() {
        var sender = new Sender(graph.as(TownAccount.OUYANG));
        sender.ticket(Map.of("size", 6_000)).text("requestUpload.ticket.url");

        assertThat(sender.ticket(Map.of("size", 6_000)).code()).isEqualTo("RATE_LIMITED");
        assertThat(sender.ticket(Map.of("size", 4_000)).text("requestUpload.ticket.url"))
                .startsWith("/files/");
        assertThat(new Sender(graph.as(TownAccount.WANG))
                        .ticket(Map.of("size", 6_000))
                        .text("requestUpload.ticket.url"))
                .startsWith("/files/");
    }

    @Test
    void isSentByAnybodySoManyTimesAnHour() {
        var nobody = new Sender(graph.anonymous());
        var photo = nobody.sendJpeg(Photos.jpeg(33));
        assertThat(report(null, List.of(photo))).isEqualTo("done");

        for (int i = 1; i < 36; i++) {
            assertThat(nobody.ticket(Map.of("size", 10)).errors()).isEmpty();
        }

        assertThat(nobody.ticket(Map.of("size", 10)).code()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void belongsToWhoSentItAndToOneIssue() {
        var photo = new Sender(graph.as(TownAccount.LI)).sendJpeg(Photos.jpeg(34));

        assertThat(report(TownAccount.WANG, List.of(photo))).isEqualTo("attachmentIds[0] UNKNOWN");
        assertThat(report(TownAccount.LI, List.of(photo))).isEqualTo("done");
        assertThat(report(TownAccount.LI, List.of(photo))).isEqualTo("attachmentIds[0] UNKNOWN");
        assertThat(report(TownAccount.LI, java.util.Collections.nCopies(10, photo)))
                .isEqualTo("attachmentIds OUT_OF_RANGE");
        var before = Tables.number(graph.database(), "select count(*) from issue");
        assertThat(report(TownAccount.LI, List.of("attachment_AAAAAAAAAAAAAAAAAAAAAA")))
                .isEqualTo("attachmentIds[0] UNKNOWN");
        assertThat(Tables.number(graph.database(), "select count(*) from issue"))
                .isEqualTo(before);
    }

    @Test
    void isGivenUpWhenItTakesTooLong() throws IOException {
        var ticket = new Sender(graph.as(TownAccount.ZHAO)).ticket(Map.of("size", 5_000));
        var url = URI.create(graph.url());

        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("PUT " + ticket.text("requestUpload.ticket.url")
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nbegun")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).contains("408", "\"TIMEOUT\"");
        }
        assertThat(settings.folder().resolve("incoming")).isEmptyDirectory();
    }

    private String report(@org.jspecify.annotations.Nullable TownAccount who, List<String> files) {
        var asking = who == null ? graph.anonymous() : graph.as(who);
        var answer = asking.ask(
                REPORT,
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "category",
                                "DRAINAGE",
                                "description",
                                "带照片的上报",
                                "source",
                                "RESIDENT_APP",
                                "point",
                                Map.of("longitude", 104.015, "latitude", 30.81),
                                "attachmentIds",
                                files)));
        if (answer.data().toString().contains("refusal=null")) {
            return "done";
        }
        var problem = "reportIssue.refusal.problems[0].";
        return answer.text(problem + "path") + " " + answer.text(problem + "code");
    }
}
