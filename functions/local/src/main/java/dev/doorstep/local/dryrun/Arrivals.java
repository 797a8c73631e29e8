package dev.doorstep.local.dryrun;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;

import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.orderevents.EventReader;
import dev.doorstep.surveys.OrderEvent;

import org.jspecify.annotations.Nullable;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Order events from files, in the order in which they came: arrays, one event or array after the
 * other, or both; as they are posted, or as they are on the bus.
 *
 * @param arrivals an event that was delivered again is there again
 * @param refused what order-events would refuse, with its place and the reason
 */
record Arrivals(List<Arrival> arrivals, List<String> refused) {
    private static final int MAX_DEPTH = 64;
    private static final JSON JACKSON =
            JSON.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    Arrivals {
        arrivals = arrivals.stream().sorted(Arrival.BY_TIME).toList();
        refused = List.copyOf(refused);
    }

    /**
     * Reads a file, or all files of a folder and the folders in it that end in {@code .json},
     * {@code .jsonl} or {@code .ndjson}.
     *
     * @throws Rejected if a file is no JSON, or if there is no event; names the place
     */
    static Arrivals read(Path place, Clock clock) throws IOException {
        EventReader reader = new EventReader(clock);
        List<Arrival> arrivals = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path file : files(place)) {
            new FileReader(file, reader, arrivals, refused).read();
        }
        if (arrivals.isEmpty() && refused.isEmpty()) {
            throw new Rejected("", place + ": has no order events");
        }
        return new Arrivals(arrivals, refused);
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(json|jsonl|ndjson)"))
                    .sorted()
                    .toList();
        }
    }

    /** Reads one file from its beginning to its end. */
    private record FileReader(
            Path file, EventReader reader, List<Arrival> arrivals, List<String> refused) {

        FileReader {
            requireNonNull(file, "file is null");
        }

        void read() throws IOException {
            try (InputStream in = Files.newInputStream(file);
                    JsonParser parser = JACKSON.getStreamingFactory().createParser(in)) {
                read(parser);
            }
        }

        private void read(JsonParser parser) throws IOException {
            try {
                for (JsonToken token = parser.nextToken();
                        token != null;
                        token = parser.nextToken()) {
                    if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                        JsonLocation at = parser.currentTokenLocation();
                        take(JACKSON.anyFrom(parser), at);
                    }
                }
            } catch (JsonProcessingException | CharConversionException _) {
                throw new Rejected("", named(parser.currentLocation(), "is not valid JSON"));
            }
        }

        private void take(@Nullable Object value, JsonLocation at) {
            try {
                arrivals.add(arrival(value));
            } catch (Rejected e) {
                refused.add(named(at, e.getMessage()));
            }
        }

        private Arrival arrival(@Nullable Object value) {
            if (value instanceof Map<?, ?> map && map.containsKey("detail-type")) {
                OrderEvent event = reader.read(map.get("detail"));
                JsonObject envelope = JsonObject.of(value, "");
                return new Arrival(envelope.has("time") ? time(envelope) : event.time(), event);
            }
            OrderEvent event = reader.read(value);
            return new Arrival(event.time(), event);
        }

        private static Instant time(JsonObject envelope) {
            try {
                return Instant.parse(envelope.string("time"));
            } catch (DateTimeException _) {
                throw new Rejected(envelope.pointerTo("time"), "is no time in UTC");
            }
        }

        private String named(JsonLocation at, @Nullable String reason) {
            return "%s, line %d, column %d: %s"
                    .formatted(file, at.getLineNr(), at.getColumnNr(), reason);
        }
    }
}
