package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;

import java.time.LocalDate;

/** The counters of one dimension on one day, in one of the shards that a hot day is spread over. */
record CounterRow(String about, String dimension, LocalDate day, int shard) {
    static final int SHARDS = 8;

    CounterRow {
        requireNonNull(about, "about is null");
        requireNonNull(dimension, "dimension is null");
        requireNonNull(day, "day is null");
    }

    static String segment(String about, String dimension) {
        return "counts#" + about + "#" + dimension;
    }

    Item key() {
        return Item.builder()
                .with(ScoresItem.SEGMENT, segment(about, dimension))
                .with(ScoresItem.AT, day + "#" + shard)
                .build();
    }
}
