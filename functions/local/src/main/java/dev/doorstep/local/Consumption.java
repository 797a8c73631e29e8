package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What DynamoDB says that a call consumed, told apart by the partition keys that it touched. */
final class Consumption {
    private static final String CONSUMED = "ConsumedCapacity";
    private static final String CONDITION_FAILED = "ConditionalCheckFailedException";
    private static final String UNITS = "CapacityUnits";
    private static final String INDEXES = "GlobalSecondaryIndexes";

    private final Map<String, TableDefinition> tables = new LinkedHashMap<>();

    Consumption(List<TableDefinition> tables) {
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    /** The same request, which asks for it. */
    static byte[] askedFor(byte[] request) {
        Map<String, @Nullable Object> members =
                new LinkedHashMap<>(Json.parseObject(request).members());
        members.put("ReturnConsumedCapacity", "INDEXES");
        return Json.write(members).getBytes(UTF_8);
    }

    /**
     * By table and index. A write whose condition failed consumes a unit as well, and does not say
     * so; other calls that failed consume nothing.
     */
    List<Consumed> of(byte[] request, byte[] response) {
        JsonObject asked = Json.parseObject(request);
        JsonObject answer = Json.parseObject(response);
        if (answer.findString("__type").filter(t -> t.endsWith(CONDITION_FAILED)).isPresent()) {
            TableDefinition table = table(asked.string("TableName"));
            return spread(table.logicalId(), 1, table.key(), item(asked).toList());
        }
        List<Consumed> all = new ArrayList<>();
        for (JsonObject said : said(answer)) {
            String name = said.string("TableName");
            TableDefinition table = table(name);
            List<JsonObject> items = items(asked, name).toList();
            JsonObject indexes = said.findObject(INDEXES).orElse(JsonObject.of(Map.of(), ""));
            double ofIndexes = 0;
            for (String index : indexes.members().keySet()) {
                double units = units(indexes.object(index));
                ofIndexes += units;
                all.addAll(
                        spread(table.logicalId() + "/" + index, units, table.keyOf(index), items));
            }
            all.addAll(spread(table.logicalId(), units(said) - ofIndexes, table.key(), items));
        }
        return all;
    }

    private TableDefinition table(String name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is not a table"));
    }

    /** Items of one call are alike: each consumed the same. */
    private static List<Consumed> spread(
            String where, double units, String key, List<JsonObject> items) {
        return items.isEmpty()
                ? List.of(new Consumed(where, "", units))
                : items.stream()
                        .map(item -> new Consumed(where, value(item, key), units / items.size()))
                        .toList();
    }

    /** The items that a request writes to a table, or reads from it, with their keys at least. */
    private static Stream<JsonObject> items(JsonObject request, String table) {
        if (request.has("TransactItems")) {
            return request.objects("TransactItems").stream()
                    .flatMap(Consumption::only)
                    .filter(write -> write.string("TableName").equals(table))
                    .flatMap(Consumption::item);
        }
        if (request.has("RequestItems")) {
            return ofBatch(request.object("RequestItems"), table);
        }
        return item(request);
    }

    /** Reads name the keys of a table, writes are in a list. */
    private static Stream<JsonObject> ofBatch(JsonObject requests, String table) {
        return requests.members().get(table) instanceof Map<?, ?>
                ? requests.object(table).objects("Keys").stream()
                : requests.objects(table).stream()
                        .flatMap(Consumption::only)
                        .flatMap(Consumption::item);
    }

    private static Stream<JsonObject> only(JsonObject write) {
        return write.members().keySet().stream().map(write::object);
    }

    private static Stream<JsonObject> item(JsonObject request) {
        return request.findObject("Item").or(() -> request.findObject("Key")).stream();
    }

    private static String value(JsonObject item, String attribute) {
        return item.findObject(attribute).flatMap(value -> value.findString("S")).orElse("");
    }

    private static double units(JsonObject said) {
        return said.findDecimal(UNITS).map(Number::doubleValue).orElse(0.0);
    }

    private static List<JsonObject> said(JsonObject response) {
        return response.members().get(CONSUMED) instanceof List<?>
                ? response.objects(CONSUMED)
                : response.findObject(CONSUMED).stream().toList();
    }
}
