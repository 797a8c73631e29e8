package dev.doorstep.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What happens between an order and a resolved case, part by part. */
final class Scenarios {
    private static final String ORDER_EVENTS = "OrderEventsFunction";
    private static final String TIMEKEEPER = "TimekeeperFunction";
    private static final String SENDER = "SurveySenderFunction";
    private static final String PAGE = "SurveyPageFunction";
    private static final String ESCALATOR = "EscalatorFunction";
    private static final String DESK = "SupportDeskFunction";
    private static final String EMAIL_REPLY = "EmailReplyFunction";
    private static final String PROMISE_WATCH = "PromiseWatchFunction";
    private static final String PROMISES_DUE = "PromisesDueQueue";
    private static final String INSIGHTS = "InsightsFunction";
    private static final String CUSTOMER_DATA = "CustomerDataFunction";
    private static final String MAIL_EVENTS = "MailEventsFunction";
    private static final String ADA = "ada@customer.example";
    private static final String BOB = "bob@customer.example";
    private static final String EVE = "eve@customer.example";
    private static final String NOBODY = "bounce@simulator.amazonses.com";
    private static final String SURVEY = "A-1001~delivery";
    private static final String CANCELLATION = "A-1001~cancellation";
    private static final Map<String, Object> SORRY = Map.of("channel", "phone", "text", "Sorry.");
    private static final String ROBIN = "Robin";
    private static final String KIM = "Kim";
    private static final Map<String, String> BETTER = Map.of("answer", "10");
    private static final Map<String, String> WORSE =
            Map.of("answer", "2", "comment", "It came broken.");

    private static final Map<String, Object> MISSING =
            Map.of(
                    "id", "call-1",
                    "touchpoint", "delivery",
                    "notReceived", true,
                    "channel", "phone");

    private Scenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of(
                        "an order is delivered",
                        _ -> {},
                        people -> people.post("delivered"),
                        ORDER_EVENTS),
                Scenario.of(
                        "a delivery comes on the bus",
                        _ -> {},
                        people -> people.putOnBus("delivered-late"),
                        ORDER_EVENTS),
                Scenario.of(
                        "an event is posted twice",
                        people -> people.post("delivered"),
                        people -> people.post("delivered"),
                        ORDER_EVENTS),
                Scenario.of(
                        "a cancellation comes before its delivery",
                        people -> people.post("cancelled"),
                        people -> people.post("delivered-sixth"),
                        ORDER_EVENTS),
                Scenario.of(
                        "a survey comes due and is sent",
                        _ -> {},
                        people -> people.post("delivered"),
                        TIMEKEEPER,
                        SENDER,
                        MAIL_EVENTS),
                Scenario.of(
                        "a due survey is handed on twice",
                        people -> people.post("delivered"),
                        people -> people.comesDue("survey", SURVEY),
                        SENDER),
                Scenario.of(
                                "an order is sent back while its survey is being sent",
                                _ -> {},
                                people -> people.post("delivered"),
                                SENDER,
                                ORDER_EVENTS)
                        .interruptedAt(
                                SENDER, "ses:SendEmail", people -> people.post("return-completed")),
                Scenario.of(
                                "a customer's second order is delivered while the first is asked"
                                        + " about",
                                _ -> {},
                                people -> people.deliverAlso("A-2001", ADA),
                                SENDER)
                        .interruptedAt(
                                SENDER,
                                "dynamodb:UpdateItem",
                                people -> people.deliverAlso("A-2002", ADA))
                        .inAnyOrder("A-2001", "A-2002"),
                Scenario.of(
                        "a customer's second order is delivered after the first was asked about",
                        people -> people.post("delivered"),
                        people -> people.deliverAlso("A-2001", ADA),
                        ORDER_EVENTS),
                Scenario.of(
                        "who did not answer is reminded",
                        people -> people.post("delivered"),
                        people -> people.comesDue("reminder", SURVEY),
                        SENDER),
                Scenario.of(
                        "a happy customer answers",
                        people -> people.post("delivered"),
                        people -> people.answer(ADA, "9"),
                        PAGE,
                        ESCALATOR,
                        INSIGHTS),
                Scenario.of(
                        "an unhappy customer answers and is told when to expect us",
                        people -> people.post("delivered"),
                        people -> people.answer(ADA, "3"),
                        PAGE,
                        ESCALATOR,
                        MAIL_EVENTS),
                Scenario.of(
                        "a parcel was not received",
                        people -> people.post("delivered"),
                        people -> people.answer(ADA, "not-received"),
                        PAGE,
                        ESCALATOR),
                Scenario.of(
                        "a happy customer changes their mind",
                        people -> {
                            people.post("delivered");
                            people.settled(() -> people.answer(ADA, "9"));
                        },
                        people -> people.change(ADA, WORSE),
                        PAGE,
                        ESCALATOR,
                        INSIGHTS),
                Scenario.of(
                        "an unhappy customer becomes happy",
                        people -> {
                            people.post("delivered");
                            people.settled(() -> people.answer(ADA, "3"));
                        },
                        people -> people.change(ADA, BETTER),
                        PAGE,
                        ESCALATOR),
                Scenario.of(
                        "a customer wants no more surveys",
                        people -> people.post("delivered"),
                        people -> people.unsubscribe(ADA),
                        PAGE),
                Scenario.of(
                        "a customer answers the mail with a score",
                        people -> people.post("delivered"),
                        people -> people.write(ADA, "3, the lamp is broken."),
                        EMAIL_REPLY,
                        ESCALATOR),
                Scenario.of(
                        "a customer's mail is not clear, and its question is answered",
                        people -> people.post("delivered"),
                        people -> {
                            people.write(ADA, "7 or 8");
                            people.settled(() -> people.write(ADA, "8"));
                        },
                        EMAIL_REPLY,
                        MAIL_EVENTS),
                Scenario.of(
                        "a customer sends a photograph of the damage",
                        people -> people.post("delivered"),
                        people -> people.writeWithPhotograph(ADA, "This is what it looked like."),
                        EMAIL_REPLY,
                        ESCALATOR),
                Scenario.of(
                                "a customer presses while their mail is being read",
                                people -> people.post("delivered"),
                                people -> people.write(ADA, "3"),
                                EMAIL_REPLY)
                        .interruptedAt(
                                EMAIL_REPLY, "dynamodb:PutItem", people -> people.answer(ADA, "9")),
                Scenario.of(
                        "a customer writes that they want no more surveys",
                        people -> people.post("delivered"),
                        people -> people.write(ADA, "Stop"),
                        EMAIL_REPLY),
                Scenario.of(
                        "a mail is gone when it is to be read",
                        _ -> {},
                        People::tellOfMailThatIsGone,
                        EMAIL_REPLY),
                Scenario.of(
                        "a mail comes back for good",
                        _ -> {},
                        people -> people.deliverAlso("A-3001", NOBODY),
                        MAIL_EVENTS),
                Scenario.of("customers come two at a time", _ -> {}, Scenarios::twoAtATime),
                Scenario.of(
                        "support looks at a photograph",
                        people -> {
                            people.post("delivered");
                            people.settled(
                                    () -> people.writeWithPhotograph(ADA, "It came like this."));
                        },
                        people -> people.seePhotograph(ROBIN, SURVEY),
                        DESK),
                Scenario.of(
                        "a case is taken, worked and resolved",
                        Scenarios::anUnhappyCustomer,
                        people -> {
                            people.takeNext(ROBIN);
                            people.act(ROBIN, SURVEY, "claim", Map.of());
                            people.act(ROBIN, SURVEY, "contacted", SORRY);
                            people.act(
                                    ROBIN,
                                    SURVEY,
                                    "resolve",
                                    Map.of("outcome", "replaced", "rootCause", "lost"));
                            people.look(ROBIN, "A-1001");
                        },
                        DESK),
                Scenario.of(
                        "a customer calls about a parcel that has not come",
                        people -> people.post("delayed"),
                        people -> people.tell(ROBIN, "A-1001", MISSING),
                        DESK,
                        ESCALATOR),
                Scenario.of(
                        "an urgent case is given back, and who took it next went home",
                        people -> {
                            people.post("delivered");
                            people.settled(() -> people.answer(ADA, "not-received"));
                        },
                        people -> {
                            people.takeNext(ROBIN);
                            people.act(ROBIN, SURVEY, "release", Map.of());
                            people.takeNext(KIM);
                        },
                        DESK,
                        TIMEKEEPER),
                Scenario.of(
                        "a case is given back and taken by another",
                        people -> {
                            anUnhappyCustomer(people);
                            people.settled(() -> people.takeNext(ROBIN));
                        },
                        people -> {
                            people.act(ROBIN, SURVEY, "release", Map.of());
                            people.takeNext(KIM);
                        },
                        DESK),
                Scenario.of(
                        "most of a promise's time has passed",
                        people -> {
                            people.post("delivered");
                            people.openLongAgo(SURVEY, ADA, Duration.ofHours(20));
                        },
                        people -> people.comesDue(PROMISES_DUE, "promise", SURVEY + "~1"),
                        PROMISE_WATCH),
                Scenario.of(
                        "a promise breaks",
                        people -> {
                            people.post("delivered");
                            people.openLongAgo(SURVEY, ADA, Duration.ZERO);
                        },
                        people -> people.comesDue(PROMISES_DUE, "promise", SURVEY + "~1"),
                        PROMISE_WATCH),
                Scenario.of(
                        "a delivery is late by days",
                        people -> {
                            people.postPromising("placed", 1);
                            people.postPromising("delayed", 7);
                        },
                        people -> people.comesDue(PROMISES_DUE, "delivery-news", SURVEY),
                        PROMISE_WATCH),
                Scenario.of(
                        "a parcel is lost",
                        people -> {
                            people.postPromising("placed", 1);
                            people.post("lost");
                        },
                        people -> people.comesDue(PROMISES_DUE, "delivery-news", SURVEY),
                        PROMISE_WATCH),
                Scenario.of(
                        "an unhappy customer gets a voucher",
                        people -> {
                            people.post("delivered");
                            people.openLongAgo(CANCELLATION, ADA, Duration.ofHours(20));
                            people.act(ROBIN, CANCELLATION, "claim", Map.of());
                            people.act(ROBIN, CANCELLATION, "contacted", SORRY);
                        },
                        people ->
                                people.act(
                                        ROBIN,
                                        CANCELLATION,
                                        "resolve",
                                        Map.of(
                                                "outcome", "compensated",
                                                "rootCause", "other",
                                                "done", List.of("voucher"))),
                        DESK),
                Scenario.of(
                        "support writes to a customer",
                        people -> {
                            anUnhappyCustomer(people);
                            people.settled(() -> people.takeNext(ROBIN));
                        },
                        people ->
                                people.act(
                                        ROBIN,
                                        SURVEY,
                                        "messages",
                                        Map.of("text", "Dear Ada, we are sorry.")),
                        DESK,
                        PROMISE_WATCH),
                Scenario.of(
                        "replies are exported",
                        people -> people.leaveReply("A-4001~delivery", 3),
                        People::exportReplies,
                        INSIGHTS),
                Scenario.of(
                        "a week is over of which there is something to tell",
                        people -> {
                            people.leaveReply("A-4001~delivery", 7);
                            people.leaveReply("A-4002~delivery", 14);
                        },
                        people -> people.wake(INSIGHTS),
                        INSIGHTS),
                Scenario.of(
                        "a customer's data is exported",
                        Scenarios::aCustomerWhoWrote,
                        people -> people.askForData("export", ADA),
                        CUSTOMER_DATA),
                Scenario.of(
                        "a customer's data is erased",
                        Scenarios::aCustomerWhoWrote,
                        people -> people.askForData("erase", ADA),
                        CUSTOMER_DATA),
                // each of its calls goes wrong in the function's own tests, where a day is a day
                Scenario.of(
                        "data was kept for long enough",
                        people -> {
                            aCustomerWhoWrote(people);
                            people.deliverAlso("A-2001", BOB);
                            people.settled(() -> people.answer(BOB, "9"));
                        },
                        people -> people.wake(CUSTOMER_DATA)),
                Scenario.of(
                                "a customer changes their answer while the case is being taken",
                                Scenarios::anUnhappyCustomer,
                                people -> people.takeNext(ROBIN),
                                DESK,
                                PAGE,
                                ESCALATOR)
                        .interruptedAt(
                                DESK,
                                "dynamodb:TransactWriteItems",
                                people -> people.change(ADA, WORSE)));
    }

    /** Whoever sends two mails within a second asks for the rate at which SES takes them. */
    private static void twoAtATime(People people) {
        List<String> customers = List.of(BOB, EVE);
        people.deliverAlso("A-2001", customers.getFirst());
        people.deliverAlso("A-2002", customers.getLast());
        people.settled(() -> customers.forEach(customer -> people.write(customer, "7 or 8")));
        people.settled(() -> customers.forEach(customer -> people.answer(customer, "2")));
    }

    /** Their partner wrote, too. */
    private static void aCustomerWhoWrote(People people) {
        people.post("delivered");
        people.settled(() -> people.writeWithPhotograph(ADA, "3, it came like this."));
        people.settled(() -> people.writeFor(ADA, EVE, "Ada is away, I ask her."));
    }

    private static void anUnhappyCustomer(People people) {
        people.post("delivered");
        people.settled(() -> people.answer(ADA, "3"));
    }
}
