package dev.doorstep.local.faults;

import dev.doorstep.lambda.Json;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Mail;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that is kept, waits, or was mailed, without times and random ids: two histories that end in
 * equal states lost and doubled the same.
 *
 * @param parts by table, queue, and {@code mails} and {@code objects}
 */
record State(Map<String, List<String>> parts) {
    private static final Pattern TIME =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z|\\b1[78]\\d{8}\\b");
    private static final Pattern RANDOM =
            Pattern.compile(
                    "\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b[a-z2-7]{26}\\b|\\b[0-9a-f]{32}\\b|\\b[a-z0-9]{40}\\b");

    /** Counts writes, not facts: it tells two writers apart. A shard follows from what is in it. */
    private static final Set<String> NO_FACTS = Set.of("version", "shard");

    /** What became of a survey's first mail, its survey says. */
    private static final String NOTED_WITH_SURVEY = "~survey";

    private static final String MAIL_ID = "mailId";
    private static final String SCORES = "ScoresTable";

    /** Of these more than one is the same as one: a link that is never used, a hint, a timer. */
    private static final Set<String> SETS = Set.of("LinksTable", "TimersTable");

    private static final Set<String> HINTS = Set.of("FollowUpsQueue", "FollowUpsUrgentQueue");

    /** Takes the messages out of the queues. */
    static State of(LocalRunner runner) {
        Map<String, List<String>> parts = new TreeMap<>();
        for (String table : runner.tables()) {
            Stream<String> items =
                    runner.items(table).stream()
                            .map(item -> table.equals(SCORES) ? Counts.plain(item) : item)
                            .filter(item -> !item.isEmpty())
                            .map(item -> plain(table, item))
                            .sorted();
            parts.put(table, (SETS.contains(table) ? items.distinct() : items).toList());
        }
        Set<String> open = open(runner);
        for (String queue : runner.queues()) {
            List<String> messages = runner.drain(queue);
            parts.put(queue, HINTS.contains(queue) ? hints(messages, open) : plain(messages));
        }
        parts.put("objects", plain(keptObjects(runner)));
        parts.put("mails", runner.mails().stream().map(State::plain).sorted().toList());
        return new State(parts);
    }

    /** What an export sets aside between two runs is not read again, and goes with its day. */
    private static List<String> keptObjects(LocalRunner runner) {
        return runner.objects().stream().filter(name -> !name.contains("/rest/")).toList();
    }

    /** The same with two names in each other's place. */
    State swapped(String one, String another) {
        Map<String, List<String>> swapped = new TreeMap<>();
        parts.forEach(
                (part, lines) ->
                        swapped.put(
                                part,
                                lines.stream()
                                        .map(
                                                line ->
                                                        line.replace(one, "\0")
                                                                .replace(another, one)
                                                                .replace("\0", another))
                                        .toList()));
        return new State(swapped);
    }

    /** Where this state is not the other, line by line. */
    List<String> differences(State expected) {
        List<String> differences = new ArrayList<>();
        expected.parts.forEach(
                (part, lines) -> {
                    List<String> here = new ArrayList<>(parts.getOrDefault(part, List.of()));
                    List<String> missing = new ArrayList<>(lines);
                    lines.forEach(here::remove);
                    parts.getOrDefault(part, List.of()).forEach(missing::remove);
                    missing.forEach(line -> differences.add(part + " lacks " + line));
                    here.forEach(line -> differences.add(part + " has    " + line));
                });
        return differences;
    }

    private static Set<String> open(LocalRunner runner) {
        return Set.copyOf(
                runner.items("FollowUpsTable").stream()
                        .filter(item -> "open".equals(text(item, "state")))
                        .map(item -> text(item, "followUpId"))
                        .toList());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? "" : value.s();
    }

    /** A hint at a case that is not open decides nothing. */
    private static List<String> hints(List<String> messages, Set<String> open) {
        return messages.stream()
                .map(message -> Json.parseObject(message).string("reference"))
                .filter(open::contains)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> plain(List<String> messages) {
        return messages.stream().map(State::plain).sorted().toList();
    }

    private static String plain(Mail mail) {
        return mail.to() + ": " + plain(mail.subject());
    }

    private static String plain(String table, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> facts = new LinkedHashMap<>(item);
        if (table.equals("MailsTable") && text(item, MAIL_ID).endsWith(NOTED_WITH_SURVEY)) {
            facts.keySet().retainAll(Set.of(MAIL_ID));
        }
        if (!table.equals("RepliesTable")) {
            facts.keySet().removeAll(NO_FACTS);
        }
        return plain(text(facts));
    }

    private static String plain(String text) {
        return RANDOM.matcher(TIME.matcher(text).replaceAll("<time>")).replaceAll("<id>");
    }

    private static String text(Map<String, AttributeValue> item) {
        Map<String, String> sorted = new TreeMap<>();
        item.forEach((name, value) -> sorted.put(name, text(value)));
        return sorted.toString();
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case M -> text(value.m());
            case L -> value.l().stream().map(State::text).toList().toString();
            case S -> value.s();
            case N -> value.n();
            case BOOL -> value.bool().toString();
            default -> value.toString();
        };
    }
}
