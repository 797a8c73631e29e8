package dev.doorstep.scores;

import dev.doorstep.dynamodb.Item;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of counters and counted things as items of the table. */
final class ScoresItem {
    static final String SEGMENT = "segment";
    static final String AT = "at";
    static final String VERSION = "version";

    /** How many values a row of counters has. */
    static final String NUMBER_OF_VALUES = "values";

    private static final String ABOUT = "about";
    private static final String DAY = "day";
    private static final String SHARD = "shard";
    private static final String COUNTER = "counter";
    private static final String ADDED = "added";

    private ScoresItem() {}

    static Item of(Change.Kept kept) {
        Tally tally = kept.counted().tally();
        Item.Builder added = Item.builder();
        tally.values()
                .forEach((dimension, of) -> added.withStrings(dimension, of.stream().toList()));
        Item.Builder item = Item.builder();
        CountedKey.of(kept.counted()).item().attributes().forEach(item::with);
        return item.with(VERSION, kept.counted().version())
                .with(SHARD, kept.shard())
                .with(ABOUT, tally.about())
                .with(DAY, tally.day().toString())
                .with(COUNTER, tally.counter())
                .with(ADDED, added.build())
                .build();
    }

    static Change.Kept readKept(CountedKey key, Item item) {
        return new Change.Kept(
                new Counted(key.about(), key.day(), key.id(), item.number(VERSION), tally(item)),
                (int) item.number(SHARD));
    }

    static Counted readCounted(String filedUnder, LocalDate day, Item item) {
        return readKept(new CountedKey(filedUnder, day, item.string(AT)), item).counted();
    }

    private static Tally tally(Item item) {
        Item added = item.findItem(ADDED).orElseThrow();
        SortedMap<String, Set<String>> values = new TreeMap<>();
        added.attributes()
                .keySet()
                .forEach(dimension -> values.put(dimension, Set.copyOf(added.strings(dimension))));
        return new Tally(
                item.string(ABOUT),
                LocalDate.parse(item.string(DAY)),
                item.string(COUNTER),
                values);
    }

    static CounterValues readValues(Item item) {
        Set<String> values = new HashSet<>();
        counters(item).keySet().forEach(counter -> values.add(Fold.valueOf(counter)));
        return new CounterValues(values, item.number(NUMBER_OF_VALUES));
    }

    /** The day of a row of counters. */
    static LocalDate day(Item item) {
        String at = item.string(AT);
        return LocalDate.parse(at.substring(0, at.lastIndexOf(Tally.SEPARATOR)));
    }

    /** Each counter of a row, named by its value and itself. */
    static Map<String, Long> counters(Item item) {
        Map<String, Long> counters = new HashMap<>();
        item.attributes()
                .keySet()
                .forEach(
                        name -> {
                            if (name.indexOf(Tally.SEPARATOR) >= 0) {
                                counters.put(name, item.number(name));
                            }
                        });
        return counters;
    }
}
