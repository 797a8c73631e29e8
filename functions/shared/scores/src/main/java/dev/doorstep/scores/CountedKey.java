package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.LocalDate;
import java.util.Map;

/**
 * Where it is kept what a counted thing added. Those of one day lie together, spread over a few
 * partitions, so that what is behind a figure can be found.
 */
record CountedKey(String about, LocalDate day, String id) {
    static final int PARTITIONS = 8;

    CountedKey {
        requireNonNull(about, "about is null");
        requireNonNull(day, "day is null");
        requireNonNull(id, "id is null");
    }

    static CountedKey of(Counted counted) {
        return new CountedKey(counted.about(), counted.day(), counted.id());
    }

    static String segment(String about, LocalDate day, int partition) {
        return "counted#" + about + "#" + day + "#" + partition;
    }

    static int partition(String id) {
        return Math.floorMod(id.hashCode(), PARTITIONS);
    }

    Item item() {
        return new Item(at(segment(about, day, partition(id)), id));
    }

    static Map<String, AttributeValue> at(String segment, String id) {
        return Map.of(ScoresItem.SEGMENT, Item.value(segment), ScoresItem.AT, Item.value(id));
    }
}
