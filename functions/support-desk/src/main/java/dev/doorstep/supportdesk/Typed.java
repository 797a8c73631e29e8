package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into one of the forms of a page that is shown again, and what is wrong with it.
 *
 * @param form the form's name; empty if none was sent
 * @param errors by field
 */
public record Typed(String form, DeskForm values, Map<String, String> errors) {
    private static final List<String> TEXTS = List.of("text", "comment");

    public Typed {
        requireNonNull(form, "form is null");
        requireNonNull(values, "values is null");
    }

    static Typed nothing() {
        return new Typed("", DeskForm.empty(), Map.of());
    }

    /**
     * A form with something wrong in it.
     *
     * @param errors the keys of the texts that say what, by field
     */
    static Typed wrong(String form, DeskForm values, Map<String, String> errors, Frame frame) {
        Map<String, String> texts = new LinkedHashMap<>();
        errors.forEach((field, key) -> texts.put(field, frame.text(key)));
        return new Typed(form, values, texts);
    }

    public boolean is(String name) {
        return form.equals(name);
    }

    /** What to fill a field with. */
    public String value(String name, String field, String otherwise) {
        return is(name) ? values.typed(field) : otherwise;
    }

    public boolean isChosen(String name, String field, String choice) {
        return is(name) && values.all(field).contains(choice);
    }

    /** What is wrong with a field; {@code null} if nothing is, which leaves an attribute out. */
    public @Nullable String error(String name, String field) {
        return is(name) ? errors.get(field) : null;
    }

    public @Nullable String invalid(String name, String field) {
        return error(name, field) == null ? null : "true";
    }

    public @Nullable String describedBy(String name, String field) {
        return error(name, field) == null ? null : name + "-" + field + "-error";
    }

    /** Each text that was typed, so that it can be copied where its form is not shown any more. */
    public List<String> texts() {
        return TEXTS.stream().map(values::typed).filter(text -> !text.isBlank()).toList();
    }
}
