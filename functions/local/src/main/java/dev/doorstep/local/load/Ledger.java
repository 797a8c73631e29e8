package dev.doorstep.local.load;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What must be there in the end: everything, once. */
final class Ledger {
    private static final int MOST_EXAMPLES = 5;

    private final LocalRunner runner;
    private final int orders;

    /**
     * @param orders how many were delivered
     */
    Ledger(LocalRunner runner, int orders) {
        this.runner = runner;
        this.orders = orders;
    }

    int orders() {
        return orders;
    }

    /** How many customers answer. */
    long replies() {
        return numbers(Customers::answers);
    }

    /** How many customers are unhappy. */
    long unhappy() {
        return numbers(Customers::isUnhappy);
    }

    /** Surveys, and acknowledgements to the unhappy. */
    long mails() {
        return orders + unhappy();
    }

    /**
     * Compares what is kept and was mailed with what the orders and answers make necessary.
     *
     * @param taken the cases that agents were given, as often as they were
     * @return what is not right; empty if everything is
     */
    List<String> check(List<String> taken) {
        Map<String, Item> surveys = byKey("SurveysTable", "orderId");
        Map<String, Item> replies = byKey("RepliesTable", "surveyId");
        Map<String, Item> cases = byKey("FollowUpsTable", "followUpId");
        List<String> wrong = new ArrayList<>();
        compare("surveys", surveys.size(), orders, wrong);
        compare("replies", replies.size(), replies(), wrong);
        compare("follow-ups", cases.size(), unhappy(), wrong);
        compare("mails", runner.mails().size(), mails(), wrong);
        compare("cases handed to agents", taken.size(), unhappy(), wrong);
        for (String queue : runner.deadLetterQueues()) {
            compare(queue, runner.waiting(queue), 0, wrong);
        }
        name(
                "orders that did not come through, or not once",
                badOrders(surveys, replies, cases, taken),
                wrong);
        name("mails whose fate is open", unsettledMails(), wrong);
        return wrong;
    }

    private List<String> badOrders(
            Map<String, Item> surveys,
            Map<String, Item> replies,
            Map<String, Item> cases,
            List<String> taken) {
        Map<String, Long> mails = counted(runner.mails().stream().map(Mail::to).toList());
        Map<String, Long> owners = counted(taken);
        List<String> bad = new ArrayList<>();
        for (int number = 0; number < orders; number++) {
            String survey = Shop.order(number) + "~delivery";
            long ifUnhappy = Customers.isUnhappy(number) ? 1 : 0;
            boolean isRight =
                    find(surveys, Shop.order(number)).filter(Ledger::isAskedOnce).isPresent()
                            && isRight(find(replies, survey), number)
                            && find(cases, survey).stream().count() == ifUnhappy
                            && owners.getOrDefault(survey, 0L) == ifUnhappy
                            && mails.getOrDefault(Shop.customer(number), 0L) == 1 + ifUnhappy;
            if (!isRight) {
                bad.add(Shop.order(number));
            }
        }
        return bad;
    }

    private static boolean isAskedOnce(Item order) {
        List<Item> surveys = order.items("surveys");
        return order.items("events").size() == 1
                && surveys.size() == 1
                && surveys.getFirst().string("state").equals("sent");
    }

    private static boolean isRight(Optional<Item> reply, int number) {
        return Customers.answers(number)
                ? reply.filter(r -> r.number("score") == Customers.score(number))
                        .filter(r -> r.string("evidence").equals("confirmed"))
                        .isPresent()
                : reply.isEmpty();
    }

    private List<String> unsettledMails() {
        return runner.items("MailsTable").stream()
                .map(Item::new)
                .filter(mail -> !mail.string("state").equals("sent"))
                .map(mail -> mail.string("mailId"))
                .filter(mail -> !mail.endsWith("~survey")) // that one its survey tells of
                .toList();
    }

    private Map<String, Item> byKey(String table, String key) {
        return runner.items(table).stream()
                .map(Item::new)
                .collect(Collectors.toMap(item -> item.string(key), Function.identity()));
    }

    private static Optional<Item> find(Map<String, Item> items, String key) {
        return Optional.ofNullable(items.get(key));
    }

    private static Map<String, Long> counted(Collection<String> names) {
        return names.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private long numbers(IntPredicate which) {
        return IntStream.range(0, orders).filter(which).count();
    }

    private static void compare(String what, long found, long expected, List<String> wrong) {
        if (found != expected) {
            wrong.add("%s: %,d instead of %,d".formatted(what, found, expected));
        }
    }

    private static void name(String what, List<String> found, List<String> wrong) {
        if (!found.isEmpty()) {
            wrong.add(
                    "%s: %,d, such as %s"
                            .formatted(
                                    what,
                                    found.size(),
                                    found.stream().limit(MOST_EXAMPLES).toList()));
        }
    }
}
