package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

import java.util.Optional;

/** How a mail begins. */
final class Greeting {
    private Greeting() {}

    static String of(Texts texts, Optional<String> name) {
        return name.map(known -> texts.text("greeting.named", known))
                .orElseGet(() -> texts.text("greeting"));
    }
}
