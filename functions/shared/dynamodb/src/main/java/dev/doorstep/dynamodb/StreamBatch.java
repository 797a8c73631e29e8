package dev.doorstep.dynamodb;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Rejected;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A batch of a table's stream. The first record that fails is reported by its sequence number:
 * Lambda goes on from there, and puts what keeps failing into the dead-letter queue.
 */
public record StreamBatch(List<StreamRecord> records) {

    public StreamBatch {
        records = List.copyOf(records);
    }

    /** Reads the event that Lambda's poller hands over. */
    public static StreamBatch of(JsonObject event) {
        return new StreamBatch(
                event.objects("Records").stream().map(StreamBatch::streamRecord).toList());
    }

    public Outcome process(Consumer<StreamRecord> work) {
        for (StreamRecord changed : records) {
            try {
                work.accept(changed);
            } catch (RuntimeException e) {
                Log.failure(
                        "stream record failed",
                        e,
                        Map.of("sequenceNumber", changed.sequenceNumber()));
                return new Outcome(Optional.of(changed.sequenceNumber()));
            }
        }
        return new Outcome(Optional.empty());
    }

    /**
     * Works on the records together, up to the first that cannot be read. If that fails, on each
     * alone, so that one at fault does not fail those before it: what is done twice must do no
     * harm.
     *
     * @param read what there is to work on in a record, if anything
     */
    public <T> Outcome processTogether(
            Function<StreamRecord, Optional<T>> read, Consumer<List<T>> work) {
        List<T> readable = new ArrayList<>();
        Outcome outcome = process(changed -> read.apply(changed).ifPresent(readable::add));
        if (readable.isEmpty()) {
            return outcome;
        }
        try {
            work.accept(readable);
            return outcome;
        } catch (RuntimeException e) {
            Log.failure("stream records failed together", e, Map.of("number", readable.size()));
            return process(changed -> read.apply(changed).map(List::of).ifPresent(work));
        }
    }

    private static StreamRecord streamRecord(JsonObject object) {
        JsonObject change = object.object("dynamodb");
        return new StreamRecord(
                change.string("SequenceNumber"),
                change.findObject("OldImage").map(StreamBatch::item),
                change.findObject("NewImage").map(StreamBatch::item));
    }

    private static Item item(JsonObject image) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        image.members().forEach((name, value) -> attributes.put(name, attribute(value)));
        return new Item(attributes);
    }

    private static AttributeValue attribute(@Nullable Object typed) {
        Map.Entry<String, @Nullable Object> only =
                JsonObject.of(typed, "").members().entrySet().iterator().next();
        Object value = only.getValue();
        return switch (only.getKey()) {
            case "S" -> AttributeValue.fromS(String.valueOf(value));
            case "N" -> AttributeValue.fromN(String.valueOf(value));
            case "BOOL" -> AttributeValue.fromBool(Boolean.TRUE.equals(value));
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> Item.value(item(JsonObject.of(value, "")));
            case "L" -> AttributeValue.fromL(list(value));
            case "SS" -> AttributeValue.fromSs(strings(value));
            case "NS" -> AttributeValue.fromNs(strings(value));
            case "B" -> AttributeValue.fromB(bytes(String.valueOf(value)));
            default -> throw new Rejected("", "holds an attribute of an unknown type");
        };
    }

    private static List<AttributeValue> list(@Nullable Object value) {
        List<AttributeValue> list = new ArrayList<>();
        elements(value).forEach(element -> list.add(attribute(element)));
        return list;
    }

    private static List<String> strings(@Nullable Object value) {
        return elements(value).stream().map(String::valueOf).toList();
    }

    private static List<?> elements(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static SdkBytes bytes(String base64) {
        return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
    }

    /** The record to go on from, in Lambda's form for partial batch responses. */
    public record Outcome(Optional<String> failedSequenceNumber) {

        public void writeTo(OutputStream result) {
            Json.writeTo(
                    result,
                    Map.of(
                            "batchItemFailures",
                            failedSequenceNumber.stream()
                                    .map(number -> Map.of("itemIdentifier", number))
                                    .toList()));
        }
    }
}
