package dev.doorstep.orderevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.DecisionRow;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class OrderEventsHandlerTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final OrderId ORDER = new OrderId("A-1001");

    private final Surveys surveys =
            new Surveys(DynamoDbLocal.client(), Tables.create("SurveysTable"));
    private final Timers timers = new Timers(DynamoDbLocal.client(), Tables.create("TimersTable"));
    private final OrderEventsHandler handler =
            new OrderEventsHandler(
                    new OrderEvents(
                            surveys,
                            timers,
                            new Contacts(DynamoDbLocal.client(), Tables.create("ContactsTable")),
                            ContactKey.of("0123456789abcdef0123456789abcdef"),
                            Programme.load(new Environment(Map.of())),
                            CLOCK),
                    CLOCK);

    @Test
    void plansASurveyForADeliveryThatWasPosted() {
        JsonObject response = Json.parseObject(invoke(Events.read("order-events/posted.json")));

        assertThat(response.integer("statusCode")).isEqualTo(200);
        assertThat(Json.parseObject(response.string("body")).members())
                .containsEntry("decision", "plan")
                .containsEntry("reason", "delivered")
                .containsEntry("touchpoint", "delivery")
                .containsEntry("dueAt", "2026-11-24T10:12:00Z");
        assertThat(order().survey(Touchpoint.DELIVERY)).isPresent();
    }

    @Test
    void plansASurveyForADeliveryFromTheBus() {
        invoke(Events.read("order-events/on-the-bus.json"));

        assertThat(order().survey(Touchpoint.DELIVERY)).isPresent();
    }

    @Test
    void decidesAnEventOnceHoweverOftenAndByWhicheverWayItComes() {
        byte[] direct = invoke(Events.read("order-events/delivered.json"));
        invoke(Events.read("order-events/on-the-bus.json"));
        invoke(Events.read("order-events/posted.json"));
        byte[] again = invoke(Events.read("order-events/delivered.json"));

        assertThat(again).isEqualTo(direct);
        assertThat(order().decisions()).hasSize(1);
    }

    @Test
    void decidesAnEventOnceWhenItComesManyTimesAtOnce() throws Exception {
        byte[] event = Events.read("order-events/delivered.json");

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<byte[]> call = () -> invoke(event);
            List<Future<byte[]>> answers =
                    callers.invokeAll(List.of(call, call, call, call, call, call));
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).asString().contains("\"plan\"");
            }
        }

        assertThat(order().decisions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "delayed, postpone, delayed",
        "cancelled-for-delivered, switch, cancelled",
        "lost, cancel, lost",
        "return-requested, switch, return-requested",
        "return-completed, switch, return-completed",
        "exchange-completed, switch, exchange-completed"
    })
    void changesWhatWasPlannedForADelivery(String sample, String decision, String reason) {
        invoke(Events.read("order-events/delivered.json"));
        byte[] event =
                sample.equals("cancelled-for-delivered")
                        ? about("A-1001", "order-events/cancelled.json")
                        : Events.read("order-events/" + sample + ".json");

        invoke(event);

        DecisionRow last = order().decisions().getLast();
        assertThat(order().decisions()).hasSize(2);
        assertThat(order().decisions())
                .anySatisfy(
                        row -> {
                            assertThat(row.decision().kind()).isEqualTo(decision);
                            assertThat(row.decision().reason().id()).isEqualTo(reason);
                        });
        assertThat(last.decidedAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void looksWhetherAParcelCameOnceItsPromiseHasPassed() {
        invoke(Events.read("order-events/placed.json"));
        invoke(Events.read("order-events/shipped.json"));

        assertThat(order().decisions())
                .extracting(row -> row.decision().reason().id())
                .containsExactly("not-delivered", "not-delivered");
        assertThat(newsTimers()).containsExactly(Instant.parse("2026-11-24T12:05:00Z"));
    }

    @Test
    void looksForNewsOfADelayAndALossSoonAndOfNoDelivery() {
        invoke(Events.read("order-events/delayed.json"));
        assertThat(newsTimers())
                .containsExactly(
                        Instant.parse("2026-11-24T12:05:00Z"),
                        Instant.parse("2026-11-27T10:59:59.999Z"));

        invoke(about("A-1002", "order-events/lost.json"));
        assertThat(newsTimers()).hasSize(3);

        invoke(about("A-1003", "order-events/delivered.json"));
        assertThat(newsTimers()).hasSize(3);
    }

    @Test
    void keepsTheDayThatAnEventPromises() {
        invoke(Events.read("order-events/delayed.json"));

        assertThat(order().facts().delays())
                .extracting(delay -> delay.data().promisedOn())
                .containsExactly(Optional.of(LocalDate.parse("2026-11-26")));
    }

    @Test
    void keepsWhereAnOrderGoesAndOfWhichGroupsItIs() {
        Map<String, Object> event = members(Events.read("order-events/delivered.json"));
        @SuppressWarnings("unchecked")
        Map<String, Object> data = (Map<String, Object>) requireNonNull(event.get("data"));
        data.put("country", "LU");
        data.put("productGroups", List.of(" Lighting ", "Garden", "Lighting", " "));

        invoke(Json.write(event).getBytes(StandardCharsets.UTF_8));

        OrderData kept = order().facts().find(EventType.DELIVERED).orElseThrow().data();
        assertThat(kept.country()).contains("LU");
        assertThat(kept.productGroups()).containsExactly("Lighting", "Garden");
    }

    @Test
    void skipsTheOptedOutAndThoseWithoutAnAddress() {
        assertThat(invoke(Events.read("order-events/opted-out.json")))
                .asString()
                .contains("\"skip\"", "\"opted-out\"");
        assertThat(invoke(Events.read("order-events/without-address.json")))
                .asString()
                .contains("\"skip\"", "\"no-address\"");
    }

    @Test
    void answersABatchPerEventAndTakesTheGoodOnes() {
        byte[] answers = invoke(Events.read("order-events/batch-with-one-bad.json"));

        List<?> list = (List<?>) requireNonNull(Json.parse(answers));
        assertThat(list).hasSize(3);
        assertThat(JsonObject.of(list.get(0), "").members()).containsEntry("decision", "plan");
        assertThat(JsonObject.of(list.get(1), "").members())
                .containsEntry("status", 400)
                .containsEntry("id", "evt-1018")
                .containsEntry("field", "/data/customer/address");
        assertThat(JsonObject.of(list.get(2), "").members()).containsEntry("decision", "plan");
    }

    @Test
    void answersAPostedBatchWithMultiStatus() {
        JsonObject response =
                post("application/json", text(Events.read("order-events/batch-with-one-bad.json")));

        assertThat(response.integer("statusCode")).isEqualTo(207);
    }

    @ParameterizedTest
    @CsvSource({
        "bad-address, /data/customer/address",
        "unknown-time-zone, /data/customer/timeZone",
        "line-break-in-name, /data/customer/name"
    })
    void namesTheFieldAtFault(String sample, String field) {
        JsonObject response =
                post("application/json", text(Events.read("order-events/" + sample + ".json")));

        assertThat(response.integer("statusCode")).isEqualTo(400);
        assertThat(Json.parseObject(response.string("body")).string("field")).isEqualTo(field);
        assertThat(surveys.find(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/type | order.eaten",
                "/time | 9999-01-01T00:00:00Z",
                "/time | yesterday",
                "/data/deliveredAt | 9999-12-31",
                "/data/promisedAt | 9999-12-31T00:00:00Z",
                "/data/customer/locale | english please",
                "/data/customer/phone | call me",
                "/data/value/currency | XXQ",
                "/data/country | ZZ",
                "/data/customer/address | ada@stra\u00dfe.example",
                "/data/country | de",
                "/specversion | 0.3",
                "/data/orderId | no spaces",
            })
    void refusesAValueThatCannotBe(String pointer, String value) {
        JsonObject response = post("application/json", changed(pointer, value));

        assertThat(response.integer("statusCode")).isEqualTo(400);
        JsonObject problem = Json.parseObject(response.string("body"));
        assertThat(problem.string("field")).isEqualTo(pointer);
        assertThat(response.string("body")).doesNotContain(value + "\"");
    }

    @Test
    void refusesAnOrderIdOf300Characters() {
        JsonObject response = post("application/json", changed("/data/orderId", "A".repeat(300)));

        assertThat(Json.parseObject(response.string("body")).string("field"))
                .isEqualTo("/data/orderId");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        JsonObject response = post("application/json", "{\"specversion\":\"1.0\"}");

        assertThat(Json.parseObject(response.string("body")).members())
                .containsEntry("field", "/data")
                .containsEntry("detail", "is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"id\":1,\"id\":2}",
                "{\"id\":\"\uD800\"}",
                "{} {}"
            })
    void refusesWhatIsNotAnEvent(String body) {
        assertThat(post("application/json", body).integer("statusCode")).isEqualTo(400);
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(post("application/json", deep).integer("statusCode")).isEqualTo(400);
    }

    @Test
    void refusesOtherContentTypesAndLargeBodies() {
        assertThat(post("text/xml", "<event/>").integer("statusCode")).isEqualTo(415);
        assertThat(post("application/json", "x".repeat(1_100_000)).integer("statusCode"))
                .isEqualTo(413);
    }

    @Test
    void leavesABadEventFromTheBusToTheDeadLetterQueue() {
        Map<String, Object> event = members(Events.read("order-events/on-the-bus.json"));
        event.put("detail", Json.parse(Events.read("order-events/bad-address.json")));
        byte[] bad = bytes(Json.write(event));

        assertThatThrownBy(() -> invoke(bad))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("/data/customer/address");
    }

    @Test
    void neverMixesUpTwoAddressesOfOneMeaning() {
        String unicode = changed("/data/customer/address", "ada@büro.example");

        post("application/json", unicode);

        Programme programme = Programme.load(new Environment(Map.of()));
        assertThat(order().order(programme).customer().address())
                .contains("ada@xn--bro-hoa.example");
    }

    @Test
    void plansToAskWhetherAResolvedFollowUpPutItRight() {
        invoke(Events.read("order-events/delivered.json"));

        byte[] first = invoke(Events.read("order-events/follow-up-resolved.json"));
        OrderSurveys planned = order();
        byte[] again = invoke(Events.read("order-events/follow-up-resolved.json"));

        assertThat(first).asString().isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(again).isEqualTo(first);
        Survey survey = planned.survey(Touchpoint.FOLLOW_UP).orElseThrow();
        assertThat(survey.isPlanned()).isTrue();
        assertThat(survey.dueAt()).isEqualTo(Instant.parse("2026-11-26T11:00:00Z"));
        assertThat(survey.followUp().map(SurveyId::toString)).contains("A-1001~delivery");
        assertThat(order()).isEqualTo(planned);
        assertThat(dueBy(survey.dueAt()))
                .contains(new Timer(TimerKind.SURVEY, "A-1001~follow-up", survey.dueAt()));
    }

    @Test
    void plansOnceWhenAnEndIsToldManyTimesAtOnce() throws Exception {
        invoke(Events.read("order-events/delivered.json"));
        long before = order().version();
        byte[] event = Events.read("order-events/follow-up-resolved.json");

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<byte[]> call = () -> invoke(event);
            for (Future<byte[]> answer : callers.invokeAll(List.of(call, call, call, call))) {
                assertThat(answer.get()).asString().isEqualTo("{\"batchItemFailures\":[]}");
            }
        }

        assertThat(order().version()).isEqualTo(before + 1);
    }

    @Test
    void asksNobodyWhoWasNeverReached() {
        invoke(Events.read("order-events/delivered.json"));
        OrderSurveys before = order();

        invoke(Events.read("order-events/follow-up-resolved-unreachable.json"));

        assertThat(order()).isEqualTo(before);
    }

    @Test
    void goesOnFromTheFollowUpOfAnOrderThatIsNotKnown() {
        invoke(Events.read("order-events/delivered.json"));

        byte[] result =
                invoke(Events.read("order-events/follow-up-resolved-of-unknown-order.json"));

        assertThat(result)
                .asString()
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"204\"}]}");
        assertThat(order().survey(Touchpoint.FOLLOW_UP)).isPresent();
    }

    private List<Timer> dueBy(Instant moment) {
        return IntStream.range(0, Timers.SHARDS)
                .mapToObj(shard -> timers.due(shard, moment, 100))
                .flatMap(List::stream)
                .toList();
    }

    private List<Instant> newsTimers() {
        return IntStream.range(0, Timers.SHARDS)
                .mapToObj(shard -> timers.due(shard, Instant.parse("2027-01-01T00:00:00Z"), 25))
                .flatMap(List::stream)
                .filter(timer -> timer.kind() == TimerKind.DELIVERY_NEWS)
                .map(Timer::dueAt)
                .sorted()
                .toList();
    }

    private OrderSurveys order() {
        return surveys.find(ORDER).orElseThrow();
    }

    private byte[] invoke(byte[] event) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try {
            handler.handle(new ByteArrayInputStream(event), result);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return result.toByteArray();
    }

    private JsonObject post(String contentType, String body) {
        Map<String, Object> request = members(Events.read("order-events/posted.json"));
        request.put("headers", Map.of("content-type", contentType));
        request.put("body", body);
        return Json.parseObject(invoke(bytes(Json.write(request))));
    }

    private static byte[] about(String orderId, String sample) {
        Map<String, Object> event = members(Events.read(sample));
        event.put("data", Map.of("orderId", orderId));
        return bytes(Json.write(event));
    }

    /** The sample of a delivery with another value at this place. */
    private static String changed(String pointer, String value) {
        Map<String, Object> event = members(Events.read("order-events/delivered.json"));
        change(event, pointer.substring(1).split("/"), 0, value);
        return Json.write(event);
    }

    @SuppressWarnings("unchecked")
    private static void change(Map<String, Object> object, String[] path, int at, String value) {
        if (at == path.length - 1) {
            object.put(path[at], value);
        } else {
            change((Map<String, Object>) requireNonNull(object.get(path[at])), path, at + 1, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(byte[] json) {
        return (Map<String, Object>) requireNonNull(copy(Json.parse(json)));
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), copy(member)));
            return copy;
        }
        return value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
