package dev.doorstep.supportdesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a form, and collects all that is wrong with it, so that it can be said at once. */
final class FormCheck {
    private final DeskForm form;
    private final Map<String, String> errors = new LinkedHashMap<>();

    FormCheck(DeskForm form) {
        this.form = form;
    }

    /** The keys of the texts that say what is wrong, by field; empty if nothing is. */
    Map<String, String> errors() {
        return errors;
    }

    String text(String name) {
        Optional<String> text = findText(name);
        if (text.isEmpty()) {
            errors.putIfAbsent(name, "error.text");
        }
        return text.orElse("");
    }

    Optional<String> findText(String name) {
        Optional<String> text = form.find(name);
        text.filter(DeskBody::isTooLong).ifPresent(_ -> errors.put(name, "error.long"));
        return text;
    }

    /** Empty where the form is wrong, or says nothing that is known. */
    <T> Optional<T> choice(String name, Function<String, Optional<T>> find) {
        Optional<T> choice = form.find(name).flatMap(find);
        if (choice.isEmpty()) {
            errors.put(name, "error.choose");
        }
        return choice;
    }

    /** A time that lies ahead, by the clock of a zone. */
    Instant ahead(String name, ZoneId zone, Instant now) {
        Optional<Instant> time = form.find(name).flatMap(text -> instant(text, zone));
        if (time.filter(now::isBefore).isEmpty()) {
            errors.put(name, "error.time");
        }
        return time.orElse(now);
    }

    private static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
