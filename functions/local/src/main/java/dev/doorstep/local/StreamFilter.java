package dev.doorstep.local;

import dev.doorstep.lambda.Json;

import java.util.List;
import java.util.Map;

/** Which records of a stream a function wants; without a pattern, all. */
record StreamFilter(List<String> patterns) {

    StreamFilter {
        patterns = List.copyOf(patterns);
    }

    boolean accepts(Map<String, Object> event) {
        return patterns.isEmpty() || EventPattern.anyMatches(patterns, Json.write(event));
    }
}
