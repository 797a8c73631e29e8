package dev.doorstep.emailreply.text;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A reply, taken apart.
 *
 * @param text what was newly written
 * @param quoted what was cut as quoted from another mail
 * @param signature what was cut as signature, closing or footer
 * @param rules what led to the cuts, in the order in which it was found, each once
 */
public record NewText(String text, String quoted, String signature, List<String> rules) {

    public NewText {
        requireNonNull(text, "text is null");
        requireNonNull(quoted, "quoted is null");
        requireNonNull(signature, "signature is null");
        rules = List.copyOf(rules);
    }
}
