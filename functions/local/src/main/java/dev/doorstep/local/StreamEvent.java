package dev.doorstep.local;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of a stream in the form in which functions get it: AWS Lambda Developer Guide, "Using
 * Lambda with Amazon DynamoDB".
 */
final class StreamEvent {
    private static final String CHANGE = "dynamodb";
    private static final String SEQUENCE_NUMBER = "SequenceNumber";

    private StreamEvent() {}

    static Map<String, Object> of(Record record) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventID", record.eventID());
        event.put("eventName", record.eventNameAsString());
        event.put("eventVersion", "1.1");
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", Machine.REGION);
        event.put(CHANGE, change(record.dynamodb()));
        return event;
    }

    static String sequenceNumber(Map<String, Object> event) {
        return event.get(CHANGE) instanceof Map<?, ?> change
                ? String.valueOf(change.get(SEQUENCE_NUMBER))
                : "";
    }

    private static Map<String, Object> change(StreamRecord change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        json.put("Keys", image(change.keys()));
        if (change.hasOldImage()) {
            json.put("OldImage", image(change.oldImage()));
        }
        if (change.hasNewImage()) {
            json.put("NewImage", image(change.newImage()));
        }
        json.put(SEQUENCE_NUMBER, change.sequenceNumber());
        json.put("SizeBytes", change.sizeBytes());
        json.put("StreamViewType", change.streamViewTypeAsString());
        return json;
    }

    private static Map<String, Object> image(Map<String, AttributeValue> attributes) {
        Map<String, Object> image = new LinkedHashMap<>();
        attributes.forEach((name, value) -> image.put(name, value(value)));
        return image;
    }

    private static Map<String, Object> value(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case NUL -> Map.of("NULL", true);
            case M -> Map.of("M", image(value.m()));
            case L -> Map.of("L", value.l().stream().map(StreamEvent::value).toList());
            case SS -> Map.of("SS", value.ss());
            case NS -> Map.of("NS", value.ns());
            case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case BS, UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalArgumentException(
                            "attributes of this type are not known here");
        };
    }
}
