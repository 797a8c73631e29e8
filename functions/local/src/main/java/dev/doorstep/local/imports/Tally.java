package dev.doorstep.local.imports;

import java.util.HashMap;
import java.util.Map;

/** How many rows met which fate, and what the replies say that they are about. */
final class Tally {
    private final Map<Class<? extends Fate>, Long> rows = new HashMap<>();
    private final Figures figures = new Figures();

    void count(Fate fate) {
        rows.merge(fate.getClass(), 1L, Long::sum);
    }

    long rows(Class<? extends Fate> fate) {
        return rows.getOrDefault(fate, 0L);
    }

    Figures figures() {
        return figures;
    }

    boolean hasRefused() {
        return rows(Fate.Refused.class) > 0;
    }

    String text() {
        return """
        %,d rows imported, %,d as a further version, %,d known already, %,d refused

        replies of the file, as they are in the table now, by score:
        %s\
        """
                .formatted(
                        rows(Fate.Imported.class),
                        rows(Fate.Changed.class),
                        rows(Fate.Known.class) + rows(Fate.KnownBefore.class),
                        rows(Fate.Refused.class),
                        figures.text());
    }
}
