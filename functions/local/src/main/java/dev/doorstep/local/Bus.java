package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The event buses: takes {@code PutEvents} and calls the functions whose rules match. */
final class Bus {
    static final String DEFAULT = "default";

    private final List<RuleSource> rules;
    private final Lambdas lambdas;

    Bus(List<RuleSource> rules, Lambdas lambdas) {
        this.rules = List.copyOf(rules);
        this.lambdas = lambdas;
    }

    void answer(HttpExchange exchange) throws IOException {
        try {
            List<Map<String, String>> results = new ArrayList<>();
            for (JsonObject entry : Json.readObject(exchange.getRequestBody()).objects("Entries")) {
                results.add(Map.of("EventId", put(entry)));
            }
            Http.respond(exchange, 200, Map.of("FailedEntryCount", 0, "Entries", results));
        } catch (Rejected e) {
            Http.respond(
                    exchange,
                    400,
                    Map.of("__type", "ValidationException", "message", e.getMessage()));
        }
    }

    private String put(JsonObject entry) {
        return put(
                entry.findString("EventBusName").orElse(DEFAULT),
                entry.string("Source"),
                entry.string("DetailType"),
                List.of(),
                Json.parseObject(entry.string("Detail")).members());
    }

    /** Puts an event on a bus; gives its id. */
    String put(
            String bus,
            String source,
            String detailType,
            List<String> resources,
            Map<?, ?> detail) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", id);
        event.put("detail-type", detailType);
        event.put("source", source);
        event.put("account", Machine.ACCOUNT);
        event.put("time", Instant.now().toString());
        event.put("region", Machine.REGION);
        event.put("resources", resources);
        event.put("detail", detail);
        deliver(bus, Json.write(event));
        return id;
    }

    private void deliver(String bus, String event) {
        rules.stream()
                .filter(rule -> rule.bus().equals(bus))
                .filter(rule -> EventPattern.anyMatches(List.of(rule.pattern()), event))
                .forEach(rule -> lambdas.invokeAsync(rule.function(), event.getBytes(UTF_8)));
    }
}
