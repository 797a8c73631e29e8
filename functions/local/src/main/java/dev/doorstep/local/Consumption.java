package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What DynamoDB says that a call consumed, with its indexes. */
final class Consumption {
    private static final String CONSUMED = "ConsumedCapacity";

    private Consumption() {}

    /** The same request, which asks for it. */
    static byte[] askedFor(byte[] request) {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(Json.parseObject(request).members());
        members.put("ReturnConsumedCapacity", "TOTAL");
        return Json.write(members).getBytes(UTF_8);
    }

    /** In request units; nothing if the call failed. */
    static double of(byte[] response) {
        JsonObject members = Json.parseObject(response);
        return tables(members)
                .mapToDouble(
                        table ->
                                table.findDecimal("CapacityUnits")
                                        .map(Number::doubleValue)
                                        .orElse(0.0))
                .sum();
    }

    private static Stream<JsonObject> tables(JsonObject response) {
        return response.members().get(CONSUMED) instanceof List<?>
                ? response.objects(CONSUMED).stream()
                : response.findObject(CONSUMED).stream();
    }
}
