package dev.doorstep.lambda;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem document (RFC 9457). {@code field} is a JSON Pointer, left out where the whole request
 * is at fault; {@code type} is always {@code about:blank}, so the title is that of the status.
 */
public record Problem(int status, String title, String detail, String field) {

    public Problem {
        requireNonNull(title, "title is null");
        requireNonNull(detail, "detail is null");
        requireNonNull(field, "field is null");
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, "");
    }

    public static Problem of(Rejected rejected) {
        return new Problem(400, "Bad Request", rejected.detail(), rejected.field());
    }

    public static Problem of(Unavailable unavailable) {
        return of(503, "Service Unavailable", requireNonNull(unavailable.getMessage()));
    }

    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        if (!field.isEmpty()) {
            members.put("field", field);
        }
        return members;
    }
}
