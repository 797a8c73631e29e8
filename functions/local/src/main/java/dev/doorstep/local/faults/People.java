package dev.doorstep.local.faults;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Json;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Mail;
import dev.doorstep.local.story.Cases;
import dev.doorstep.local.story.Desk;
import dev.doorstep.local.story.OrderSystem;
import dev.doorstep.local.story.Page;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * An order system, customers and support. Who gets no answer, or hears that something failed, does
 * the same again, as people and clients do.
 */
final class People {
    private static final int PATIENCE = 10;
    private static final Duration LONG_AGO = Duration.ofHours(9);

    private static final byte[] PHOTOGRAPH = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF};

    private final LocalRunner runner;
    private final OrderSystem orders;
    private final Runnable settle;
    private final Map<String, String> events = new LinkedHashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();

    /**
     * @param settle lets everything come to rest
     */
    People(LocalRunner runner, Path root, Runnable settle) {
        this.runner = runner;
        this.settle = settle;
        this.orders = new OrderSystem(runner.api("OrdersApi"), root);
    }

    /** Does something when all that was done before has come to rest. */
    void settled(Runnable then) {
        settle.run();
        then.run();
    }

    /** Posts an event; one that was posted before is posted again as it was. */
    void post(String sample) {
        String event = events.computeIfAbsent(sample, orders::eventOf);
        repeat(sample, () -> orders.send(event).statusCode() < 500);
    }

    /** Posts an event that promises the parcel for so many days from now. */
    void postPromising(String sample, int days) {
        String date = LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
        String event =
                events.computeIfAbsent(
                        sample,
                        _ ->
                                orders.eventOf(sample)
                                        .replaceFirst(
                                                "\"promisedAt\":\"[^\"]*\"",
                                                "\"promisedAt\":\"" + date + "\""));
        repeat(sample, () -> orders.send(event).statusCode() < 500);
    }

    /** Posts a delivery of another order. */
    void deliverAlso(String order, String customer) {
        String event = events.computeIfAbsent(order, _ -> orders.deliveryOf(order, customer));
        repeat(order, () -> orders.send(event).statusCode() < 500);
    }

    void putOnBus(String sample) {
        orders.put(sample);
    }

    /** Hands a due timer's message to the senders of surveys, as the timekeeper does. */
    void comesDue(String kind, String survey) {
        comesDue("SurveysDueQueue", kind, survey);
    }

    /** Hands a due timer's message to a queue, as the timekeeper does. */
    void comesDue(String queue, String kind, String reference) {
        runner.send(
                queue,
                Json.write(
                        Map.of(
                                "kind", kind,
                                "reference", reference,
                                "dueAt", Instant.now().plusSeconds(1).toString())));
    }

    /** Leaves an unhappy customer's case with a promise that was made long ago. */
    void openLongAgo(String survey, String customer, Duration untilPromise) {
        Instant started = started();
        Instant opened = started.minus(LONG_AGO);
        Promise promise = new Promise(opened, started, started.plus(untilPromise));
        new FollowUps(runner.dynamoDb(), LocalRunner.tableName("FollowUpsTable"))
                .open(Cases.unhappy(survey, customer, promise, opened));
    }

    /** The same in each play: mails to support name the time of a promise. */
    private static Instant started() {
        return ProcessHandle.current().info().startInstant().orElseThrow();
    }

    /** Tells of a mail that is in the bucket no more. */
    void tellOfMailThatIsGone() {
        Map<String, Object> s3 = Map.of("object", Map.of("key", "mails/gone"));
        Map<String, Object> record = Map.of("eventTime", Instant.now().toString(), "s3", s3);
        runner.send("InboundMailsQueue", Json.write(Map.of("Records", List.of(record))));
    }

    /** Opens the link of an answer in the customer's mail, and presses the button. */
    void answer(String customer, String answer) {
        Page question = open(link(customer, "/s/", "/" + answer));
        pages.put(customer, press(question, Map.of()));
    }

    /** Changes the answer on the page that recorded it. */
    void change(String customer, Map<String, String> fields) {
        Page thanks = Optional.ofNullable(pages.get(customer)).orElseThrow();
        pages.put(customer, press(thanks, fields));
    }

    /** Answers the mail itself. */
    void write(String customer, String text) {
        write(firstTo(customer), text, List.of());
    }

    /** Answers the mail to a customer in their place, from another address. */
    void writeFor(String customer, String other, String text) {
        write(firstTo(customer).passedOnTo(other), text, List.of());
    }

    /** Answers the mail itself, with a photograph. */
    void writeWithPhotograph(String customer, String text) {
        write(firstTo(customer), text, List.of(PHOTOGRAPH));
    }

    private Mail firstTo(String customer) {
        return runner.mails().stream()
                .filter(mail -> mail.to().equals(customer))
                .findFirst()
                .orElseThrow(() -> new NotSettled("no mail to " + customer));
    }

    private void write(Mail mail, String text, List<byte[]> photographs) {
        if (!runner.answer(mail, text, photographs)) {
            throw new NotSettled("nobody receives answers to the mail to " + mail.to());
        }
    }

    void unsubscribe(String customer) {
        press(open(link(customer, "/u/", "")), Map.of("List-Unsubscribe", "One-Click"));
    }

    /** Takes the next case; who heard no answer looks whether they have it. */
    void takeNext(String agent) {
        Desk desk = desk(agent);
        repeat("next", () -> desk.askForNext().status() < 500);
    }

    /** Does something with a case as the agent sees it; done twice, it is refused once. */
    void act(String agent, String followUp, String action, Map<String, Object> body) {
        Desk desk = desk(agent);
        Map<String, Object> sent = new LinkedHashMap<>(body);
        repeat("show", () -> version(desk, followUp, sent));
        repeat(action, () -> desk.act(followUp, action, sent).status() < 500);
    }

    /** Writes down what a customer said of an order. */
    void tell(String agent, String order, Map<String, Object> body) {
        Desk desk = desk(agent);
        repeat("tell", () -> desk.tell(order, body).status() < 500);
    }

    void seePhotograph(String agent, String followUp) {
        Desk desk = desk(agent);
        repeat("photograph", () -> sees(desk, followUp));
    }

    /** A browser whose connection breaks shows nothing. */
    private static boolean sees(Desk desk, String followUp) {
        try {
            return desk.seePhotograph(followUp) < 500;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /** A lead asks for a customer's data, and another confirms it. */
    void askForData(String kind, String customer) {
        Desk asking = lead("Charlie");
        Desk confirming = lead("Lee");
        AtomicReference<String> id = new AtomicReference<>("");
        repeat(kind, () -> hasAsked(asking.askForData(kind, customer, "letter-1"), id));
        repeat("confirm", () -> confirming.confirmDataRequest(id.get(), customer).status() < 500);
        settle.run();
        repeat("show", () -> isDone(asking.get("/customer-data/requests/" + id.get())));
    }

    /** A schedule that nobody waits for calls a function. */
    void wake(String function) {
        runner.wake(function);
    }

    private static boolean hasAsked(Desk.Answer asked, AtomicReference<String> id) {
        if (asked.status() == 201) {
            id.set(asked.body().string("id"));
        }
        return asked.status() < 500;
    }

    private static boolean isDone(Desk.Answer shown) {
        return shown.status() == 200 && shown.body().string("state").equals("done");
    }

    /** Leaves a reply of some days ago, as an import does: today's are in no report. */
    void leaveReply(String survey, int daysAgo) {
        Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
        boolean isNew =
                new Replies(runner.dynamoDb(), LocalRunner.tableName("RepliesTable"))
                        .write(
                                new Reply(
                                        SurveyId.parse(survey),
                                        Metric.NPS,
                                        new Answer.Score(9),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Channel.IMPORT,
                                        Evidence.IMPORT,
                                        at,
                                        at,
                                        1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        0,
                                        List.of(),
                                        Optional.empty()));
        if (!isNew) {
            throw new NotSettled("there is a reply to " + survey);
        }
    }

    /**
     * A lead asks for the replies of a day as a file, and fetches it when it is there. Calls are so
     * short here that each goes a step: more days would only be more of the same.
     */
    void exportReplies() {
        Desk desk = lead("Charlie");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        AtomicReference<String> id = new AtomicReference<>("");
        repeat("export", () -> hasTaken(desk.askForReplies("a-day", day, day), id));
        settle.run();
        repeat("file", () -> fetches(desk, "/insights/exports/" + id.get()));
    }

    private static boolean hasTaken(Desk.Answer asked, AtomicReference<String> id) {
        if (asked.status() == 202) {
            id.set(asked.body().string("id"));
        }
        return asked.status() < 500;
    }

    /** A browser whose connection breaks has no file. */
    private static boolean fetches(Desk desk, String export) {
        try {
            Desk.Answer shown = desk.get(export);
            return isDone(shown) && desk.follow(shown.body().object("file").string("url")) == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private Desk lead(String name) {
        return new Desk(runner.api("DeskApi"), runner.leadToken("lead-" + name, name));
    }

    void look(String agent, String order) {
        Desk desk = desk(agent);
        repeat("look", () -> desk.get("/desk/orders/" + order).status() < 500);
        repeat("figures", () -> desk.get("/desk/coaching").status() < 500);
        repeat("report", () -> desk.get("/insights/report").status() < 500);
        repeat("list", () -> desk.get("/desk/follow-ups?state=claimed").status() < 500);
    }

    private static boolean version(Desk desk, String followUp, Map<String, Object> body) {
        Desk.Answer shown = desk.get("/desk/follow-ups/" + followUp);
        if (shown.status() == 200) {
            body.put("ifVersion", shown.body().integer("version"));
        }
        return shown.status() < 500;
    }

    private Desk desk(String agent) {
        return new Desk(runner.api("DeskApi"), runner.token("agent-" + agent, agent));
    }

    private static Page open(URI link) {
        return repeated("page", () -> Page.open(link, Optional.empty()));
    }

    private static Page press(Page page, Map<String, String> fields) {
        return repeated("press", () -> page.press(fields));
    }

    private URI link(String customer, String start, String end) {
        List<Mail> mails = runner.mails().stream().filter(m -> m.to().equals(customer)).toList();
        return mails.stream()
                .flatMap(mail -> links(mail).stream())
                .filter(uri -> uri.getPath().startsWith(start) && uri.getPath().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new NotSettled("no mail with such a link to " + customer));
    }

    private static List<URI> links(Mail mail) {
        return Page.links(mail.html());
    }

    private static Page repeated(String what, Supplier<Page> ask) {
        for (int i = 0; i < PATIENCE; i++) {
            Page page = ask.get();
            if (page.status() < 500) {
                return page;
            }
        }
        throw new NotSettled(what + " fails again and again");
    }

    private static void repeat(String what, Supplier<Boolean> isAnswered) {
        for (int i = 0; i < PATIENCE; i++) {
            if (isAnswered.get()) {
                return;
            }
        }
        throw new NotSettled(what + " fails again and again");
    }
}
