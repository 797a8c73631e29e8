package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Json;
import dev.doorstep.local.BatchWrites;
import dev.doorstep.local.FunctionInstance;
import dev.doorstep.local.Lambdas;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Mail;
import dev.doorstep.local.Pause;
import dev.doorstep.local.story.Cases;
import dev.doorstep.local.story.OrderSystem;
import dev.doorstep.local.story.Page;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The way of a survey, function by function: each event is of an order of its own, and what must be
 * there before it was made by the functions before.
 */
final class Workloads implements AutoCloseable {
    static final String ORDER_EVENTS = "OrderEventsFunction";
    static final String TIMEKEEPER = "TimekeeperFunction";
    static final String SENDER = "SurveySenderFunction";
    static final String PAGE = "SurveyPageFunction";
    static final String ESCALATOR = "EscalatorFunction";
    static final String DESK = "SupportDeskFunction";
    static final String PROMISE_WATCH = "PromiseWatchFunction";
    static final String EMAIL_REPLY = "EmailReplyFunction";
    static final String MAIL_EVENTS = "MailEventsFunction";
    static final String INSIGHTS = "InsightsFunction";
    static final String CUSTOMER_DATA = "CustomerDataFunction";
    static final String PRESS = "survey-page: press";
    static final String NOTHING_DUE = "timekeeper: nothing due";
    static final String ONE_TIMER_DUE = "timekeeper: one timer due";
    static final String TEN_TIMERS_DUE = "timekeeper: ten timers due";
    static final String PROMISE_BROKEN = "promise-watch: broken";
    static final String MAIL_READ = "email-reply: a score";
    static final String MAIL_SENT = "mail-events: sent";
    static final String MAIL_DELIVERED = "mail-events: delivered";
    static final String REPLIES_COUNTED = "insights: a batch of replies";
    static final String YEAR_OF_FEW = "insights: a year, 10,000 replies";
    static final String YEAR_OF_MANY = "insights: a year, 10,000,000 replies";
    static final String DATA_ASKED_FOR = "customer-data: asked for";
    static final int REPLIES_OF_A_BATCH = 100;

    private static final String INBOUND_MAILS = "InboundMailsQueue";
    private static final Duration A_MOMENT = Duration.ofMillis(10);
    private static final Duration LONG_AGO = Duration.ofHours(9);
    private static final int MOST_TO_CLEAR = 25;
    private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
    private static final String SAMPLE_TOKEN = "abcdefghijklmnopqrstuvwxyz";
    private static final String SAMPLE_MAIL =
            HexFormat.of().formatHex("A-1001~delivery~survey".getBytes(UTF_8));

    private final LocalRunner runner;
    private final OrderSystem orders;
    private final Path samples;
    private final Timers timers;
    private final FunctionInstance shows;
    private final CountedYear year;
    private int next;

    Workloads(LocalRunner runner, Path root) {
        this.runner = runner;
        this.orders = new OrderSystem(runner.api("OrdersApi"), root);
        this.samples = root.resolve("events");
        this.shows = runner.start(runner.function(PAGE).withoutSnapshot());
        this.year = new CountedYear(runner);
        this.timers = new Timers(runner.dynamoDb(), LocalRunner.tableName("TimersTable"));
    }

    List<Workload> all() {
        return List.of(
                Workload.of("order-events: delivered", ORDER_EVENTS, () -> delivered(number())),
                Workload.of(ONE_TIMER_DUE, TIMEKEEPER, () -> timersDue(1)),
                Workload.of(TEN_TIMERS_DUE, TIMEKEEPER, () -> timersDue(10)),
                Workload.of(NOTHING_DUE, TIMEKEEPER, this::nothingDue),
                Workload.of("survey-sender: send", SENDER, () -> surveyDue(number())),
                Workload.of("survey-sender: remind", SENDER, () -> reminderDue(number())),
                Workload.of("survey-page: show", PAGE, () -> show(sent(number()))),
                new Workload(PRESS, PAGE, () -> pressAfterShow(sent(number()))),
                Workload.of(
                        "survey-page: press, shown elsewhere",
                        PAGE,
                        () -> press(sent(number()), 9)),
                Workload.of("survey-page: thanks", PAGE, () -> thanks(sent(number()))),
                Workload.of("escalator: happy", ESCALATOR, () -> replied(number(), "promoter")),
                Workload.of("escalator: detractor", ESCALATOR, () -> unhappy(number())),
                Workload.of(PROMISE_BROKEN, PROMISE_WATCH, () -> promiseBroken(number())),
                Workload.of("support-desk: next", DESK, () -> nextCase(number())),
                Workload.of(MAIL_READ, EMAIL_REPLY, () -> mailWritten(number())),
                Workload.of(MAIL_SENT, MAIL_EVENTS, () -> mailSent(number())),
                Workload.of(MAIL_DELIVERED, MAIL_EVENTS, this::mailDelivered),
                Workload.of(REPLIES_COUNTED, INSIGHTS, this::repliesRecorded),
                Workload.of(YEAR_OF_FEW, INSIGHTS, () -> yearAsked(CountedYear.FEW)),
                Workload.of(YEAR_OF_MANY, INSIGHTS, () -> yearAsked(CountedYear.MANY)),
                Workload.of(DATA_ASKED_FOR, CUSTOMER_DATA, () -> dataAskedFor(number())));
    }

    /** Those of single events: how many shards ten timers lie in is left to chance. */
    List<Workload> single() {
        return all().stream().filter(w -> !w.name().equals(TEN_TIMERS_DUE)).toList();
    }

    @Override
    public void close() {
        shows.close();
    }

    /** The first of a function's workloads: what its cold start is measured with. */
    Workload firstOf(String function) {
        return all().stream().filter(w -> w.function().equals(function)).findFirst().orElseThrow();
    }

    private int number() {
        return ++next;
    }

    private static String order(int number) {
        return "B-" + number;
    }

    private static String customer(int number) {
        return "ada" + number + "@customer.example";
    }

    private byte[] delivered(int number) {
        return orders.deliveryOf(order(number), customer(number)).getBytes(UTF_8);
    }

    private byte[] nothingDue() {
        clearDueTimers();
        return "{}".getBytes(UTF_8);
    }

    private byte[] timersDue(int count) {
        runner.drain("SurveysDueQueue");
        clearDueTimers();
        for (int i = 0; i < count; i++) {
            timers.set(new Timer(TimerKind.SURVEY, survey(number()), Instant.now()));
        }
        return "{}".getBytes(UTF_8);
    }

    private void clearDueTimers() {
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            List<Timer> due;
            do {
                due = timers.due(shard, Instant.now(), MOST_TO_CLEAR);
                timers.deleteAll(due);
            } while (!due.isEmpty());
        }
    }

    private byte[] surveyDue(int number) {
        call(ORDER_EVENTS, delivered(number));
        return due(number, "survey");
    }

    private byte[] reminderDue(int number) {
        call(SENDER, surveyDue(number));
        return due(number, "reminder");
    }

    private byte[] due(int number, String kind) {
        return sample("survey-sender/" + (kind.equals("survey") ? "due" : "reminder"))
                .replace("A-1001", order(number))
                .replaceAll(
                        "dueAt\\\\\": \\\\\"[^\\\\]+",
                        "dueAt\\\\\": \\\\\"" + Instant.now().plusSeconds(1))
                .getBytes(UTF_8);
    }

    private Mail mailed(int number) {
        call(SENDER, surveyDue(number));
        return runner.mails().stream()
                .filter(m -> m.to().equals(customer(number)))
                .findFirst()
                .orElseThrow();
    }

    private byte[] mailWritten(int number) {
        Mail mail = mailed(number);
        runner.drain(INBOUND_MAILS);
        runner.answer(mail, "9, thank you!", List.of());
        String arrival = runner.drain(INBOUND_MAILS).getFirst();
        Map<String, Object> message = Map.of("messageId", "m-" + number, "body", arrival);
        return Json.write(Map.of("Records", List.of(message))).getBytes(UTF_8);
    }

    /** A survey that was mailed; gives the token of its link. */
    private String sent(int number) {
        URI link =
                Page.links(mailed(number).html()).stream()
                        .filter(uri -> uri.getPath().startsWith("/s/"))
                        .findFirst()
                        .orElseThrow();
        return link.getPath().split("/")[2];
    }

    private byte[] show(String token) {
        return sample("survey-page/shown").replace(SAMPLE_TOKEN, token).getBytes(UTF_8);
    }

    private Workload.Call pressAfterShow(String token) {
        return new Workload.Call(Optional.of(show(token)), press(token, 9));
    }

    private byte[] press(String token, int score) {
        return request(token, "pressed", Map.of("body", form(nonce(token), score)));
    }

    private byte[] thanks(String token) {
        byte[] answer = call(PAGE, press(token, 9));
        String cookie = Json.parseObject(answer).strings("cookies").getFirst().split(";", 2)[0];
        return request(token, "shown", Map.of("cookies", List.of(cookie)));
    }

    private byte[] request(String token, String sample, Map<String, Object> changes) {
        Map<String, Object> request =
                new LinkedHashMap<>(
                        Json.parseObject(
                                        sample("survey-page/" + sample)
                                                .replace(SAMPLE_TOKEN, token))
                                .members());
        request.putAll(changes);
        return Json.write(request).getBytes(UTF_8);
    }

    private static String form(String nonce, int score) {
        String form = "nonce=" + nonce + "&website=&answer=" + score + "&send=1";
        return Base64.getEncoder().encodeToString(form.getBytes(UTF_8));
    }

    /** From a page that is shown by a process of its own. */
    private String nonce(String token) {
        String page = Json.parseObject(answer(PAGE, shows.invoke(show(token)))).string("body");
        Matcher nonce = NONCE.matcher(page);
        if (!nonce.find()) {
            throw new IllegalStateException("the page has no nonce");
        }
        return nonce.group(1);
    }

    private byte[] unhappy(int number) {
        call(ORDER_EVENTS, delivered(number));
        return replied(number, "detractor");
    }

    private byte[] replied(int number, String sample) {
        String event = sample("escalator/" + sample).replace("A-1001", order(number));
        Map<String, AttributeValue> reply =
                StreamBatch.of(Json.parseObject(event))
                        .records()
                        .getLast()
                        .after()
                        .orElseThrow()
                        .attributes();
        runner.dynamoDb()
                .putItem(put -> put.tableName(LocalRunner.tableName("RepliesTable")).item(reply));
        return event.getBytes(UTF_8);
    }

    /** Nobody was in touch with who is unhappy. */
    private byte[] promiseBroken(int number) {
        call(ORDER_EVENTS, delivered(number));
        Instant now = Instant.now();
        Promise promise = new Promise(now.minus(LONG_AGO), now, now);
        new FollowUps(runner.dynamoDb(), LocalRunner.tableName("FollowUpsTable"))
                .open(Cases.unhappy(survey(number), customer(number), promise, promise.madeAt()));
        return sample("promise-watch/promise-due").replace("A-1001", order(number)).getBytes(UTF_8);
    }

    private byte[] nextCase(int number) {
        runner.drain("FollowUpsQueue");
        call(ESCALATOR, unhappy(number));
        return sample("support-desk/next").getBytes(UTF_8);
    }

    /**
     * Comes when the sender has noted the mail, and when the event that the mail set off is heard.
     */
    private byte[] mailSent(int number) {
        call(SENDER, surveyDue(number));
        while (runner.isCalling()) {
            Pause.of(A_MOMENT);
        }
        String mail = survey(number) + "~survey";
        return sample("mail-events/sent")
                .replace(SAMPLE_MAIL, HexFormat.of().formatHex(mail.getBytes(UTF_8)))
                .getBytes(UTF_8);
    }

    private byte[] mailDelivered() {
        return sample("mail-events/delivered").getBytes(UTF_8);
    }

    /** Each to an order of its own, of which all is known. */
    private byte[] repliesRecorded() {
        int known = number();
        call(ORDER_EVENTS, delivered(known));
        List<Integer> others =
                IntStream.range(0, REPLIES_OF_A_BATCH).mapToObj(_ -> number()).toList();
        copyOrder(known, others);
        List<Object> records =
                others.stream()
                        .map(n -> sample("insights/nine").replace("A-1001", order(n)))
                        .<Object>map(
                                event ->
                                        Json.parseObject(event)
                                                .objects("Records")
                                                .getFirst()
                                                .members())
                        .toList();
        return Json.write(Map.of("Records", records)).getBytes(UTF_8);
    }

    private byte[] yearAsked(String touchpoint) {
        return year.asked(sample("insights/report-shown"), touchpoint);
    }

    private byte[] dataAskedFor(int number) {
        return sample("customer-data/export-asked-for")
                .replace("ada@customer.example", customer(number))
                .getBytes(UTF_8);
    }

    private void copyOrder(int known, List<Integer> others) {
        String table = LocalRunner.tableName("SurveysTable");
        Map<String, AttributeValue> order =
                runner.dynamoDb()
                        .getItem(
                                get ->
                                        get.tableName(table)
                                                .key(Map.of("orderId", id(known)))
                                                .consistentRead(true))
                        .item();
        BatchWrites.put(
                runner.dynamoDb(), table, others.stream().map(number -> copy(order, number)));
    }

    private static Map<String, AttributeValue> copy(Map<String, AttributeValue> order, int number) {
        Map<String, AttributeValue> copy = new LinkedHashMap<>(order);
        copy.put("orderId", id(number));
        return copy;
    }

    private static AttributeValue id(int number) {
        return AttributeValue.fromS(order(number));
    }

    private static String survey(int number) {
        return order(number) + "~delivery";
    }

    private byte[] call(String function, byte[] event) {
        return answer(function, runner.lambdas().invoke(function, event));
    }

    /**
     * @throws IllegalStateException if the function did not do what it was asked for
     */
    static byte[] answer(String function, Lambdas.Result result) {
        if (!(result instanceof Lambdas.Result.Ok(byte[] response))) {
            throw new IllegalStateException(function + ": " + result);
        }
        String text = new String(response, UTF_8);
        boolean failed =
                text.contains("itemIdentifier") || text.matches("(?s).*\"statusCode\":[45].*");
        if (failed) {
            throw new IllegalStateException(function + " answers " + text);
        }
        return response;
    }

    private String sample(String name) {
        try {
            return Files.readString(samples.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
