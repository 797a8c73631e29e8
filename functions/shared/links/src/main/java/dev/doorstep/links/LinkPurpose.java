package dev.doorstep.links;

import java.util.Locale;

/** What a link allows. */
public enum LinkPurpose {
    ANSWER,
    UNSUBSCRIBE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkPurpose of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
