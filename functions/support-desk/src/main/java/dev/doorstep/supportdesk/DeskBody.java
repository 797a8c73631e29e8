package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Problem;
import dev.doorstep.lambda.Rejected;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an action at the desk is told. */
record DeskBody(JsonObject json) {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_TEXT = 2_000;

    /** What keeps the body from being read, if anything. */
    static Optional<HttpResponse> problem(HttpRequest request) {
        int length = request.body().length;
        if (length > MAX_BYTES) {
            return Optional.of(problem(413, "Content Too Large", "The body exceeds 64 KB."));
        }
        if (length > 0 && !request.contentType().equals("application/json")) {
            return Optional.of(
                    problem(415, "Unsupported Media Type", "The body must be application/json."));
        }
        return Optional.empty();
    }

    /** An empty body says nothing. */
    static DeskBody of(HttpRequest request) {
        byte[] body = request.body();
        return new DeskBody(
                body.length == 0 ? JsonObject.of(Map.of(), "") : Json.parseObject(body));
    }

    Optional<Integer> ifVersion() {
        return json.findInteger("ifVersion");
    }

    Optional<String> findText(String name) {
        return json.findString(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> notTooLong(name, text));
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> json.missing(name));
    }

    <T> T choice(String name, Function<String, Optional<T>> find) {
        return find.apply(json.string(name))
                .orElseThrow(() -> new Rejected(json.pointerTo(name), "is unknown"));
    }

    <T> Optional<T> findChoice(String name, Function<String, Optional<T>> find) {
        return json.has(name) ? Optional.of(choice(name, find)) : Optional.empty();
    }

    Instant instant(String name) {
        try {
            return OffsetDateTime.parse(json.string(name)).toInstant();
        } catch (DateTimeException _) {
            throw new Rejected(json.pointerTo(name), "is not a time as in RFC 3339");
        }
    }

    private String notTooLong(String name, String text) {
        if (isTooLong(text)) {
            throw new Rejected(json.pointerTo(name), "is longer than 2,000 characters");
        }
        return text;
    }

    /** Longer than anything that is typed at the desk may be, in the API and on the page. */
    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MAX_TEXT;
    }

    private static HttpResponse problem(int status, String title, String detail) {
        return HttpResponse.problem(Problem.of(status, title, detail));
    }
}
