package org.wangge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.file.store.StoreSettings;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;

/// Files on their way in (issue 4, shown by 7).
@ApiTest
class UploadTests {
    private static final int MEGABYTE = 1 << 20;

    @Autowired
    Graph graph;

    @Autowired
    StoreSettings settings;

    private Sender sender;

    @BeforeEach
    void somebodySends() {
        sender = new Sender(graph);
    }

    @Test
    void takesABareFile() {
        var photo = Photos.jpeg(1);
        var ticket = sender.ticket("井盖.jpg", "image/jpeg", photo.length);

        var answer = sender.put(ticket.text("requestUpload.ticket.url"), photo);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .contains(ticket.text("requestUpload.ticket.attachmentId"), "\"name\":\"井盖.jpg\"", "image/jpeg");
        assertThat(ticket.text("requestUpload.ticket.method")).isEqualTo("PUT");
        assertThat(ticket.number("requestUpload.ticket.maxBytes")).isEqualTo(photo.length);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void takesAFileFromAForm() {
        var photo = Photos.jpeg(2);
        var ticket = sender.ticket("p.jpg", "image/jpeg", photo.length);

        var answer = sender.post(ticket.text("requestUpload.ticket.formUrl"), photo, "file");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(ticket.text("requestUpload.ticket.formField")).isEqualTo("file");
    }

    @Test
    void takesNoOtherFieldOfAForm() {
        var photo = Photos.jpeg(3);
        var ticket = sender.ticket("p.jpg", "image/jpeg", photo.length);

        refused(sender.post(ticket.text("requestUpload.ticket.formUrl"), photo, "other"), 422, "FILE_DIFFERS");
    }

    @Test
    void takesTwentyMegabytesAndNotAByteMore() {
        var most = 20 * MEGABYTE;
        var pdf = pdf(most);

        assertThat(sender.send(pdf, "plan.pdf", "application/pdf")).startsWith("attachment_");
        var ticket = sender.ticket("plan.pdf", "application/pdf", most).text("requestUpload.ticket.url");
        var tooLarge = refused(sender.put(ticket, pdf(most + 1)), 413, "FILE_TOO_LARGE");
        assertThat(Sender.message(tooLarge)).isEqualTo("文件超过 20 MB。");
        var inEnglish = sender.put(ticket, pdf(most + 1), "en");
        assertThat(Sender.message(inEnglish)).isEqualTo("The file is larger than 20 MB.");
        assertThat(tooLarge.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(incoming()).isEmpty();
    }

    @Test
    void givesNoTicketForMoreThanTwentyMegabytes() {
        var answer = sender.ticket("plan.pdf", "application/pdf", 20 * MEGABYTE + 1);

        assertThat(answer.text("requestUpload.refusal.problems[0].path")).isEqualTo("size");
        assertThat(answer.text("requestUpload.refusal.problems[0].code")).isEqualTo("OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MZ\u0090\0\3\0\0\0", "\177ELF\2\1\1\0", "<html><script>", "<svg xmlns=", "GIF89a", "#!/bin/sh\n"
            })
    void refusesWhatIsNotWhatItsNameSays(String beginning) {
        var file = Arrays.copyOf(beginning.getBytes(StandardCharsets.ISO_8859_1), 600);

        var answer = refused(upload(file, "photo.jpg", "image/jpeg"), 415, "FILE_NOT_ALLOWED");

        assertThat(Sender.message(answer)).contains("jpg, png, mp4, pdf, docx, xlsx");
    }

    @Test
    void tellsDocumentsFromOtherArchives() throws IOException {
        var types = "[Content_Types].xml";

        assertThat(upload(zip(types, "word/document.xml"), "x", DOCX).body()).contains("x.docx");
        assertThat(upload(zip(types, "xl/workbook.xml"), "台账.xlsx", DOCX).body())
                .contains("台账.xlsx", "spreadsheetml");
        refused(upload(zip("some.txt"), "x.docx", DOCX), 415, "FILE_NOT_ALLOWED");
        refused(
                upload(zip(types, "word/document.xml", "word/vbaProject.bin"), "x.docx", DOCX),
                415,
                "FILE_NOT_ALLOWED");
    }

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Test
    void refusesABombBeforeItUnpacks() {
        var before = used();

        refused(upload(Photos.lyingPng(50_000, 50_000), "a.png", "image/png"), 422, "IMAGE_TOO_LARGE");
        var packed = Photos.flatPng(12_000, 12_000);
        assertThat(packed.length).isLessThan(MEGABYTE);
        var answer = refused(upload(packed, "b.png", "image/png"), 422, "IMAGE_TOO_LARGE");

        assertThat(Sender.message(answer)).contains("50");
        assertThat(used() - before).isLessThan(100L * MEGABYTE);
    }

    @Test
    void makesALargePictureSmallerWhileItReadsIt() {
        var id = sender.send(Photos.flatPng(7_000, 7_000), "large.png", "image/png");

        assertThat(Tables.number(graph.database(), "select size from attachment where " + named(id)))
                .isLessThan(MEGABYTE);
    }

    @Test
    void refusesWhatIsCutOff() {
        refusedWhenCut(Photos.jpeg(640, 480, 5), "a.jpg", "image/jpeg");
        refusedWhenCut(Photos.png(5), "a.png", "image/png");
        refusedWhenCut(pdf(5_000), "a.pdf", "application/pdf");
        refusedWhenCut(Photos.mp4(3_900_000_000L, "+30.8100+104.0150/"), "a.mp4", "video/mp4");
    }

    @Test
    void refusesTexturesThatAreNoPicture() {
        var broken = Photos.jpeg(640, 480, 6);
        Arrays.fill(broken, 20, 200, (byte) 7);

        refused(upload(broken, "a.jpg", "image/jpeg"), 422, "FILE_UNREADABLE");
    }

    @Test
    void takesEachTicketOnce() {
        var photo = Photos.jpeg(7);
        var url = sender.ticket("a.jpg", "image/jpeg", photo.length).text("requestUpload.ticket.url");

        assertThat(sender.put(url, photo).statusCode()).isEqualTo(201);

        refused(sender.put(url, photo), 409, "TICKET_USED");
    }

    @Test
    void takesOneOfEightAtOnceForOneTicket() throws Exception {
        var photo = Photos.jpeg(8);
        var ticket = sender.ticket("a.jpg", "image/jpeg", photo.length);
        var url = ticket.text("requestUpload.ticket.url");
        var before = kept();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> sender.put(url, photo).statusCode())
                    .toList();
            assertThat(threads.invokeAll(sending).stream()
                            .map(Future::resultNow)
                            .toList())
                    .containsOnlyOnce(201)
                    .allMatch(status -> status == 201 || status == 409);
        }

        assertThat(kept() - before).isEqualTo(2);
    }

    @Test
    void refusesAnExpiredTicketAndOneThatWasNeverGiven() {
        var photo = Photos.jpeg(9);
        var ticket = sender.ticket("a.jpg", "image/jpeg", photo.length);
        Tables.texts(
                graph.database(),
                "update upload_ticket set expires_at = now() - interval '1 second' where "
                        + named(ticket.text("requestUpload.ticket.attachmentId")) + " returning id");

        refused(sender.put(ticket.text("requestUpload.ticket.url"), photo), 410, "TICKET_EXPIRED");
        refused(sender.put("/files/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", photo), 404, "NOT_FOUND");
        refused(sender.put("/files/..%2f..%2fx", photo), 404, "NOT_FOUND");
    }

    @Test
    void refusesAFileThatIsNotTheOneAnnounced() throws Exception {
        var photo = Photos.jpeg(10);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        var other = photo.clone();
        other[photo.length / 2] ^= 1;
        var input = Map.<String, Object>of("size", photo.length, "sha256", hash);

        var url = sender.ticket(input).text("requestUpload.ticket.url");
        refused(sender.put(url, other), 422, "FILE_DIFFERS");
        refused(sender.put(url, Arrays.copyOf(photo, photo.length + 1)), 422, "FILE_DIFFERS");
        refused(sender.put(url, Arrays.copyOf(photo, photo.length - 1)), 422, "FILE_DIFFERS");

        assertThat(sender.put(url, photo).statusCode()).isEqualTo(201);
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
        var url = URI.create(graph.url());
        var ticket = sender.ticket("a.jpg", "image/jpeg", 1_000_000);
        var before = kept();

        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var out = socket.getOutputStream();
            out.write(("PUT " + ticket.text("requestUpload.ticket.url") + " HTTP/1.1\r\nHost: x\r\n"
                            + "Content-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Arrays.copyOf(Photos.jpeg(11), 300_000));
            out.flush();
            Awaitility.await().until(() -> !incoming().isEmpty());
        }

        Awaitility.await().until(() -> incoming().isEmpty());
        assertThat(kept()).isEqualTo(before);
        assertThat(Tables.number(
                        graph.database(),
                        "select count(*) from upload_ticket where used_at is null and "
                                + named(ticket.text("requestUpload.ticket.attachmentId"))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.jpg",
        "C:\\Users\\x\\现场.JPG, 现场.JPG",
        "a\u202Egpj.exe, agpj.exe.jpg",
        "a\u0000b.jpeg, INVALID_TEXT",
        "..., file.jpg",
        "x/, file.jpg",
        "a\"b<c>.jpg, abc.jpg"
    })
    void takesOfANameOnlyWhatIsAName(String sent, String kept) {
        var photo = Photos.jpeg(12);
        var ticket = sender.ticket(sent, "image/jpeg", photo.length);
        if (kept.equals("INVALID_TEXT")) {
            assertThat(ticket.code()).isEqualTo(kept);
            return;
        }

        var answer = sender.put(ticket.text("requestUpload.ticket.url"), photo);

        assertThat(answer.body()).contains("\"name\":\"" + kept + '"');
    }

    @Test
    void givesTheSameTicketForTheSameKey() {
        var input = Map.<String, Object>of("key", UUID.randomUUID().toString());

        var first = sender.ticket(input);
        var again = sender.ticket(input);

        assertThat(again.text("requestUpload.ticket.token")).isEqualTo(first.text("requestUpload.ticket.token"));
        assertThat(again.get("requestUpload.replayed", Boolean.class)).isTrue();
        assertThat(sender.ticket(Map.of("key", input.get("key"), "size", 7)).text("requestUpload.refusal.code"))
                .isEqualTo("KEY_REUSED");
    }

    @Test
    void saysAllThatIsWrongWithARequest() {
        var answer = sender.ticket(Map.of("name", " ", "mediaType", "image/heic", "size", 0, "sha256", "12"));

        assertThat(answer.texts("requestUpload.refusal.problems[*].path"))
                .containsExactly("name", "mediaType", "size", "sha256");
        assertThat(answer.texts("requestUpload.refusal.problems[*].code"))
                .containsExactly("REQUIRED", "NOT_ALLOWED", "OUT_OF_RANGE", "MALFORMED");
    }

    private void refusedWhenCut(byte[] file, String name, String mediaType) {
        assertThat(upload(file, name, mediaType).statusCode()).as(name).isEqualTo(201);
        refused(upload(Arrays.copyOf(file, file.length * 2 / 3), name, mediaType), 422, "FILE_UNREADABLE");
    }

    private HttpResponse<String> upload(byte[] file, String name, String mediaType) {
        var ticket = sender.ticket(name, mediaType, file.length);
        return sender.put(ticket.text("requestUpload.ticket.url"), file);
    }

    private HttpResponse<String> refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Sender.code(answer)).isEqualTo(code);
        assertThat(incoming()).isEmpty();
        return answer;
    }

    static String named(String id) {
        return "id = '" + AttachmentId.of(id).value() + "'";
    }

    private static byte[] pdf(int size) {
        var pdf = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), size);
        var end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, pdf, size - end.length, end.length);
        return pdf;
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private List<Path> incoming() {
        return files(settings.folder().resolve("incoming"));
    }

    /// How many files lie in the store.
    private long kept() {
        return files(settings.folder()).size() - incoming().size();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return files(folder);
        }
    }
}
