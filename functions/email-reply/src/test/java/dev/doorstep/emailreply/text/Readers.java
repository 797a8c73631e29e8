package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Readers of replies to our real mails, and one that knows nothing of them. */
final class Readers {
    static final String HOST = "doorstep.example";
    static final NewTextReader KNOWING = new NewTextReader(SentText.of(texts()), List.of(HOST));
    static final NewTextReader UNKNOWING = new NewTextReader(SentText.none(), List.of());

    private Readers() {}

    static List<NewTextReader> both() {
        return List.of(KNOWING, UNKNOWING);
    }

    static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ResourceBundle bundle = ResourceBundle.getBundle("dev.doorstep.texts.mail", locale);
            bundle.keySet().forEach(key -> texts.add(bundle.getString(key)));
        }
        return texts;
    }
}
