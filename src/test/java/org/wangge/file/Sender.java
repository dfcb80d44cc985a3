package org.wangge.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who sends files to the server under test, and reads them again.
public final class Sender {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String REQUEST = """
            mutation($input: RequestUploadInput!) { requestUpload(input: $input) {
              ticket { attachmentId url formUrl formField method token expiresAt maxBytes }
              refusal { code message ... on InputRejected { problems { path code message } } } replayed } }""";

    private final Graph graph;

    public Sender(Graph graph) {
        this.graph = graph;
    }

    /// Uploads a file and gives its id.
    public String send(byte[] file, String name, String mediaType) {
        var ticket = ticket(name, mediaType, file.length);
        var answer = put(ticket.text("requestUpload.ticket.url"), file);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return ticket.text("requestUpload.ticket.attachmentId");
    }

    public String sendJpeg(byte[] jpeg) {
        return send(jpeg, "photo.jpg", "image/jpeg");
    }

    Answer ticket(String name, String mediaType, long size) {
        return ticket(Map.of("name", name, "mediaType", mediaType, "size", size));
    }

    Answer ticket(Map<String, Object> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(), "name", "photo.jpg", "mediaType", "image/jpeg", "size", 1000));
        input.putAll(fields);
        return graph.ask(REQUEST, Map.of("input", input));
    }

    HttpResponse<String> put(String url, byte[] file) {
        return text(request(url).PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    HttpResponse<String> put(String url, byte[] file, String language) {
        return text(request(url).header("Accept-Language", language).PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /// As `wx.uploadFile`: a form with a field beside the file.
    HttpResponse<String> post(String url, byte[] file, String field) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + "beside\r\n--edge\r\n"
                        + "Content-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"tmp_1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(file);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return text(request(url)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /// Follows a link; the status it is answered with.
    public int read(String url) {
        return get(url).statusCode();
    }

    HttpResponse<byte[]> get(String url, String... headers) {
        var request = request(url).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// What an error says in `errors[0].extensions.code`.
    static @Nullable String code(HttpResponse<String> answer) {
        return JsonMapper.shared()
                .readTree(answer.body())
                .at("/errors/0/extensions/code")
                .asString();
    }

    static String message(HttpResponse<String> answer) {
        return JsonMapper.shared()
                .readTree(answer.body())
                .at("/errors/0/message")
                .asString();
    }

    private HttpResponse<String> text(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(graph.url()).resolve(path));
    }
}
