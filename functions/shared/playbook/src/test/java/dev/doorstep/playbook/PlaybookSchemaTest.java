package dev.doorstep.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Touchpoint;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Holds the playbook to its schema, and the checks by hand to the same answers. */
class PlaybookSchemaTest {
    private static final String SHIPPED = "playbook.json";
    private static final String FOLDER =
            "functions/shared/playbook/src/main/resources/dev/doorstep/playbook/";
    private static final String GONE = "(gone)";
    private static final Map<String, Object> VOUCHER =
            Map.of("voucher", Map.of("percentage", BigDecimal.TEN));
    private static final List<Object> VALUES =
            List.of(
                    GONE,
                    "",
                    "x",
                    "a-b",
                    "a--b",
                    "A-b",
                    "x".repeat(64),
                    "x".repeat(65),
                    "\uD83D\uDE80".repeat(120),
                    "x".repeat(121),
                    "two\nlines",
                    "delivery",
                    "deliveries",
                    "late",
                    "NPS",
                    "CSAT",
                    "nps",
                    "EUR",
                    "DEM",
                    "percentage",
                    "amount",
                    "apologise",
                    "voucher",
                    "de",
                    "2026-11",
                    "2026-13",
                    "2026-11-01",
                    true,
                    0,
                    1,
                    -1,
                    8,
                    365,
                    366,
                    1001,
                    100_001,
                    new BigDecimal("1.0"),
                    new BigDecimal("1.5"),
                    new BigDecimal("0.01"),
                    new BigDecimal("0.001"),
                    new BigDecimal("4.999"),
                    List.of(),
                    List.of("delivery"),
                    List.of("delivery", "delivery"),
                    List.of("not-received", "unscored"),
                    List.of("late", "other"),
                    List.of("late", "slow"),
                    List.of("de", "lb", "gsw"),
                    List.of("de-AT"),
                    List.of("xx"),
                    List.of("iw"),
                    List.of("apologise", VOUCHER),
                    List.of("apologise", "apologise"),
                    List.of(VOUCHER, Map.of("voucher", Map.of("percentage", 20))),
                    Collections.nCopies(201, "apologise"),
                    Map.of(),
                    VOUCHER,
                    Map.of("voucher", Map.of("percentage", 10, "amounts", Map.of("EUR", 5))),
                    Map.of("amounts", Map.of("DEM", 5)),
                    Map.of("amounts", Map.of("EUR", 5)),
                    Map.of("min", 1),
                    Map.of("max", 7),
                    Map.of("min", 5, "max", 2),
                    Map.of("min", 1, "least", 2),
                    Map.of("metric", "CSAT", "max", 5),
                    Map.of("metric", "CSAT", "max", 6),
                    Map.of("metric", "CES", "min", 0),
                    Map.of("metric", "NPS", "min", 0),
                    Map.of("metric", "NPS"),
                    Map.of("EUR", Map.of("min", 5)),
                    Map.of("EUR", Map.of()),
                    Map.of("DEM", Map.of("min", 5)));
    private static final List<String> POSSIBLE =
            List.of(
                    "/$schema",
                    "/other",
                    "/rules/0/other",
                    "/rules/0/when/touchpoints",
                    "/rules/0/when/score",
                    "/rules/0/when/answers",
                    "/rules/0/when/reasons",
                    "/rules/0/when/orderValue",
                    "/rules/0/when/daysLate",
                    "/rules/0/when/languages",
                    "/rules/0/when/wishesCall",
                    "/rules/0/when/weather",
                    "/rules/2/when/score",
                    "/rules/12/when",
                    "/voucherLimits/0/from",
                    "/voucherLimits/0/until",
                    "/voucherLimits/3/currency",
                    "/voucherLimits/3/amountPerMonth",
                    "/voucherLimits/3/until");

    private final JsonSchema schema = schema();

    /** What fails a build. */
    @Example
    void shipsAPlaybookThatHasTheFormOfItsSchema() {
        assertThat(schema.validate(located(shipped())).stream().map(PlaybookSchemaTest::report))
                .isEmpty();
    }

    /** What fails a build although no schema can say it. */
    @Example
    void shipsAPlaybookThatMakesSense() {
        assertThat(Playbook.read(FOLDER + SHIPPED, shipped())).isEqualTo(Playbook.load());
    }

    @Example
    void saysWhereAPlaybookIsNotOfItsSchema() {
        String wrong = "{ \"voucherLimits\": [],\n  \"rules\": 5 }";

        assertThat(schema.validate(located(wrong)).stream().map(PlaybookSchemaTest::report))
                .singleElement()
                .asString()
                .startsWith(FOLDER + SHIPPED + ":2:12: ")
                .contains("array");
    }

    @Example
    void hasASchemaThatIsOne() {
        JsonSchema ofSchemas =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(text("playbook.schema.json"), InputFormat.JSON)).isEmpty();
    }

    @Example
    void namesTheSameWordsInTheSchema() {
        JsonObject words = Json.parseObject(text("playbook.schema.json")).object("$defs");

        assertThat(words.object("reason").strings("enum")).isEqualTo(Reasons.IDS);
        assertThat(words.object("touchpoint").strings("enum"))
                .isEqualTo(Arrays.stream(Touchpoint.values()).map(Touchpoint::id).toList());
        assertThat(words.object("answer").strings("enum"))
                .isEqualTo(Arrays.stream(AnswerKind.values()).map(AnswerKind::id).toList());
        assertThat(words.object("currency").strings("enum"))
                .containsExactlyInAnyOrderElementsOf(Currencies.codes());
        assertThat(words.object("language").objects("anyOf").getFirst().strings("enum"))
                .containsExactlyInAnyOrderElementsOf(ConditionReader.shortLanguages());
        assertThat(practices(words))
                .isEqualTo(Arrays.stream(Practice.values()).map(Practice::id).toList());
        assertThat(words.object("action").object("else").strings("enum"))
                .isEqualTo(
                        RuleReader.actionNames().stream()
                                .filter(id -> !id.equals("voucher"))
                                .toList());
    }

    @Example
    void refusesTheSameFormsAsTheSchema() {
        assertThat(PlaybookFileTest.playbooksOfWrongForm())
                .allSatisfy(
                        wrong -> {
                            assertThat(schema.validate(located(wrong))).isNotEmpty();
                            assertThat(isOfForm(wrong)).isFalse();
                        });
        assertThat(PlaybookFileTest.playbooksWithoutSense())
                .allSatisfy(
                        senseless -> {
                            assertThat(schema.validate(located(senseless))).isEmpty();
                            assertThat(isOfForm(senseless)).isTrue();
                        });
    }

    @Property(tries = 1_000)
    void neverTakesWhatTheSchemaRefuses(@ForAll("playbooks") Object playbook) {
        if (!isOfSchema(playbook)) {
            assertThat(isOfForm(playbook)).isFalse();
        }
    }

    @Property(tries = 1_000)
    void neverRefusesTheFormThatTheSchemaTakes(@ForAll("playbooks") Object playbook) {
        if (isOfSchema(playbook)) {
            assertThat(isOfForm(playbook)).isTrue();
        }
    }

    /** The shipped playbook with one or two of its members changed, added or left out. */
    @Provide
    Arbitrary<Object> playbooks() {
        return changed(Json.parseObject(shipped()).members())
                .flatMap(
                        playbook ->
                                Arbitraries.oneOf(Arbitraries.just(playbook), changed(playbook)));
    }

    private static Arbitrary<Object> changed(Object playbook) {
        return Arbitraries.of(places(playbook, ""))
                .flatMap(
                        place ->
                                Arbitraries.of(VALUES)
                                        .injectNull(0.05)
                                        .map(value -> with(playbook, place, value)));
    }

    private boolean isOfSchema(Object playbook) {
        return schema.validate(located(Json.write(playbook))).isEmpty();
    }

    private static boolean isOfForm(Object playbook) {
        return isOfForm(Json.write(playbook));
    }

    private static boolean isOfForm(String playbook) {
        try {
            Playbook.read(SHIPPED, playbook);
            return true;
        } catch (WrongPlaybook e) {
            return !e.isOfForm();
        }
    }

    /** The pointers to all members of a playbook, and to those that it might have. */
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
                    places.add(pointer + "/" + i);
                    places.addAll(places(entries.get(i), pointer + "/" + i));
                }
            }
            case null, default -> {}
        }
        if (pointer.isEmpty()) {
            places.addAll(POSSIBLE);
        }
        return places;
    }

    /** The same with another value at a place, or with nothing there. */
    @SuppressWarnings("unchecked")
    private static Object with(Object json, String pointer, @Nullable Object value) {
        Object copy = Objects.requireNonNull(Json.parse(Json.write(json)));
        String[] path = pointer.substring(1).split("/", -1);
        @Nullable Object parent = copy;
        for (int i = 0; i < path.length - 1; i++) {
            parent = child(parent, path[i]);
        }
        String name = path[path.length - 1];
        switch (parent) {
            case Map<?, ?> map when GONE.equals(value) -> map.remove(name);
            case Map<?, ?> map -> ((Map<String, @Nullable Object>) map).put(name, value);
            case List<?> list when name.matches("\\d+") && Integer.parseInt(name) < list.size() ->
                    ((List<@Nullable Object>) list).set(Integer.parseInt(name), value);
            case null, default -> {}
        }
        return copy;
    }

    private static @Nullable Object child(@Nullable Object parent, String name) {
        return switch (parent) {
            case Map<?, ?> members -> members.get(name);
            case List<?> entries when Integer.parseInt(name) < entries.size() ->
                    entries.get(Integer.parseInt(name));
            case null, default -> null;
        };
    }

    private static List<String> practices(JsonObject definitions) {
        return definitions.object("rule").object("properties").object("practice").strings("enum");
    }

    /** As a compiler writes it, so that editors and build servers lead to the place. */
    private static String report(ValidationMessage message) {
        JsonLocation place = JsonNodes.tokenLocationOf(message.getInstanceNode());
        return "%s%s:%d:%d: %s"
                .formatted(
                        FOLDER,
                        SHIPPED,
                        place.getLineNr(),
                        place.getColumnNr(),
                        message.getMessage());
    }

    private static JsonNode located(String json) {
        try {
            return JsonNodeReader.builder()
                    .locationAware()
                    .build()
                    .readTree(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema() {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                text("playbook.schema.json"),
                                SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build());
        schema.initializeValidators();
        return schema;
    }

    private static String shipped() {
        return text(SHIPPED);
    }

    private static String text(String name) {
        try (InputStream in = Playbook.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
