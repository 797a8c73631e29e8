package dev.doorstep.local.faults;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Items of Scores without what follows from how many versions of a reply came at once. */
final class Counts {
    private static final String SEGMENT = "segment";

    /** Follows from the id of what is counted. */
    private static final Pattern PARTITION = Pattern.compile("(?<=^counted#.{1,80})#[0-7]$");

    private Counts() {}

    /** What was counted and taken back is as if it never was; empty if nothing else is there. */
    static Map<String, AttributeValue> plain(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> facts = new LinkedHashMap<>(item);
        facts.remove("values");
        facts.values().removeIf(value -> "0".equals(value.n()));
        facts.computeIfPresent(
                SEGMENT,
                (_, segment) ->
                        AttributeValue.fromS(PARTITION.matcher(segment.s()).replaceFirst("")));
        return facts.keySet().stream().allMatch(name -> name.equals(SEGMENT) || name.equals("at"))
                ? Map.of()
                : facts;
    }
}
