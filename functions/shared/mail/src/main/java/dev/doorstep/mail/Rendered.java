package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

/** A mail's words in both forms. */
record Rendered(String subject, String html, String text) {

    Rendered {
        requireNonNull(subject, "subject is null");
        requireNonNull(html, "html is null");
        requireNonNull(text, "text is null");
    }
}
