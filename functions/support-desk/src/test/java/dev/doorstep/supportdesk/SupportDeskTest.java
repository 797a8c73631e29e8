package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SupportDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final String CASE = "A-1001~delivery";
    private static final Contact CONTACT =
            Contact.unknown(
                    ContactKey.of("0123456789abcdef0123456789abcdef").idOf("ada@customer.example"));

    private static final Letter LETTER =
            new Letter(
                    "0f3c",
                    Letter.Kind.TO_READ,
                    "mails/0f3c",
                    NOW,
                    "The box was <wet>.",
                    List.of(
                            new Attachment("photographs/0f3c/1", "image/jpeg", 81_920),
                            new Attachment("photographs/0f3c/2", "image/png", 7)));
    private static final Letter SECOND_LETTER =
            new Letter(
                    "1a2b", Letter.Kind.SCORED, "mails/1a2b", NOW.plusSeconds(60), "8", List.of());

    private final SqsClient sqs = SqsLocal.client();
    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final FollowUps followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
    private final String contactsTable = Tables.create("ContactsTable");
    private final Vouchers vouchers = new Vouchers(dynamoDb, contactsTable);
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Replies replies = new Replies(dynamoDb, Tables.create("RepliesTable"));
    private final String normalQueue = SqsLocal.createQueue();
    private final FollowUpQueues queues =
            new FollowUpQueues(sqs, normalQueue, SqsLocal.createQueue());

    @Test
    void listsOpenCasesWithTheEarliestPromiseFirst() {
        open("A-1001", Severity.NORMAL, NOW.plusSeconds(200));
        open("A-1002", Severity.NORMAL, NOW.plusSeconds(100));

        Response response = handle("listed");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().objects("followUps"))
                .extracting(followUp -> followUp.string("id"))
                .containsExactly("A-1002~delivery", "A-1001~delivery");
        assertThat(response.body().has("cursor")).isFalse();
    }

    @Test
    void listsInPages() {
        for (int i = 0; i < 60; i++) {
            open("A-" + i, Severity.NORMAL, NOW.plusSeconds(i));
        }

        JsonObject first = handle("listed").body();
        JsonObject second =
                handle(
                                "listed",
                                "agent-1",
                                Map.of(
                                        "queryStringParameters",
                                        Map.of("cursor", first.string("cursor"))))
                        .body();

        assertThat(first.objects("followUps")).hasSize(50);
        assertThat(second.objects("followUps")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"state, asleep", "cursor, nonsense"})
    void namesWhatItCannotListBy(String name, String value) {
        Response response =
                handle("listed", "agent-1", Map.of("queryStringParameters", Map.of(name, value)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().string("field")).isEqualTo("/" + name);
    }

    @Test
    void handsOutUrgentCasesFirst() {
        openAndQueue("A-1001", Severity.NORMAL);
        openAndQueue("A-1002", Severity.URGENT);

        Response first = handle("next");
        Response second = handle("next");
        Response third = handle("next");

        assertThat(first.body().string("id")).isEqualTo("A-1002~delivery");
        assertThat(first.body().object("owner").string("name")).isEqualTo("Robin");
        assertThat(first.body().string("leaseUntil")).isEqualTo(NOW.plus(LEASE).toString());
        assertThat(second.body().string("id")).isEqualTo("A-1001~delivery");
        assertThat(third.status()).isEqualTo(204);
    }

    @Test
    void handsOutACaseWhoseHintWasLost() {
        open("A-1001", Severity.NORMAL, NOW);

        assertThat(handle("next").body().string("id")).isEqualTo(CASE);
    }

    @Test
    void skipsHintsAtCasesThatSomeoneHasAndLeavesThoseThatItCannotRead() {
        openAndQueue("A-1001", Severity.NORMAL);
        handle("claimed");
        sqs.sendMessage(send -> send.queueUrl(normalQueue).messageBody("no hint"));
        openAndQueue("A-1002", Severity.NORMAL);

        Response response = handle("next", "agent-2", Map.of());

        assertThat(response.body().string("id")).isEqualTo("A-1002~delivery");
    }

    @Test
    void givesALapsedCaseToWhoAsksNext() {
        open("A-1001", Severity.NORMAL, NOW);
        handle("claimed");

        Response tooEarly = handleAt(NOW.plus(LEASE).minusSeconds(1), "next", "agent-2");
        Response lapsed = handleAt(NOW.plus(LEASE), "next", "agent-2");

        assertThat(tooEarly.status()).isEqualTo(204);
        assertThat(lapsed.body().object("owner").string("id")).isEqualTo("agent-2");
    }

    @Test
    void givesEachOfManyCasesToExactlyOneOfManyAgents() throws Exception {
        for (int i = 0; i < 100; i++) {
            openAndQueue("A-" + i, i % 10 == 0 ? Severity.URGENT : Severity.NORMAL);
        }
        List<Callable<List<Response>>> agents = new ArrayList<>();
        for (int agent = 0; agent < 20; agent++) {
            String id = "agent-" + agent;
            agents.add(() -> askTenTimes(id));
        }

        List<Response> responses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Response>> done : threads.invokeAll(agents)) {
                responses.addAll(done.get());
            }
        }

        List<Response> cases = responses.stream().filter(r -> r.status() == 200).toList();
        assertThat(cases)
                .extracting(r -> r.body().string("id"))
                .hasSize(100)
                .doesNotHaveDuplicates();
        assertThat(responses).filteredOn(r -> r.status() == 204).hasSize(100);
    }

    @Test
    void keepsWhoDidWhatAndWhenFromClaimToEnd() {
        open("A-1001", Severity.NORMAL, NOW);

        handle("claimed");
        handle("contacted");
        handle("noted");
        Response resolved = handle("resolved");

        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.body().string("state")).isEqualTo("resolved");
        assertThat(resolved.body().string("outcome")).isEqualTo("replaced");
        assertThat(resolved.body().string("rootCause")).isEqualTo("carrier-damaged");
        assertThat(resolved.body().object("playbook").strings("done"))
                .containsExactly("apologise", "replace-and-let-keep");
        assertThat(resolved.body().string("contactedAt")).isEqualTo(NOW.toString());
        assertThat(resolved.body().objects("history"))
                .extracting(entry -> entry.string("what"))
                .containsExactly("opened", "claimed", "contacted", "noted", "resolved");
        assertThat(resolved.body().objects("history").get(2).string("text"))
                .isEqualTo("Apologised; a new lamp is on its way.");
        assertThat(resolved.body().objects("history").get(2).string("channel")).isEqualTo("phone");
        assertThat(resolved.body().objects("promises").getFirst().string("fate")).isEqualTo("kept");
    }

    @Test
    void setsTheTimerOfALeaseAndClearsItAtTheEnd() {
        open("A-1001", Severity.NORMAL, NOW);

        handle("claimed");
        List<Timer> claimed = timers();
        handleAt(NOW.plusSeconds(60), "noted", "agent-1");
        List<Timer> extended = timers();
        handle("contacted");
        handle("resolved");

        assertThat(claimed).containsExactly(new Timer(TimerKind.LEASE, CASE, NOW.plus(LEASE)));
        assertThat(extended)
                .containsExactly(new Timer(TimerKind.LEASE, CASE, NOW.plusSeconds(60).plus(LEASE)));
        assertThat(timers()).isEmpty();
    }

    @Test
    void resolvesNoCaseWhoseCustomerNobodyWasInTouchWith() {
        open("A-1001", Severity.NORMAL, NOW);
        handle("claimed");

        Response untouched = handle("resolved");

        assertThat(untouched.status()).isEqualTo(409);
        assertThat(untouched.body().object("followUp").string("state")).isEqualTo("claimed");
    }

    @Test
    void keepsAMailToTheCustomerWithTheCaseUntilItIsSent() {
        open("A-1001", Severity.NORMAL, NOW.plusSeconds(60));
        handle("claimed");

        Response written = handle("written");

        assertThat(written.body().string("contactedAt")).isEqualTo(NOW.toString());
        assertThat(timers())
                .contains(new Timer(TimerKind.FOLLOW_UP_MAIL, "A-1001~delivery~1", NOW));
    }

    @Test
    void movesAPromiseAndTellsTheCustomer() {
        open("A-1001", Severity.NORMAL, NOW.plusSeconds(60));
        handle("claimed");

        Response moved = handle("promise-moved");

        assertThat(moved.body().string("promisedAt")).isEqualTo("2026-11-26T14:00:00Z");
        assertThat(moved.body().objects("promises").getFirst().string("fate")).isEqualTo("moved");
        assertThat(timers())
                .contains(new Timer(TimerKind.FOLLOW_UP_MAIL, "A-1001~delivery~1", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T11:59:59Z", "2026-12-24T12:00:01Z"})
    void promisesNoTimeThatHasPassedOrIsFarAway(String by) {
        open("A-1001", Severity.NORMAL, NOW.plusSeconds(60));
        handle("claimed");

        Response refused =
                handle(
                        "promise-moved",
                        "agent-1",
                        Map.of("body", "{\"by\":\"" + by + "\",\"text\":\"Later.\"}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(timers()).noneMatch(timer -> timer.kind() == TimerKind.FOLLOW_UP_MAIL);
    }

    @Test
    void putsAReleasedCaseBackIntoItsQueue() {
        open("A-1001", Severity.URGENT, NOW);
        handle("claimed");

        Response released = handle("released");

        assertThat(released.body().string("state")).isEqualTo("open");
        assertThat(queues.receive(Severity.URGENT, 0)).isPresent();
        assertThat(timers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"released", "contacted", "written", "promise-moved", "noted", "resolved"})
    void letsOnlyTheOwnerAct(String action) {
        open("A-1001", Severity.NORMAL, NOW);
        Response unclaimed = handle(action);
        handle("claimed");

        Response byAnother = handle(action, "agent-2", Map.of());

        assertThat(unclaimed.status()).isEqualTo(409);
        assertThat(byAnother.status()).isEqualTo(409);
        assertThat(byAnother.body().object("followUp").object("owner").string("id"))
                .isEqualTo("agent-1");
    }

    @Test
    void refusesAStaleVersionWithTheCaseAsItIs() {
        open("A-1001", Severity.NORMAL, NOW);
        handle("claimed");

        Response stale = handle("claimed");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().object("followUp").integer("version")).isEqualTo(2);
        assertThat(stale.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resolved  | {\"outcome\":\"replaced\"}                     | 400 | /rootCause",
                "resolved  | {\"rootCause\":\"lost\"}                       | 400 | /outcome",
                "resolved  | {\"outcome\":\"magic\",\"rootCause\":\"lost\"} | 400 | /outcome",
                "contacted | {\"channel\":\"pigeon\"}                       | 400 | /channel",
                "contacted | {\"channel\":\"phone\"}                        | 400 | /text",
                "written   | {\"text\":\" \"}                              | 400 | /text",
                "promise-moved | {\"text\":\"Later.\"}                    | 400 | /by",
                "promise-moved | {\"by\":\"soon\",\"text\":\"Later.\"}    | 400 | /by",
                "resolved  | {\"outcome\":\"replaced\",\"rootCause\":\"lost\",\"done\":[\"magic\"]}"
                        + " | 400 | /done",
                "noted     | {}                                             | 400 | /text",
                "noted     | {\"text\":1}                                   | 400 | /text",
                "claimed   | {\"ifVersion\":\"one\"}                        | 400 | /ifVersion",
            })
    void namesTheFieldAtFault(String sample, String body, int status, String field) {
        open("A-1001", Severity.NORMAL, NOW);

        Response response = handle(sample, "agent-1", Map.of("body", body));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body().string("field")).isEqualTo(field);
    }

    @Test
    void refusesBodiesThatAreNoJsonOrTooLong() {
        assertThat(handle("noted", "agent-1", Map.of("body", "{")).status()).isEqualTo(400);
        assertThat(handle("noted", "agent-1", Map.of("body", "x".repeat(70_000))).status())
                .isEqualTo(413);
        assertThat(
                        handle(
                                        "noted",
                                        "agent-1",
                                        Map.of("headers", Map.of("content-type", "text/plain")))
                                .status())
                .isEqualTo(415);
    }

    @Test
    void knowsNothingUnderOtherIds() {
        assertThat(handle("shown").status()).isEqualTo(404);
        assertThat(handle("claimed").status()).isEqualTo(404);
        assertThat(handle("order-shown").status()).isEqualTo(404);
        assertThat(
                        handle("shown", "agent-1", Map.of("pathParameters", Map.of("id", "???")))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void showsACase() {
        open("A-1001", Severity.NORMAL, NOW);

        JsonObject shown = handle("shown").body();

        assertThat(shown.object("reply").integer("score")).isEqualTo(3);
        assertThat(shown.object("customer").string("name")).isEqualTo("Ada");
        assertThat(shown.integer("version")).isEqualTo(1);
    }

    @Test
    void showsWhatTheCustomerSaidOfItsEnd() {
        open("A-1001", Severity.NORMAL, NOW);
        FollowUp open = followUps.find(SurveyId.parse("A-1001~delivery")).orElseThrow();
        Reply verdict =
                new Reply(
                        SurveyId.parse("A-1001~follow-up"),
                        Metric.CSAT,
                        new Answer.Score(5),
                        List.of("service"),
                        Optional.of("All is well."),
                        Optional.empty(),
                        Channel.PAGE,
                        Evidence.CONFIRMED,
                        NOW,
                        NOW,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty());
        followUps.change(open, open.judged(verdict, open.ledger().last(), NOW).orElseThrow());

        JsonObject shown = handle("shown").body();

        assertThat(shown.object("verdict").members())
                .containsEntry("score", 5)
                .containsEntry("comment", "All is well.")
                .containsEntry("at", NOW.toString());
        assertThat(shown.object("recovery").members())
                .containsEntry("metric", "CSAT")
                .containsEntry("score", 5);
        assertThat(shown.object("reply").integer("score")).isEqualTo(3);
    }

    @Test
    void showsTheLettersOfACaseWithTheirPhotographs() {
        open(new Answer.Unscored(), LETTER, SECOND_LETTER);

        JsonObject reply = handle("shown").body().object("reply");

        assertThat(reply.findBoolean("unscored")).contains(true);
        assertThat(reply.has("score")).isFalse();
        assertThat(reply.objects("letters"))
                .extracting(letter -> letter.string("id"))
                .containsExactly("0f3c", "1a2b");
        JsonObject letter = reply.objects("letters").getFirst();
        assertThat(letter.string("kind")).isEqualTo("to-read");
        assertThat(letter.string("receivedAt")).isEqualTo(NOW.toString());
        assertThat(letter.string("text")).isEqualTo("The box was <wet>.");
        assertThat(letter.objects("photographs"))
                .extracting(photograph -> photograph.string("type"))
                .containsExactly("image/jpeg", "image/png");
        assertThat(letter.objects("photographs").getFirst().integer("size")).isEqualTo(81_920);
        assertThat(reply.objects("letters").getLast().objects("photographs")).isEmpty();
    }

    @Test
    void showsNoLettersWhereNoneWereWritten() {
        open("A-1001", Severity.NORMAL, NOW);

        assertThat(handle("shown").body().object("reply").objects("letters")).isEmpty();
    }

    @Test
    void tellsNobodyWhereMailsAndPhotographsAreKept() {
        open(new Answer.Unscored(), LETTER);

        assertThat(handle("shown").body().members().toString())
                .doesNotContain("photographs/0f3c", "mails/0f3c");
    }

    @Test
    void linksToAPhotographForFiveMinutes() {
        open(new Answer.Unscored(), LETTER);
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        Response response = handle("show-photograph");

        Duration five = Duration.ofMinutes(5);
        URI url = URI.create(response.body().string("url"));
        Instant expiresAt = Instant.parse(response.body().string("expiresAt"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(url.getScheme()).isEqualTo("https");
        assertThat(url.getHost() + url.getPath()).contains("mails").endsWith("/photographs/0f3c/1");
        assertThat(url.getQuery()).contains("X-Amz-Expires=300", "X-Amz-Signature=");
        assertThat(expiresAt).isBetween(before.plus(five), Instant.now().plus(five));
    }

    @Test
    void countsThePhotographsOfALetterFromOne() {
        open(new Answer.Unscored(), LETTER);

        assertThat(photograph("0f3c", "2").body().string("url")).contains("/photographs/0f3c/2?");
    }

    @ParameterizedTest
    @CsvSource({
        "0f3c, 0",
        "0f3c, 3",
        "0f3c, -1",
        "0f3c, 01",
        "0f3c, one",
        "0f3c, 99999999999",
        "1a2b, 1",
        "ffff, 1",
        "../0f3c, 1"
    })
    void findsNoPhotographThatIsNotThere(String letter, String number) {
        open(new Answer.Unscored(), LETTER, SECOND_LETTER);

        Response response = photograph(letter, number);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1002~delivery", "A-1001~return", "nonsense"})
    void findsNoPhotographOfAnotherCase(String followUp) {
        open(new Answer.Unscored(), LETTER);
        open("A-1002", Severity.NORMAL, NOW);

        Response response = handle("show-photograph", "agent-1", parameters(followUp, "0f3c", "1"));

        assertThat(response.status()).isEqualTo(404);
    }

    @Test
    void explainsWhyACustomerWasAskedOrNot() {
        deliverAndCancel();

        JsonObject order = handle("order-shown").body();

        assertThat(order.objects("decisions"))
                .extracting(row -> row.string("decision"))
                .containsExactly("plan", "switch");
        assertThat(order.objects("surveys").getFirst().string("state")).isEqualTo("skipped");
    }

    private List<Response> askTenTimes(String agent) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            responses.add(handle("next", agent, Map.of()));
        }
        return responses;
    }

    private Response handle(String sample) {
        return handle(sample, "agent-1", Map.of());
    }

    private Response handle(String sample, String agent, Map<String, Object> changes) {
        return handleAt(NOW, sample, agent, changes);
    }

    private Response handleAt(Instant now, String sample, String agent) {
        return handleAt(now, sample, agent, Map.of());
    }

    private Response handleAt(
            Instant now, String sample, String agent, Map<String, Object> changes) {
        SupportDesk desk =
                new SupportDesk(
                        followUps,
                        queues,
                        timers,
                        surveys,
                        replies,
                        new Contacts(dynamoDb, contactsTable),
                        vouchers,
                        new Photographs(SupportDeskTest::presigner, "mails"),
                        programme,
                        Clock.fixed(now, ZoneOffset.UTC));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        TestDesk.handler(desk)
                .handle(new ByteArrayInputStream(event(sample, agent, changes)), result);
        JsonObject response = Json.parseObject(result.toByteArray());
        String body = response.string("body");
        return new Response(
                response.integer("statusCode"),
                response.object("headers").findString("content-type").orElse(""),
                body.isEmpty() ? JsonObject.of(Map.of(), "") : Json.parseObject(body));
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .build();
    }

    private static byte[] event(String sample, String agent, Map<String, Object> changes) {
        String json = new String(Events.read("support-desk/" + sample + ".json"), UTF_8);
        Map<String, @Nullable Object> event =
                new LinkedHashMap<>(
                        Json.parseObject(json.replace("\"agent-1\"", "\"" + agent + "\""))
                                .members());
        event.putAll(changes);
        return Json.write(event).getBytes(UTF_8);
    }

    private void openAndQueue(String order, Severity severity) {
        open(order, severity, NOW.plusSeconds(3600));
        queues.send(severity, SurveyId.parse(order + "~delivery"));
    }

    private Response photograph(String letter, String number) {
        return handle("show-photograph", "agent-1", parameters(CASE, letter, number));
    }

    private static Map<String, Object> parameters(String followUp, String letter, String number) {
        return Map.of(
                "pathParameters", Map.of("id", followUp, "letterId", letter, "number", number));
    }

    private void open(Answer answer, Letter... letters) {
        open("A-1001", Severity.NORMAL, NOW, answer, List.of(letters));
    }

    private void open(String order, Severity severity, Instant promisedAt) {
        open(order, severity, promisedAt, new Answer.Score(3), List.of());
    }

    private void open(
            String order,
            Severity severity,
            Instant promisedAt,
            Answer answer,
            List<Letter> letters) {
        Attention attention = new Attention(severity, NOW);
        Reply reply =
                new Reply(
                        SurveyId.parse(order + "~delivery"),
                        Metric.NPS,
                        answer,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Channel.PAGE,
                        Evidence.CONFIRMED,
                        NOW,
                        NOW,
                        1,
                        Optional.of(attention),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        letters,
                        Optional.empty());
        Customer customer =
                new Customer(
                        Optional.of("ada@customer.example"),
                        Optional.of("Ada"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Optional.empty());
        FollowUp followUp =
                FollowUp.open(
                        reply,
                        attention,
                        new Promise(NOW, promisedAt, promisedAt),
                        new CustomerSummary(customer, List.of("Reading lamp")),
                        NOW);
        assertThat(followUps.open(followUp)).isTrue();
        assertThat(followUp.state()).isEqualTo(FollowUpState.OPEN);
    }

    private void deliverAndCancel() {
        OrderSurveys order = OrderSurveys.unknown(new OrderId("A-1001"));
        for (EventType type : List.of(EventType.DELIVERED, EventType.CANCELLED)) {
            OrderEvent event = event(type);
            OrderSurveys after =
                    new Decisions(programme)
                            .onEvent(event, order, Optional.of(CONTACT), event.time())
                            .order();
            order = surveys.write(order, after, timers).orElseThrow();
        }
    }

    private static OrderEvent event(EventType type) {
        return new OrderEvent(
                "/shop",
                type.id(),
                type,
                NOW.plusSeconds(type == EventType.CANCELLED ? 60 : 0),
                new OrderId("A-1001"),
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
    }

    private List<Timer> timers() {
        List<Timer> all = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(1)), 100));
        }
        return all;
    }

    private record Response(int status, String contentType, JsonObject body) {}
}
