package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.roles.Role;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ReplyRecorderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final OrderId ORDER = new OrderId("A-1001");
    private static final SurveyId SURVEY = new SurveyId(ORDER, Touchpoint.DELIVERY);
    private static final Contact CONTACT =
            Contact.unknown(
                    ContactKey.of("0123456789abcdef0123456789abcdef").idOf("ada@customer.example"));
    private static final Letter LETTER =
            new Letter("0f3c", Letter.Kind.TO_READ, "mails/0f3c", NOW, "Wet.", List.of());

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final Decisions decisions = new Decisions(programme);
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Replies replies = new Replies(dynamoDb, Tables.create("RepliesTable"));

    @Test
    void writesDownWhatTheCustomerSaidAndWhoHeardIt() {
        happens(EventType.DELIVERED);

        HttpResponse response = tell();

        Reply reply = reply();
        assertThat(response.status()).isEqualTo(200);
        assertThat(reply.answer()).isEqualTo(new Answer.Score(2));
        assertThat(reply.metric()).isEqualTo(Metric.NPS);
        assertThat(reply.reasons()).containsExactly("damaged");
        assertThat(reply.comment()).contains("The lamp came in two pieces.");
        assertThat(reply.contactWish()).contains(ContactChannel.PHONE);
        assertThat(reply.channel()).isEqualTo(Channel.PHONE);
        assertThat(reply.evidence()).isEqualTo(Evidence.AGENT);
        assertThat(reply.recordedBy()).contains("agent-1");
        assertThat(reply.recordedAt()).isEqualTo(NOW);
        assertThat(reply.attention()).contains(new Attention(Severity.URGENT, NOW));
        assertThat(reply.editKeyHash()).isEmpty();
        assertThat(reply.counts()).isTrue();
    }

    @Test
    void answersWithTheOrder() {
        happens(EventType.DELIVERED);

        JsonObject order = Json.parseObject(tell().body());

        JsonObject survey = order.objects("surveys").getFirst();
        assertThat(order.string("orderId")).isEqualTo("A-1001");
        assertThat(survey.string("state")).isEqualTo("answered");
        assertThat(survey.object("reply").string("channel")).isEqualTo("phone");
        assertThat(survey.object("reply").string("evidence")).isEqualTo("agent");
        assertThat(survey.object("reply").string("recordedBy")).isEqualTo("agent-1");
    }

    @Test
    void takesBackASurveyThatWasNotSentYet() {
        happens(EventType.DELIVERED);
        assertThat(survey().isPlanned()).isTrue();

        tell();

        assertThat(survey().state()).isEqualTo(new Survey.State.Skipped(NOW, Reason.ANSWERED));
    }

    @Test
    void asksNothingAfterwardsWhateverHappensToTheOrder() {
        happens(EventType.DELIVERED);
        tell();

        Decision decision = happensLater(EventType.DELIVERED);

        assertThat(decision).isEqualTo(new Decision.Skip(Reason.ALREADY_ASKED));
        assertThat(survey().state()).isEqualTo(new Survey.State.Skipped(NOW, Reason.ANSWERED));
    }

    @Test
    void takesAnswersToADeliveryThatHasNotCome() {
        happens(EventType.DELAYED);

        HttpResponse response = tell(Map.of("score", Optional.empty(), "notReceived", true));
        Decision decision = happensLater(EventType.DELIVERED);

        assertThat(response.status()).isEqualTo(200);
        assertThat(reply().answer()).isEqualTo(new Answer.NotReceived());
        assertThat(decision).isEqualTo(new Decision.Skip(Reason.ALREADY_ASKED));
    }

    @Test
    void leavesASurveyThatIsOnItsWayAsItIs() {
        happens(EventType.DELIVERED);
        Survey.State sent = new Survey.State.Sent(NOW, "ses-1");
        OrderSurveys order = order();
        assertThat(surveys.write(order, order.with(survey().in(sent)), timers)).isPresent();

        tell();

        assertThat(survey().state()).isEqualTo(sent);
        assertThat(reply().evidence()).isEqualTo(Evidence.AGENT);
    }

    @Test
    void recordsOnceWhatIsSentTwice() {
        happens(EventType.DELIVERED);

        HttpResponse first = tell();
        HttpResponse again = tell();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(reply().version()).isEqualTo(1);
    }

    @Test
    void takesAnIdInTheBodyForTheSame() {
        happens(EventType.DELIVERED);

        tell();
        tell(Map.of("id", "2f1c9a7e-call-17"));

        assertThat(reply().version()).isEqualTo(1);
    }

    @Test
    void completesByRepetitionWhatWasCutShort() {
        happens(EventType.DELIVERED);
        OrderSurveys before = order();
        tell();
        OrderSurveys after = order();
        assertThat(
                        surveys.write(
                                after,
                                after.with(before.survey(Touchpoint.DELIVERY).orElseThrow()),
                                timers))
                .isPresent();

        tell();

        assertThat(survey().state()).isInstanceOf(Survey.State.Skipped.class);
        assertThat(reply().version()).isEqualTo(1);
    }

    @Test
    void recordsOnceWhatManySendAtOnce() throws Exception {
        happens(EventType.DELIVERED);
        List<Callable<HttpResponse>> agents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            agents.add(this::tell);
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse> done : threads.invokeAll(agents)) {
                statuses.add(done.get().status());
            }
        }

        assertThat(statuses).hasSize(10).containsOnly(200);
        assertThat(reply().version()).isEqualTo(1);
    }

    @Test
    void correctsWhatAnAgentWroteDownBefore() {
        happens(EventType.DELIVERED);
        tell();

        tell(Map.of("id", "another-call", "score", 9, "reasons", List.of()));

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().version()).isEqualTo(2);
        assertThat(reply().earlier())
                .extracting(Reply.Earlier::answer)
                .containsExactly(new Answer.Score(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Evidence.class,
            names = {"CONFIRMED", "MAIL"})
    void overwritesNothingThatTheCustomerAnsweredThemselves(Evidence evidence) {
        happens(EventType.DELIVERED);
        Reply own = answered(evidence, new Answer.Score(9), List.of());

        HttpResponse response = tell();

        JsonObject problem = Json.parseObject(response.body());
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(problem.object("reply").integer("score")).isEqualTo(9);
        assertThat(reply()).isEqualTo(own);
    }

    @Test
    void takesThePlaceOfWhatLooksAutomatedAndKeepsTheLetters() {
        happens(EventType.DELIVERED);
        answered(Evidence.SUSPECT, new Answer.Score(10), List.of(LETTER));

        tell();

        assertThat(reply().answer()).isEqualTo(new Answer.Score(2));
        assertThat(reply().evidence()).isEqualTo(Evidence.AGENT);
        assertThat(reply().recordedAt()).isEqualTo(NOW);
        assertThat(reply().version()).isEqualTo(2);
        assertThat(reply().letters()).containsExactly(LETTER);
        assertThat(reply().editKeyHash()).isEmpty();
    }

    @Test
    void addsTheScoreToALetterThatSaidNone() {
        happens(EventType.DELIVERED);
        answered(Evidence.MAIL, new Answer.Unscored(), List.of(LETTER));

        tell(Map.of("score", 8, "reasons", List.of(), "contactWish", Optional.empty()));

        assertThat(reply().answer()).isEqualTo(new Answer.Score(8));
        assertThat(reply().attention()).isPresent();
        assertThat(reply().recordedAt()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void opensNoCaseForWhoIsHappy() {
        happens(EventType.DELIVERED);

        tell(Map.of("score", 9, "reasons", List.of("fast"), "contactWish", Optional.empty()));

        assertThat(reply().attention()).isEmpty();
    }

    @Test
    void knowsNoOtherOrder() {
        HttpResponse response = tell();

        assertThat(response.status()).isEqualTo(404);
        assertThat(replies.find(SURVEY, Consistency.STRONG)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score       | 11         | /score",
                "score       | -1         | /score",
                "score       | '\"two\"'  | /score",
                "score       | null       | /score",
                "notReceived | true       | /score",
                "touchpoint  | '\"moon\"' | /touchpoint",
                "touchpoint  | '\"return\"' | /reasons",
                "reasons     | '[\"effort\"]' | /reasons",
                "reasons     | '[]'       | ",
                "contactWish | '\"pigeon\"' | /contactWish",
                "channel     | '\"page\"' | /channel",
                "channel     | '\"mail\"' | /channel",
                "channel     | null       | /channel",
                "channel     | '\"social\"' | ",
            })
    void namesTheFieldAtFault(String member, String json, @Nullable String field) {
        happens(EventType.DELIVERED);

        HttpResponse response = tell(Map.of(member, Json.parseObject("{\"a\":" + json + "}")));

        if (field == null) {
            assertThat(response.status()).isEqualTo(200);
        } else {
            assertThat(response.status()).isEqualTo(400);
            assertThat(Json.parseObject(response.body()).string("field")).isEqualTo(field);
            assertThat(replies.find(SURVEY)).isEmpty();
        }
    }

    @Test
    void refusesAWholeBook() {
        happens(EventType.DELIVERED);

        assertThat(tell(Map.of("comment", "x".repeat(2_001))).status()).isEqualTo(400);
        assertThat(tell(Map.of("comment", "\ud83d\ude00".repeat(2_000))).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatTheOrderIsNotAskedAbout() {
        happens(EventType.DELIVERED);

        HttpResponse response = tell(Map.of("touchpoint", "return", "reasons", List.of()));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.parseObject(response.body()).string("field")).isEqualTo("/touchpoint");
    }

    @Test
    void needsAnIdThatTellsRepetitionsFromOtherCalls() {
        happens(EventType.DELIVERED);
        HttpRequest sample = sample();
        Map<String, String> headers = new LinkedHashMap<>(sample.headers());
        headers.remove("idempotency-key");

        HttpResponse response =
                respond(
                        new HttpRequest(
                                sample.method(),
                                sample.path(),
                                headers,
                                sample.pathParameters(),
                                sample.query(),
                                sample.cookies(),
                                sample.claims(),
                                sample.body()));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.parseObject(response.body()).string("field")).isEqualTo("/id");
    }

    private HttpResponse tell() {
        return tell(Map.of());
    }

    /** With other members; an empty one is left out. */
    private HttpResponse tell(Map<String, Object> changes) {
        HttpRequest sample = sample();
        Map<String, @Nullable Object> body =
                new LinkedHashMap<>(Json.parseObject(new String(sample.body(), UTF_8)).members());
        changes.forEach((name, value) -> body.put(name, plain(value)));
        return respond(
                TestDesk.request(sample, "POST", sample.path(), Json.write(body).getBytes(UTF_8)));
    }

    private static @Nullable Object plain(Object value) {
        return switch (value) {
            case Optional<?> empty -> empty.orElse(null);
            case JsonObject json -> json.members().get("a");
            default -> value;
        };
    }

    private static HttpRequest sample() {
        return HttpRequest.read(Events.stream("support-desk/reply-told.json"));
    }

    private HttpResponse respond(HttpRequest request) {
        SupportDesk desk =
                new SupportDesk(
                        new FollowUps(dynamoDb, "none"),
                        new FollowUpQueues(SqsLocal.client(), "none", "none"),
                        timers,
                        surveys,
                        replies,
                        new Contacts(dynamoDb, "none"),
                        new Vouchers(dynamoDb, "none"),
                        Photographs.production(
                                new Environment(Map.of("INBOUND_MAILS_BUCKET", "mails"))),
                        programme,
                        Clock.fixed(NOW, ZoneOffset.UTC));
        return desk.respond(request, Set.of(Role.AGENT));
    }

    private Reply answered(Evidence evidence, Answer answer, List<Letter> letters) {
        Reply reply =
                new Reply(
                        SURVEY,
                        Metric.NPS,
                        answer,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        evidence == Evidence.MAIL ? Channel.MAIL : Channel.PAGE,
                        evidence,
                        NOW.minusSeconds(60),
                        NOW.minusSeconds(60),
                        1,
                        Optional.empty(),
                        Optional.of("key"),
                        Optional.of("press"),
                        List.of(),
                        0,
                        letters,
                        Optional.empty());
        assertThat(replies.write(reply)).isTrue();
        return reply;
    }

    private Reply reply() {
        return replies.find(SURVEY).orElseThrow();
    }

    private OrderSurveys order() {
        return surveys.find(ORDER).orElseThrow();
    }

    private Survey survey() {
        return order().survey(Touchpoint.DELIVERY).orElseThrow();
    }

    private Decision happens(EventType type) {
        return happens(type, NOW.minusSeconds(3_600));
    }

    private Decision happensLater(EventType type) {
        return happens(type, NOW.plusSeconds(3_600));
    }

    private Decision happens(EventType type, Instant at) {
        OrderSurveys before = surveys.find(ORDER).orElseGet(() -> OrderSurveys.unknown(ORDER));
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        type.id() + at,
                        type,
                        at,
                        ORDER,
                        new OrderData(
                                Optional.of("ada@customer.example"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        Decisions.Outcome outcome = decisions.onEvent(event, before, Optional.of(CONTACT), at);
        assertThat(surveys.write(before, outcome.order(), timers)).isPresent();
        return outcome.decision();
    }
}
