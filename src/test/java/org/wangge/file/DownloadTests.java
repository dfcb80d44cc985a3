package org.wangge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.page.Seal;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;

/// Files on their way out, and what is left of them.
@ApiTest
class DownloadTests {
    private static final String TAKEN = "2026:03:02 09:12:00";
    private static final String FILES = """
            query($id: ID!) { issue(by: {id: $id}) { attachments {
              id name mediaType size sha256 takenAt isDuplicate url thumbnailUrl
              location { longitude latitude } gcj: location(system: GCJ02) { longitude } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Seal seal;

    @Autowired
    FileSettings settings;

    @Autowired
    Attachments attachments;

    private Sender sender;

    @BeforeEach
    void somebodySends() {
        sender = new Sender(graph);
    }

    @Test
    void keepsNothingThatTheCameraWroteAndRemembersWhenAndWhere() {
        var photo = Photos.taken(Photos.jpeg(21), 1, TAKEN, 30.81, 104.015);
        assertThat(text(photo)).contains("Exif", TAKEN);

        var files = filesOf(report(sender.sendJpeg(photo)));

        assertThat(files.text("issue.attachments[0].takenAt")).isEqualTo("2026-03-02T01:12:00Z");
        assertThat(files.get("issue.attachments[0].location.latitude", Double.class))
                .isBetween(30.80999, 30.81001);
        assertThat(files.get("issue.attachments[0].location.longitude", Double.class))
                .isBetween(104.01499, 104.01501);
        assertThat(files.get("issue.attachments[0].gcj.longitude", Double.class))
                .isGreaterThan(104.017);
        for (var link : List.of("url", "thumbnailUrl")) {
            var kept = sender.get(files.text("issue.attachments[0]." + link)).body();
            assertThat(text(kept)).doesNotContain("Exif", "2026:03:02", "\u00ff\u00e1");
            assertThat(Photos.read(kept).getWidth()).isEqualTo(64);
        }
    }

    /// Where the red quarter, which is upper left as the camera stored it, is seen when upright.
    @ParameterizedTest
    @CsvSource({"1,64,8,8", "2,64,56,8", "3,64,56,40", "4,64,8,40", "5,48,8,8", "6,48,40,8", "7,48,40,56", "8,48,8,56"})
    void turnsPicturesUpright(int orientation, int width, int x, int y) {
        var photo = Photos.taken(Photos.jpeg(22), orientation, TAKEN, 30.81, 104.015);

        var url = filesOf(report(sender.sendJpeg(photo))).text("issue.attachments[0].url");

        var upright = Photos.read(sender.get(url).body());
        assertThat(upright.getWidth()).isEqualTo(width);
        var seen = new Color(upright.getRGB(x, y));
        assertThat(seen.getRed()).isGreaterThan(200);
        assertThat(seen.getGreen()).isLessThan(60);
    }

    @Test
    void emptiesWhatAFilmSaysAndRemembersWhenAndWhere() {
        var film = Photos.mp4(3_855_258_720L, "+30.8100+104.0150/");

        var files = filesOf(report(sender.send(film, "a.mp4", "video/mp4")));

        assertThat(files.text("issue.attachments[0].takenAt")).isEqualTo("2026-03-02T01:12:00Z");
        assertThat(files.get("issue.attachments[0].location.latitude", Double.class))
                .isEqualTo(30.81);
        var kept = sender.get(files.text("issue.attachments[0].url")).body();
        assertThat(kept).hasSameSizeAs(film);
        assertThat(text(kept)).contains("moov", "mvhd", "free").doesNotContain("+30.81", "udta");
        files.isNull("issue.attachments[0].thumbnailUrl");
    }

    @Test
    void givesTheFileThatItsHashNames() throws Exception {
        var files = filesOf(report(sender.sendJpeg(Photos.jpeg(23))));

        var kept = sender.get(files.text("issue.attachments[0].url"));

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(kept.body())))
                .isEqualTo(files.text("issue.attachments[0].sha256"));
        assertThat(kept.body()).hasSize(files.number("issue.attachments[0].size"));
        var headers = kept.headers();
        assertThat(headers.firstValue("Content-Type")).contains("image/jpeg");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(headers.firstValue("Cache-Control")).contains("max-age=300, private");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("inline; ");
    }

    @Test
    void givesDocumentsToSaveUnderTheirNames() {
        var pdf = "%PDF-1.7\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        var id = sender.send(pdf, "整改 报告.pdf", "application/pdf");

        var kept = sender.get(filesOf(report(id)).text("issue.attachments[0].url"));

        var disposition = kept.headers().firstValue("Content-Disposition").orElseThrow();
        assertThat(disposition).startsWith("attachment; ");
        assertThat(URLDecoder.decode(disposition, StandardCharsets.UTF_8)).contains("filename*=UTF-8''整改 报告.pdf");
    }

    @Test
    void givesPartsAndNothingThatIsThereAlready() {
        var url = filesOf(report(sender.sendJpeg(Photos.jpeg(24)))).text("issue.attachments[0].url");
        var whole = sender.get(url);
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        var size = whole.body().length;

        var part = sender.get(url, "Range", "bytes=10-19");
        var end = sender.get(url, "Range", "bytes=-5");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + size);
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(whole.body(), size - 5, size));
        assertThat(sender.get(url, "Range", "bytes=" + size + "-").statusCode()).isEqualTo(416);
        assertThat(sender.get(url, "Range", "bytes=0-4", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sender.get(url, "Range", "what").statusCode()).isEqualTo(200);
        var again = sender.get(url, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void givesNothingWithoutALinkOfThisFileThatIsStillGood() {
        var files = filesOf(report(sender.sendJpeg(Photos.jpeg(25)), sender.sendJpeg(Photos.jpeg(26))));
        var one = files.text("issue.attachments[0].url");
        var other = files.text("issue.attachments[1].url");
        var id = AttachmentId.of(files.text("issue.attachments[0].id")).value();
        var attachment = Awaited.the(attachments.all(List.of(id)).next());

        assertThat(status(one)).isEqualTo(200);
        assertThat(status(one.substring(0, one.indexOf('?')))).isEqualTo(404);
        assertThat(status(one.substring(0, one.indexOf('?')) + other.substring(other.indexOf('?'))))
                .isEqualTo(404);
        assertThat(status("/files/nothing?link=x")).isEqualTo(404);
        assertThat(status(linkOf(attachment, Duration.ofMinutes(9)))).isEqualTo(200);
        assertThat(status(linkOf(attachment, Duration.ofMinutes(16)))).isEqualTo(410);
    }

    @Test
    void flagsWhatWasUsedForAnotherIssueAlsoWhenTheCameraWroteOtherThings() {
        var photo = Photos.jpeg(27);
        var first = report(sender.sendJpeg(photo));
        assertThat(duplicates(first)).containsExactly(false);

        var second =
                report(sender.sendJpeg(Photos.taken(photo, 1, TAKEN, 30.82, 104.01)), sender.sendJpeg(Photos.jpeg(28)));

        assertThat(duplicates(second)).containsExactly(true, false);
        assertThat(duplicates(first)).containsExactly(true);
    }

    @Test
    void tellsOnlyStaffWhatWasUsedElsewhere() {
        var resident = graph.as(TownAccount.ZHANG_WEI);
        var mine = report(resident, new Sender(resident).sendJpeg(Photos.jpeg(29)));

        var seen = resident.ask(FILES, Map.of("id", mine));

        assertThat(seen.text("issue.attachments[0].name")).isEqualTo("photo.jpg");
        assertThat(seen.isNull("issue.attachments[0].isDuplicate")).isTrue();
    }

    private List<Boolean> duplicates(String issue) {
        return filesOf(issue).list("issue.attachments[*].isDuplicate", Boolean.class);
    }

    private String linkOf(Attachment attachment, Duration ago) {
        var past = Clock.fixed(Instant.now().minus(ago), ZoneOffset.UTC);
        return new Links(seal, settings, past).to(attachment, Links.Part.WHOLE);
    }

    private int status(String url) {
        return sender.get(url).statusCode();
    }

    private Answer filesOf(String issue) {
        return graph.ask(FILES, Map.of("id", issue));
    }

    private String report(String... files) {
        return report(graph, files);
    }

    private static String report(Graph graph, String... files) {
        return graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } refusal { message } } }",
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
                                        List.of(files))))
                .text("reportIssue.issue.id");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
