package dev.doorstep.surveypage;

import dev.doorstep.texts.Texts;

/**
 * A page with a title and a sentence.
 *
 * @param about the keys of both, without what follows the dot
 */
public record MessageView(Texts texts, String shop, String about) {

    public String title() {
        return texts.text(about + ".title");
    }

    public String text() {
        return texts.text(about + ".text");
    }
}
