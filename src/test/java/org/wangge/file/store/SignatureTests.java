package org.wangge.file.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTests {
    /// The example that the makers of the scheme publish: a GET of the first ten bytes of an object.
    @Test
    void signsAsTheSchemeIsPublished() {
        var signature = new Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

        var headers = signature.headers(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                Signature.sha256(new byte[0]),
                Map.of("range", "bytes=0-9"),
                Instant.parse("2013-05-24T00:00:00Z"));

        assertThat(headers.get("Authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }
}
