package dev.doorstep.playbook;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what a rule asks for. */
record ConditionReader(Doubts doubts) {
    private static final int MOST_DAYS = 365;
    private static final int MOST_CASES = 1_000;
    private static final BigDecimal MOST_VALUE = new BigDecimal(100_000_000);
    private static final Pattern LONG_LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final List<String> METRICS =
            Arrays.stream(Metric.values()).map(Metric::name).toList();
    private static final List<String> NAMES =
            List.of(
                    "touchpoints",
                    "score",
                    "answers",
                    "reasons",
                    "orderValue",
                    "daysLate",
                    "languages",
                    "earlierCases",
                    "wishesCall");

    List<Condition> read(Node node) {
        Node.Members when = node.members();
        when.allow("condition", NAMES);
        when.requireSome();
        if (when.find("score").isPresent() && when.find("answers").isPresent()) {
            throw when.place()
                    .wrong(
                            "\"score\" and \"answers\" exclude each other: an answer has a score or"
                                    + " it has none");
        }
        return when.byName().values().stream().map(this::condition).toList();
    }

    private Condition condition(Node.Member member) {
        Node node = member.value();
        return switch (member.name()) {
            case "touchpoints" -> touchpoints(node);
            case "score" -> score(node.members());
            case "answers" -> answers(node);
            case "reasons" -> reasons(node);
            case "orderValue" -> value(node.members());
            case "daysLate" -> daysLate(node.members());
            case "languages" -> languages(node);
            case "earlierCases" -> earlierCases(node.members());
            case "wishesCall" -> new Condition.WishesCall(node.truth());
            default -> throw new IllegalStateException("a name is allowed that is not read");
        };
    }

    private static Condition touchpoints(Node node) {
        return new Condition.Touchpoints(
                node.words("touchpoint", Touchpoint::find, RuleReader.ids(Touchpoint.values())));
    }

    private Condition score(Node.Members score) {
        score.allow("entry of a score", List.of("metric", "min", "max"));
        Metric metric = score.require("metric").word("metric", ConditionReader::metric, METRICS);
        return new Condition.Score(
                metric, range(score, node -> whole(node, metric.lowest(), metric.highest())));
    }

    private static Optional<Metric> metric(String name) {
        return Arrays.stream(Metric.values()).filter(each -> each.name().equals(name)).findFirst();
    }

    private static Condition answers(Node node) {
        return new Condition.Answers(
                node.words("answer", AnswerKind::find, RuleReader.ids(AnswerKind.values())));
    }

    private static Condition reasons(Node node) {
        return new Condition.GivenReasons(
                node.words(
                        "reason",
                        id -> Optional.of(id).filter(Reasons.IDS::contains),
                        Reasons.IDS));
    }

    private Condition value(Node.Members values) {
        values.requireSome();
        Map<String, Range> perCurrency = new LinkedHashMap<>();
        for (Node.Member member : values.byName().values()) {
            String currency = Currencies.require(member);
            Node.Members range = member.value().members();
            range.allow("bound", List.of("min", "max"));
            perCurrency.put(
                    currency, range(range, node -> node.number(BigDecimal.ZERO, MOST_VALUE)));
        }
        return new Condition.Value(perCurrency);
    }

    private Condition daysLate(Node.Members days) {
        days.allow("bound", List.of("min"));
        return new Condition.DaysLate(range(days, node -> whole(node, 1, MOST_DAYS)));
    }

    private Condition earlierCases(Node.Members cases) {
        cases.allow("bound", List.of("min", "max"));
        return new Condition.EarlierCases(range(cases, node -> whole(node, 0, MOST_CASES)));
    }

    private static Condition languages(Node node) {
        return new Condition.Languages(
                node.words(
                        "language",
                        tag -> Optional.of(tag).filter(ConditionReader::isLanguage),
                        Set.of("de, en, fr and so on: the language alone, without a country")));
    }

    /** ISO 639's two letters as BCP 47 writes them, or three for a language that has no two. */
    static boolean isLanguage(String tag) {
        return LONG_LANGUAGE.matcher(tag).matches() || shortLanguages().contains(tag);
    }

    static List<String> shortLanguages() {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> Locale.of(tag).getLanguage().equals(tag))
                .toList();
    }

    private static BigDecimal whole(Node node, int least, int most) {
        return BigDecimal.valueOf(node.whole(least, most));
    }

    private Range range(Node.Members node, Function<Node, BigDecimal> bound) {
        Optional<BigDecimal> min = node.find("min").map(bound);
        Optional<BigDecimal> max = node.find("max").map(bound);
        if (min.isEmpty() && max.isEmpty()) {
            throw node.place().wrong("a bound is missing here: \"min\" or \"max\"");
        }
        if (Range.isContradictory(min, max)) {
            doubts.raise(
                    node.require("min")
                            .place()
                            .senseless("nothing lies in between: \"min\" is greater than \"max\""));
            return new Range(min, Optional.empty());
        }
        return new Range(min, max);
    }
}
