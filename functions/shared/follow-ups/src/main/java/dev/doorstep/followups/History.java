package dev.doorstep.followups;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a follow-up, the oldest first. It is kept below what an item can hold: when it
 * grows too long, what followed the first entry is left out first.
 */
public record History(List<HistoryEntry> entries) {
    // an item holds 400 KB; a char takes 3 bytes of UTF-8 at most
    private static final int MOST_BYTES = 300_000;
    private static final int BYTES_PER_CHAR = 3;
    private static final int BYTES_PER_ENTRY = 150;

    public History {
        entries = List.copyOf(entries);
    }

    public History with(HistoryEntry entry) {
        List<HistoryEntry> all = new ArrayList<>(entries);
        all.add(entry);
        while (all.size() > 2 && size(all) > MOST_BYTES) {
            all.remove(1);
        }
        return new History(all);
    }

    /** The same without what people said or wrote. */
    History erased() {
        return new History(entries.stream().map(HistoryEntry::erased).toList());
    }

    private static int size(List<HistoryEntry> entries) {
        return entries.stream().mapToInt(History::size).sum();
    }

    private static int size(HistoryEntry entry) {
        int chars = entry.text().map(String::length).orElse(0);
        int who = entry.who().map(w -> w.id().length() + w.name().orElse("").length()).orElse(0);
        return BYTES_PER_ENTRY + BYTES_PER_CHAR * (chars + who);
    }
}
