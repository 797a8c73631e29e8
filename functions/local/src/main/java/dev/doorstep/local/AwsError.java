package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;

import dev.doorstep.lambda.Json;

import java.io.IOException;
import java.util.Map;

/**
 * What AWS answers in place of a result; services differ in names, in status and in form. Source:
 * the services' API references, on common errors.
 *
 * @param service its name in IAM
 */
record AwsError(String service, int status, String code, String message) {
    private static final String S3 = "s3";
    private static final String ASKED_FOR = "asked for";

    AwsError {
        requireNonNull(service, "service is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }

    static AwsError s3(int status, String code, String message) {
        return new AwsError(S3, status, code, message);
    }

    static AwsError unknown(String service, String what) {
        return service.equals(S3)
                ? s3(501, "NotImplemented", what)
                : new AwsError(service, 400, "UnknownOperationException", what);
    }

    static AwsError denied(String service, String what) {
        return switch (service) {
            case S3 -> s3(403, "AccessDenied", what);
            case "dynamodb" -> new AwsError(service, 400, "AccessDeniedException", what);
            default -> new AwsError(service, 403, "AccessDeniedException", what);
        };
    }

    static AwsError throttled(String service) {
        return switch (service) {
            case S3 -> s3(503, "SlowDown", ASKED_FOR);
            case "dynamodb" -> new AwsError(service, 400, "ThrottlingException", ASKED_FOR);
            case "sqs" -> new AwsError(service, 403, "RequestThrottled", ASKED_FOR);
            default -> new AwsError(service, 429, "TooManyRequestsException", ASKED_FOR);
        };
    }

    static AwsError internal(String service) {
        return service.equals(S3)
                ? s3(500, "InternalError", ASKED_FOR)
                : new AwsError(service, 500, "InternalServerError", ASKED_FOR);
    }

    void answer(HttpExchange exchange) throws IOException {
        if (service.equals(S3)) {
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            Http.respond(exchange, status, xml().getBytes(UTF_8));
        } else {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            Http.respond(exchange, status, json().getBytes(UTF_8));
        }
    }

    /** In the forms of all services but S3: they differ in where they look for its name. */
    private String json() {
        return Json.write(Map.of("__type", code, "message", message));
    }

    private String xml() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message></Error>
        """
                .formatted(Markup.escape(code), Markup.escape(message));
    }
}
