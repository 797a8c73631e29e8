package dev.doorstep.orderevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.testing.Events;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds the checks by hand to the schema that order systems are given. */
class EventFormTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
    private static final String GONE = "(gone)";
    private static final List<Object> VALUES =
            List.of(
                    GONE,
                    "",
                    " ",
                    "x",
                    "x".repeat(65),
                    "x".repeat(101),
                    "x".repeat(201),
                    "x".repeat(255),
                    "x".repeat(257),
                    "x".repeat(513),
                    "\uD83D\uDE80".repeat(100),
                    "two\nlines",
                    "EUR",
                    "1.0",
                    "order.delayed",
                    "order.placed",
                    "order.shipped",
                    "order.eaten",
                    "2026-11-20",
                    "2026-02-31",
                    "2026-11-20T10:00:00Z",
                    "2026-11-20t10:00:00.123456z",
                    "2026-11-20T10:00:00+05:30",
                    "2026-11-20T10:00:00+0530",
                    "2026-11-20T10:00Z",
                    "a@b.example",
                    "a..b@c.example",
                    "a@b",
                    "j\u00f6rg@b.example",
                    "a@b\u00fc.example",
                    "de_LU",
                    "de-",
                    "+44 (0)20 1234",
                    "1234",
                    true,
                    false,
                    0,
                    1,
                    -1,
                    7,
                    new BigDecimal("1.0"),
                    new BigDecimal("1.5"),
                    new BigDecimal("100000000.01"),
                    new BigInteger("99999999999999999999"),
                    List.of(),
                    List.of(1),
                    List.of(Map.of("name", "Lamp")),
                    List.of(Map.of("name", "Lamp", "quantity", 0)),
                    Collections.nCopies(101, Map.of("name", "Lamp")),
                    List.of("Lighting"),
                    List.of("two\nlines"),
                    Collections.nCopies(21, "Lighting"),
                    "DE",
                    "de",
                    "ZZ",
                    Map.of(),
                    Map.of("amount", 5, "currency", "EUR"));

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonSchema schema = schema();

    @Property(tries = 5_000)
    void neverTakesWhatTheSchemaRefuses(@ForAll("events") Object event) {
        if (!isOfSchema(event)) {
            assertThatThrownBy(() -> new EventReader(CLOCK).read(event))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Property(tries = 5_000)
    void neverRefusesTheFormThatTheSchemaTakes(@ForAll("events") Object event) {
        if (isOfSchema(event)) {
            assertThat(EventForm.require(event)).isNotNull();
        }
    }

    /** The validator lets {@code $} match before a line break, and a space stand for the T. */
    @Example
    void refusesWhatTheValidatorIsTooKindTo() {
        Object event = Json.parseObject(Events.read("order-events/delivered.json")).members();

        assertThatThrownBy(() -> EventForm.require(with(event, "/data/orderId", "A-1\n")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> EventForm.require(with(event, "/time", "2026-11-20 10:00:00Z")))
                .isInstanceOf(Rejected.class);
    }

    /** An event of the samples with one or two of its members changed, added or left out. */
    @Provide
    Arbitrary<Object> events() {
        Object delivered = Json.parseObject(Events.read("order-events/delivered.json")).members();
        Object delayed = Json.parseObject(Events.read("order-events/delayed.json")).members();
        return Arbitraries.of(delivered, delayed)
                .flatMap(EventFormTest::changed)
                .flatMap(event -> Arbitraries.oneOf(Arbitraries.just(event), changed(event)));
    }

    private static Arbitrary<Object> changed(Object event) {
        return Arbitraries.of(places(event, ""))
                .flatMap(
                        place ->
                                Arbitraries.of(VALUES)
                                        .injectNull(0.05)
                                        .map(value -> with(event, place, value)));
    }

    /** The pointers to all members of an event, and to those that it might have. */
    private static List<String> places(@Nullable Object value, String pointer) {
        List<String> places = new ArrayList<>();
        switch (value) {
            case Map<?, ?> members ->
                    members.forEach(
                            (name, member) -> {
                                places.add(pointer + "/" + name);
                                places.addAll(places(member, pointer + "/" + name));
                            });
            case List<?> entries -> {
                for (int i = 0; i < entries.size(); i++) {
                    places.addAll(places(entries.get(i), pointer + "/" + i));
                }
            }
            case null, default -> {}
        }
        if (pointer.isEmpty()) {
            places.addAll(
                    List.of(
                            "/data/survey",
                            "/data/carrier",
                            "/data/country",
                            "/data/productGroups",
                            "/data/customer/phone",
                            "/other"));
        }
        return places;
    }

    /** The same with another value at a place, or with nothing there. */
    private static Object with(Object json, String pointer, @Nullable Object value) {
        Object copy = Objects.requireNonNull(Json.parse(Json.write(json)));
        String[] path = pointer.substring(1).split("/", -1);
        @Nullable Object parent = copy;
        for (int i = 0; i < path.length - 1; i++) {
            parent = child(parent, path[i]);
        }
        if (parent instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
            if (GONE.equals(value)) {
                members.remove(path[path.length - 1]);
            } else {
                members.put(path[path.length - 1], value);
            }
        }
        return copy;
    }

    private static @Nullable Object child(@Nullable Object parent, String name) {
        return switch (parent) {
            case Map<?, ?> members -> members.get(name);
            case List<?> entries when name.matches("\\d+") -> entries.get(Integer.parseInt(name));
            case null, default -> null;
        };
    }

    private static JsonSchema schema() {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                EventForm.class.getResourceAsStream("order-event.schema.json"),
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build());
        schema.initializeValidators();
        return schema;
    }

    private boolean isOfSchema(Object event) {
        return schema.validate(mapper.valueToTree(event)).isEmpty();
    }
}
