package org.wangge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;

/// The server with its files in an object store.
@ApiTest
class BucketTests {
    private static final Bucket BUCKET = new Bucket();

    @Autowired
    Graph graph;

    @Autowired
    Attachments attachments;

    @Autowired
    Links links;

    @Autowired
    FileSweep sweep;

    @DynamicPropertySource
    static void keepFilesThere(DynamicPropertyRegistry properties) {
        properties.add("wangge.files.s3.endpoint", BUCKET::endpoint);
        properties.add("wangge.files.s3.bucket", () -> "pictures");
        properties.add("wangge.files.s3.prefix", () -> "wangge/");
        properties.add("wangge.files.s3.region", () -> Bucket.REGION);
        properties.add("wangge.files.s3.access-key", () -> Bucket.ACCESS_KEY);
        properties.add("wangge.files.s3.secret-key", () -> Bucket.SECRET_KEY);
    }

    @AfterAll
    static void close() {
        BUCKET.close();
    }

    @Test
    void keepsFilesInTheBucketAndReadsAndRemovesThem() {
        var sender = new Sender(graph);
        var id = AttachmentId.of(sender.sendJpeg(Photos.jpeg(41))).value();
        var attachment = Awaited.the(attachments.all(List.of(id)).next());
        var object = BUCKET.objects.get(attachment.storageKey().toString());

        var url = links.to(attachment, Links.Part.WHOLE);

        assertThat(object).hasSize((int) attachment.size());
        assertThat(sender.get(url).body()).isEqualTo(object);
        assertThat(sender.get(url, "Range", "bytes=5-9").body()).isEqualTo(Arrays.copyOfRange(object, 5, 10));
        assertThat(sender.get(links.to(attachment, Links.Part.THUMBNAIL)).body())
                .isEqualTo(BUCKET.objects.get(attachment.storageKey() + "-small"));

        Awaited.the(sweep.sweep(Instant.now().plus(Duration.ofDays(2))));
        assertThat(BUCKET.objects).doesNotContainKey(attachment.storageKey().toString());
        assertThat(sender.get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesTheTicketGoodWhenTheStoreDoesNotAnswer() {
        var sender = new Sender(graph);
        var photo = Photos.jpeg(42);
        var ticket = sender.ticket("a.jpg", "image/jpeg", photo.length);
        var url = ticket.text("requestUpload.ticket.url");

        BUCKET.isBroken = true;
        var failed = sender.put(url, photo);
        BUCKET.isBroken = false;

        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(Sender.code(failed)).isEqualTo("UNAVAILABLE");
        assertThat(Tables.number(
                        graph.database(),
                        "select count(*) from attachment where "
                                + UploadTests.named(ticket.text("requestUpload.ticket.attachmentId"))))
                .isZero();
        assertThat(sender.put(url, photo).statusCode()).isEqualTo(201);
    }
}
