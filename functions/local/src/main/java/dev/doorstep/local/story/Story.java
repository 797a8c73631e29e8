package dev.doorstep.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.local.Console;
import dev.doorstep.local.Local;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Mail;
import dev.doorstep.local.Options;
import dev.doorstep.local.Pause;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Seven orders, from their delivery to the last unhappy customer's case: played against the whole
 * template on this machine, step by step. Ends with 0 only if each step came true.
 */
public final class Story {
    /** Days in seconds. */
    public static final Map<String, String> PARAMETERS =
            Map.ofEntries(
                    Map.entry("DeliverySurveyDelay", "PT5S"),
                    Map.entry("ReminderDelay", "PT40S"),
                    Map.entry("ClaimLease", "PT10S"),
                    Map.entry("FollowUpSurveyDelay", "PT3S"),
                    Map.entry("DeliveryNewsDelay", "PT1S"),
                    Map.entry("ErasureSettlingTime", "PT2S"),
                    Map.entry("SupportHours", "00:00-24:00"),
                    Map.entry("MailSettlingTime", "PT20S"),
                    Map.entry("SendingHours", "00:00-24:00"),
                    Map.entry("MinimumPressTime", "PT0.2S"),
                    Map.entry("TimekeeperSchedule", "rate(1 second)"));

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration READING_TIME = Duration.ofMillis(400);
    private static final String ADA = "ada@customer.example";
    private static final String JOERG = "joerg@customer.example";
    private static final String GRACE = "grace@customer.example";
    private static final String ANNA = "anna@customer.example";
    private static final String LIN = "lin@customer.example";
    private static final String NOBODY = "bounce@simulator.amazonses.com";
    private static final byte[] PHOTOGRAPH = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF};
    private static final String SAM = "agent-Sam@desk.example";
    private static final String LEAD = "support-lead@example.com";
    private static final Duration SHORT_PROMISE = Duration.ofSeconds(8);
    private static final String HEIDI = "heidi@customer.example";
    private static final String ANNAS_PATH = "/desk/follow-ups/A-1004~delivery";
    private static final String GRACES_PATH = "/desk/follow-ups/A-1003~delivery";
    private static final String GRACES_CASE = "A-1003~delivery";
    private static final String ANNAS_CASE = "A-1004~delivery";

    private final LocalRunner runner;
    private final Console console;
    private final OrderSystem orders;
    private int step;

    public Story(LocalRunner runner, Path root, Console console) {
        this.runner = runner;
        this.console = console;
        this.orders = new OrderSystem(runner.api("OrdersApi"), root);
    }

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        Path root = Local.root();
        Instant before = Instant.now();
        try (LocalRunner runner = LocalRunner.start(Options.of(root, PARAMETERS, console))) {
            console.line("Doorstep is ready after " + seconds(before));
            new Story(runner, root, console).play();
            console.line("The story came true in " + seconds(before));
        } catch (RuntimeException e) {
            console.line("FAILED  " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /**
     * Plays all steps.
     *
     * @throws StoryFailed if one does not come true
     */
    public void play() {
        ordersArrive();
        surveysAreSent();
        anAddressIsGone();
        aScannerOpensAMail();
        customersAnswer();
        unhappyCustomersAreTold();
        whoDidNotAnswerIsRemindedOnce();
        aMachineAnswers();
        anUnclearAnswerIsAskedBackOnce();
        aPhotographComesToTheCase();
        urgentComesFirst();
        agentsTakeDifferentCases();
        aLapsedCaseComesBack();
        aPromiseIsMovedAndBroken();
        supportWritesAndTheCustomerAnswers();
        customersSayWhetherItWasPutRight();
        aLostParcelIsToldOfFirst();
        decisionsCanBeRead();
        everyReplyIsCounted();
        theLeadReadsWhatCustomersSaid();
        theLeadTakesRepliesAlong();
        nothingFailed();
        aCustomerWantsToBeForgotten();
    }

    private void ordersArrive() {
        check(
                "five orders are delivered: three posted, one on the bus, one by direct invoke",
                decided(orders.post("delivered"), "plan")
                        && isPut("delivered-late")
                        && decided(orders.invoke("delivered-third"), "plan")
                        && decided(orders.post("delivered-fourth"), "plan")
                        && decided(orders.post("delivered-fifth"), "plan"));
        check(
                "another is delivered to a customer whose address is gone",
                orders.send(orders.deliveryOf("A-1007", NOBODY)).statusCode() == 200);
        check(
                "a sixth is delivered and then cancelled before its survey is due",
                decided(orders.post("delivered-sixth"), "plan")
                        && decided(orders.post("cancelled"), "switch"));
    }

    private boolean isPut(String sample) {
        orders.put(sample);
        return true;
    }

    private static boolean decided(JsonObject answer, String decision) {
        return answer.findString("decision").filter(decision::equals).isPresent();
    }

    private void surveysAreSent() {
        await(
                "six surveys were sent, none about the cancelled order",
                () -> recipients().size() >= 6);
        check(
                "each of the six was asked once",
                runner.mails().size() == 6
                        && recipients().equals(Set.of(ADA, JOERG, GRACE, ANNA, LIN, NOBODY)));
    }

    private void anAddressIsGone() {
        await(
                "whose mail came back for good is never asked again",
                () ->
                        runner.items("ContactsTable").stream()
                                        .filter(contact -> is(contact, "suppression", "bounced"))
                                        .count()
                                == 1);
    }

    private Set<String> recipients() {
        return runner.mails().stream().map(Mail::to).collect(Collectors.toSet());
    }

    private void aScannerOpensAMail() {
        List<Map<String, AttributeValue>> contacts = runner.items("ContactsTable");
        List<URI> links = Page.links(mailTo(ADA).html());
        for (URI link : links) {
            Page.peek(link);
            Page page = Page.open(link, Optional.empty());
            if (page.hasForm()) {
                page.post(page.fields());
            }
        }
        check(
                "a scanner opens all %d links of a mail, also with HEAD and with its forms: nothing is recorded"
                        .formatted(links.size()),
                links.size() >= 13
                        && runner.items("RepliesTable").isEmpty()
                        && runner.items("ContactsTable").equals(contacts));
    }

    private void customersAnswer() {
        answer(ADA, "10");
        write(mailTo(JOERG), "8, danke!", List.of());
        Page thanks = answer(GRACE, "3");
        Pause.of(READING_TIME);
        thanks.press(Map.of("answer", "3", "comment", "The clock came broken."));
        answer(ANNA, "not-received");
        await(
                "customers press 10, 3 with a comment, and \"not received\"; one writes a mail:"
                        + " \"8, danke!\"",
                this::repliesAreRight);
    }

    private void write(Mail about, String text, List<byte[]> photographs) {
        if (!runner.answer(about, text, photographs)) {
            throw new StoryFailed("nobody receives answers to the mail to " + about.to());
        }
    }

    private Page answer(String customer, String answer) {
        return answer(mailTo(customer), answer);
    }

    private static Page answer(Mail mail, String answer) {
        URI link =
                Page.links(mail.html()).stream()
                        .filter(uri -> uri.getPath().endsWith("/" + answer))
                        .findFirst()
                        .orElseThrow(() -> new StoryFailed("no link for " + answer));
        Page question = Page.open(link, Optional.empty());
        Pause.of(READING_TIME);
        return question.press(Map.of());
    }

    private boolean repliesAreRight() {
        List<Map<String, AttributeValue>> replies = runner.items("RepliesTable");
        return replies.size() == 4
                && replies.stream()
                        .allMatch(
                                reply ->
                                        is(
                                                reply,
                                                "evidence",
                                                isOf(reply, "8") ? "mail" : "confirmed"))
                && replies.stream()
                        .anyMatch(reply -> is(reply, "comment", "The clock came broken."))
                && scores(replies).equals(Set.of("10", "8", "3"));
    }

    private static Set<String> scores(List<Map<String, AttributeValue>> replies) {
        return replies.stream()
                .flatMap(reply -> Optional.ofNullable(reply.get("score")).stream())
                .map(AttributeValue::n)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Map<String, AttributeValue> reply, String score) {
        return Optional.ofNullable(reply.get("score"))
                .map(AttributeValue::n)
                .filter(score::equals)
                .isPresent();
    }

    private static boolean is(Map<String, AttributeValue> item, String name, String value) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::s)
                .filter(value::equals)
                .isPresent();
    }

    private void unhappyCustomersAreTold() {
        await(
                "two follow-ups are open, and both customers were told by when to expect us",
                () ->
                        runner.items("FollowUpsTable").size() == 2
                                && mailsTo(GRACE) == 2
                                && mailsTo(ANNA) == 2);
    }

    private void whoDidNotAnswerIsRemindedOnce() {
        await("who did not answer is reminded", () -> mailsTo(LIN) == 2);
        check("nobody else is", runner.mails().size() == 9);
    }

    private void aMachineAnswers() {
        String notice =
                """
                From: %s\r
                To: %s\r
                Subject: Out of office\r
                Auto-Submitted: auto-replied\r
                Message-ID: <notice@customer.example>\r
                \r
                I am back on 9 December. Call 10.\r
                """
                        .formatted(LIN, replyAddress(mailTo(LIN)));
        boolean isTaken = runner.receive("", replyAddress(mailTo(LIN)), notice.getBytes(UTF_8));
        await("a machine answers for who is away", () -> isTaken && nobodyReads());
        check("nothing is recorded", runner.items("RepliesTable").size() == 4);
    }

    private boolean nobodyReads() {
        return runner.backlog().getOrDefault("InboundMailsQueue", 0) == 0;
    }

    private static String replyAddress(Mail mail) {
        return mail.headers().getOrDefault("Reply-To", "");
    }

    private void anUnclearAnswerIsAskedBackOnce() {
        write(mailTo(LIN), "7 or 8", List.of());
        await("who answers \"7 or 8\" is asked back", () -> mailsTo(LIN) == 3);
        write(lastMailTo(LIN), "7", List.of());
        await(
                "and answers 7",
                () -> scores(runner.items("RepliesTable")).equals(Set.of("10", "8", "3", "7")));
    }

    private void aPhotographComesToTheCase() {
        write(lastMailTo(GRACE), "This is how it came.", List.of(PHOTOGRAPH));
        Desk robin = agent("Robin");
        await(
                "a customer sends a photograph to the case, and support sees it",
                () ->
                        robin.photographs(GRACES_CASE) == 1
                                && robin.seePhotograph(GRACES_CASE) == 200);
    }

    private void urgentComesFirst() {
        Desk robin = agent("Robin");
        JsonObject first = robin.next().orElseThrow(() -> new StoryFailed("no case to take"));
        check(
                "the parcel that has not come is urgent and comes first",
                first.string("id").equals(ANNAS_CASE) && first.string("severity").equals("urgent"));
        check(
                "who takes it may give it back",
                robin.act(ANNAS_CASE, "release", Map.of()).status() == 200);
    }

    private void agentsTakeDifferentCases() {
        Desk robin = agent("Robin");
        Desk kim = agent("Kim");
        CompletableFuture<Optional<JsonObject>> robins = CompletableFuture.supplyAsync(robin::next);
        CompletableFuture<Optional<JsonObject>> kims = CompletableFuture.supplyAsync(kim::next);
        String robinsCase = id(robins.join());
        String kimsCase = id(kims.join());
        check(
                "two agents press \"next\" at once and get different cases",
                Set.of(robinsCase, kimsCase).equals(Set.of(GRACES_CASE, ANNAS_CASE)));
        resolve(robinsCase.equals(ANNAS_CASE) ? robin : kim);
    }

    private static String id(Optional<JsonObject> followUp) {
        return followUp.map(found -> found.string("id")).orElse("");
    }

    private void resolve(Desk owner) {
        check(
                "the urgent customer is called",
                owner.act(
                                        ANNAS_CASE,
                                        "contacted",
                                        Map.of("channel", "phone", "text", "A new one is sent."))
                                .status()
                        == 200);
        check(
                "a case cannot be resolved without outcome and root cause",
                owner.act(ANNAS_CASE, "resolve", Map.of("outcome", "replaced")).status() == 400);
        check("the urgent case is resolved with both", isResolved(owner, ANNAS_CASE, "lost"));
    }

    private static boolean isResolved(Desk owner, String followUp, String rootCause) {
        Desk.Answer answer =
                owner.act(
                        followUp, "resolve", Map.of("outcome", "replaced", "rootCause", rootCause));
        return answer.status() == 200 && answer.body().string("state").equals("resolved");
    }

    private void aLapsedCaseComesBack() {
        Desk sam = agent("Sam");
        await(
                "the other agent went home: the case comes back and someone else takes it",
                () -> id(sam.next()).equals(GRACES_CASE));
    }

    private void aPromiseIsMovedAndBroken() {
        Desk sam = agent("Sam");
        check(
                "the customer is told another time, by mail",
                sam.act(
                                        GRACES_CASE,
                                        "promise",
                                        Map.of(
                                                "by",
                                                Instant.now().plus(SHORT_PROMISE).toString(),
                                                "text",
                                                "We are still asking the carrier."))
                                .status()
                        == 200);
        await("the mail arrives", () -> mailsTo(GRACE) == 3);
        await("who has the case is warned before that time", () -> mailsTo(SAM) == 1);
        await(
                "nobody is in touch: the customer hears so with a new time, and the lead hears it",
                () -> mailsTo(GRACE) == 4 && mailsTo(LEAD) == 1);
        check(
                "the case is urgent now",
                sam.get(GRACES_PATH).body().string("severity").equals("urgent"));
    }

    private void supportWritesAndTheCustomerAnswers() {
        Desk sam = agent("Sam");
        check(
                "without a word to the customer the case cannot be resolved",
                !isResolved(sam, GRACES_CASE, "carrier-damaged"));
        check(
                "support writes to her",
                sam.act(GRACES_CASE, "messages", Map.of("text", "We are sorry. Keep the clock."))
                                .status()
                        == 200);
        await("and she reads it", () -> lastMailTo(GRACE).text().contains("Keep the clock."));
        write(lastMailTo(GRACE), "Thank you, that is kind.", List.of());
        await(
                "her answer lands on the case",
                () -> letters(sam).contains("Thank you, that is kind."));
        check("the case is resolved", isResolved(sam, GRACES_CASE, "carrier-damaged"));
        check(
                "its ledger knows one promise that was moved, one broken, one kept",
                fates(sam).subList(0, 3).equals(List.of("moved", "broken", "kept")));
        showLedger(sam);
    }

    private void customersSayWhetherItWasPutRight() {
        Desk sam = agent("Sam");
        await(
                "both are asked whether it was put right",
                () -> mailsTo(ANNA) == 3 && mailsTo(GRACE) == 6);
        answer(lastMailTo(ANNA), "5");
        answer(lastMailTo(GRACE), "1");
        await(
                "one was won back",
                () -> sam.get(ANNAS_PATH).body().findObject("recovery").isPresent());
        await(
                "the other's case is open again, and she is told a new time",
                () ->
                        sam.get(GRACES_PATH).body().string("state").equals("open")
                                && mailsTo(GRACE) == 7);
    }

    private void aLostParcelIsToldOfFirst() {
        check(
                "an order is placed, and its parcel is lost",
                orders.send(orders.eventAbout("placed", "A-1008", HEIDI)).statusCode() == 200
                        && orders.send(orders.eventAbout("lost", "A-1008", HEIDI)).statusCode()
                                == 200);
        await("its customer is told before she asks", () -> mailsTo(HEIDI) == 1);
        check(
                "and support has an urgent case",
                agent("Sam")
                        .get("/desk/follow-ups/A-1008~delivery")
                        .body()
                        .string("severity")
                        .equals("urgent"));
    }

    private static List<String> letters(Desk desk) {
        return desk.get(GRACES_PATH).body().object("reply").objects("letters").stream()
                .map(letter -> letter.string("text"))
                .toList();
    }

    private static List<String> fates(Desk desk) {
        return promises(desk).map(promise -> promise.string("fate")).toList();
    }

    private void showLedger(Desk desk) {
        promises(desk)
                .map(
                        promise ->
                                "      made %s, by %s: %s at %s"
                                        .formatted(
                                                promise.string("madeAt"),
                                                promise.string("by"),
                                                promise.string("fate"),
                                                promise.string("endedAt")))
                .forEach(console::line);
    }

    private static Stream<JsonObject> promises(Desk desk) {
        return desk.get(GRACES_PATH).body().objects("promises").stream();
    }

    private void decisionsCanBeRead() {
        Desk robin = agent("Robin");
        JsonObject cancelled = robin.get("/desk/orders/A-1006").body();
        check(
                "the cancelled order's page says why its delivery was not asked about",
                decisions(cancelled).equals(List.of("plan", "switch"))
                        && cancelled
                                .objects("surveys")
                                .getFirst()
                                .string("state")
                                .equals("skipped"));
        JsonObject answered = robin.get("/desk/orders/A-1001").body().objects("surveys").getFirst();
        check(
                "an answered order's page shows what was asked and answered",
                answered.string("state").equals("answered")
                        && answered.object("decidedWhenDue").string("decision").equals("send")
                        && answered.object("reply").integer("score") == 10);
    }

    private static List<String> decisions(JsonObject order) {
        return order.objects("decisions").stream().map(row -> row.string("decision")).toList();
    }

    private void everyReplyIsCounted() {
        await(
                "each of the replies is counted once, and each survey and case",
                () ->
                        counted("counted#delivery#") + counted("counted#follow-up#")
                                        == runner.items("RepliesTable").size()
                                && counted("counted#cases~")
                                        == runner.items("FollowUpsTable").size()
                                && counted("counted#surveys~") > 0);
    }

    /** How many things are noted as counted under what begins so. */
    private long counted(String segment) {
        return runner.items("ScoresTable").stream()
                .filter(row -> new Item(row).string("segment").startsWith(segment))
                .count();
    }

    private void theLeadReadsWhatCustomersSaid() {
        Desk lead = lead("Charlie");
        check(
                "replies of the shop's former tool are taken over",
                new Reports(runner, console).areTakenOver());
        await(
                "a report has them, with how sure the figure is, and what cost most",
                () -> {
                    JsonObject report = lead.get("/insights/report" + Reports.query()).body();
                    return report.integer("replies") == Reports.PROMOTERS + Reports.LATE
                            && isFigure(report.object("figure"))
                            && report.objects("friction")
                                    .getFirst()
                                    .string("reason")
                                    .equals("late");
                });
    }

    private static boolean isFigure(JsonObject figure) {
        return decimal(figure, "value") == Reports.NPS
                && decimal(figure, "low") < Reports.NPS
                && decimal(figure, "high") > Reports.NPS;
    }

    private static double decimal(JsonObject figure, String name) {
        return figure.findDecimal(name).orElseThrow().doubleValue();
    }

    private void theLeadTakesRepliesAlong() {
        Desk lead = lead("Charlie");
        String id = lead.askForReplies("the-story").body().string("id");
        await(
                "the lead takes the replies along as a file",
                () -> lead.get("/insights/exports/" + id).body().string("state").equals("done"));
        String url = lead.get("/insights/exports/" + id).body().object("file").string("url");
        String csv = Web.send(HttpRequest.newBuilder(URI.create(url)).build()).body();
        check(
                "each of them is in it, and no formula",
                csv.lines().count() == 1 + Reports.PROMOTERS + Reports.LATE
                        && csv.contains("'=SUM(1) It came a week late"));
    }

    private void aCustomerWantsToBeForgotten() {
        String asked = lead("Charlie").askForData("erase", GRACE, "the-story").body().string("id");
        check(
                "one lead asks that a customer is forgotten, and another confirms it",
                lead("Dana").confirmDataRequest(asked, GRACE).status() < 300);
        await(
                "it is done, and proven without a word of hers",
                () -> {
                    Desk.Answer proof = lead("Charlie").get("/customer-data/requests/" + asked);
                    return proof.body().string("state").equals("done")
                            && !proof.toString().contains(GRACE);
                });
        console.line(
                "      "
                        + Json.write(
                                lead("Charlie")
                                        .get("/customer-data/requests/" + asked)
                                        .body()
                                        .members()));
        check(
                "no table knows her any more, and what she said still counts",
                runner.tables().stream()
                                .flatMap(table -> runner.items(table).stream())
                                .noneMatch(item -> item.toString().contains(GRACE))
                        && counted("counted#delivery#") > 0);
    }

    private Desk lead(String name) {
        return new Desk(runner.api("DeskApi"), runner.leadToken("lead-" + name, name));
    }

    private void nothingFailed() {
        check(
                "no message failed, and nobody is asked again",
                runner.deadLetterQueues().stream().allMatch(queue -> runner.waiting(queue) == 0)
                        && runner.mails().size() == 19);
    }

    private Desk agent(String name) {
        return new Desk(runner.api("DeskApi"), runner.token("agent-" + name, name));
    }

    private Mail mailTo(String customer) {
        return runner.mails().stream()
                .filter(mail -> mail.to().equals(customer))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("no mail to " + customer));
    }

    private Mail lastMailTo(String customer) {
        return runner.mails().stream()
                .filter(mail -> mail.to().equals(customer))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new StoryFailed("no mail to " + customer));
    }

    private long mailsTo(String customer) {
        return runner.mails().stream().filter(mail -> mail.to().equals(customer)).count();
    }

    private void check(String what, boolean cameTrue) {
        if (!cameTrue) {
            throw new StoryFailed(what);
        }
        step++;
        console.line("%4d  %s".formatted(step, what));
    }

    private void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        boolean cameTrue = condition.getAsBoolean();
        while (!cameTrue && Instant.now().isBefore(end)) {
            Pause.of(READING_TIME);
            cameTrue = condition.getAsBoolean();
        }
        check(what, cameTrue);
    }

    private static String seconds(Instant since) {
        return "%.1f s".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
