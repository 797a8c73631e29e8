package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mail that SES took. */
public record Mail(
        String id,
        Instant at,
        String from,
        String to,
        String subject,
        String html,
        String text,
        Map<String, String> headers) {

    public Mail {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(html, "html is null");
        requireNonNull(text, "text is null");
        headers = Map.copyOf(headers);
    }

    /** The same, as it came to somebody whom it was passed on to. */
    public Mail passedOnTo(String other) {
        return new Mail(id, at, from, other, subject, html, text, headers);
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("at", at.toString());
        members.put("from", from);
        members.put("to", to);
        members.put("subject", subject);
        members.put("html", html);
        members.put("text", text);
        members.put("headers", headers);
        return members;
    }
}
