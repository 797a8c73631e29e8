package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import dev.doorstep.testing.Uploads;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects that come in parts. Source: Amazon S3 API Reference. Safe for use by several threads. */
final class S3Uploads {
    private final Uploads uploads = new Uploads();
    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
    private final Buckets buckets;
    private final Clock clock;

    S3Uploads(Buckets buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    void answer(HttpExchange exchange, S3Request request, byte[] body) throws IOException {
        if (request.operation() == S3Operation.CREATE_MULTIPART_UPLOAD) {
            begin(exchange);
        } else if (!uploads.has(request.uploadId())) {
            AwsError.s3(404, "NoSuchUpload", "The specified upload does not exist")
                    .answer(exchange);
        } else if (request.operation() == S3Operation.UPLOAD_PART) {
            String tag = uploads.put(request.uploadId(), request.partNumber(), body);
            exchange.getResponseHeaders().set("ETag", tag);
            Http.respond(exchange, 200, new byte[0]);
        } else {
            complete(exchange, request, body);
        }
    }

    private void begin(HttpExchange exchange) throws IOException {
        String id = uploads.begin();
        headers.put(id, S3Endpoint.kept(exchange.getRequestHeaders()));
        respond(exchange, "InitiateMultipartUploadResult", "UploadId", id);
    }

    private void complete(HttpExchange exchange, S3Request request, byte[] named)
            throws IOException {
        String id = request.uploadId();
        Optional<byte[]> whole = uploads.complete(id, new String(named, UTF_8));
        if (whole.isEmpty()) {
            AwsError.s3(400, "InvalidPart", "One of the parts could not be found").answer(exchange);
            return;
        }
        Map<String, String> kept = Optional.ofNullable(headers.remove(id)).orElse(Map.of());
        buckets.put(
                request.bucket(), request.key(), new S3Object(whole.get(), kept, clock.instant()));
        respond(exchange, "CompleteMultipartUploadResult", "Bucket", request.bucket());
    }

    private static void respond(HttpExchange exchange, String what, String name, String value)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        String xml = "<%1$s><%2$s>%3$s</%2$s></%1$s>".formatted(what, name, value);
        Http.respond(exchange, 200, xml.getBytes(UTF_8));
    }
}
