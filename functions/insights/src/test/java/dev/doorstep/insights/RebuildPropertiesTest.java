package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds what is counted as replies come to what is counted anew from what is kept of them. */
class RebuildPropertiesTest {
    private static final int ORDERS = 10;
    private static final int KNOWN_ORDERS = 7;
    private static final List<String> TOUCHPOINTS = List.of("delivery", "return", "follow-up");
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");

    /** Around midnight in Berlin, on days before, on and after those when clocks change. */
    private static final List<Instant> MOMENTS =
            Stream.of(
                            "2026-03-28T22:30:00Z",
                            "2026-03-28T23:00:00Z",
                            "2026-03-29T01:00:00Z",
                            "2026-03-29T21:59:59Z",
                            "2026-03-29T22:00:00Z",
                            "2026-10-24T22:30:00Z",
                            "2026-10-25T01:30:00Z",
                            "2026-10-25T22:30:00Z",
                            "2026-10-25T23:30:00Z")
                    .map(Instant::parse)
                    .toList();

    private static final DynamoDbClient DYNAMO_DB = DynamoDbLocal.client();
    private static final Surveys SURVEYS = surveys();
    private static final FollowUps NO_CASES =
            new FollowUps(DYNAMO_DB, Tables.create("FollowUpsTable"));

    /** What a reply becomes, version by version, from the moment at which it started. */
    record History(String survey, Instant start, List<Version> versions) {

        List<Reply> replies() {
            return IntStream.range(0, versions.size())
                    .mapToObj(i -> versions.get(i).of(survey, i + 1, start))
                    .toList();
        }
    }

    record Version(Answer answer, Evidence evidence, List<String> reasons, int hoursLater) {

        Reply of(String survey, int version, Instant start) {
            Instant recordedAt = version == 1 ? start : start.plusSeconds(hoursLater * 3600L);
            return Samples.reply(survey, version, answer, evidence, recordedAt, reasons, start);
        }
    }

    @Property(tries = 20)
    void countsTheSameAsRepliesComeAndAnew(
            @ForAll("histories") List<History> histories, @ForAll Random random) {
        Scores live = scores();
        Scores rebuilt = scores();
        Replies replies = new Replies(DYNAMO_DB, Tables.create("RepliesTable"));

        deliver(records(histories, random), live, random);
        keep(histories, replies);
        rebuild(replies, rebuilt);

        assertThat(figures(live)).isEqualTo(figures(rebuilt));
        assertThat(behind(live, histories)).isEqualTo(behind(rebuilt, histories));
        assertThat(numberOf(live)).isEqualTo(histories.size());
    }

    @Property(tries = 8)
    void countsTheSameWhereItIsCountedAnewWhileRepliesCome(
            @ForAll("histories") List<History> histories, @ForAll Random random) {
        Scores live = scores();
        Scores rebuilt = scores();
        Replies replies = new Replies(DYNAMO_DB, Tables.create("RepliesTable"));
        List<Reply> records = records(histories, random);
        int meanwhile = random.nextInt(records.size() + 1);
        keep(histories, replies);

        deliver(records, live, random);
        deliver(records.subList(0, meanwhile), rebuilt, random);
        rebuild(replies, rebuilt);
        deliver(records.subList(meanwhile, records.size()), rebuilt, random);
        rebuild(replies, rebuilt);

        assertThat(figures(rebuilt)).isEqualTo(figures(live));
    }

    @Provide
    Arbitrary<List<History>> histories() {
        Arbitrary<String> surveys =
                Combinators.combine(
                                Arbitraries.integers().between(0, ORDERS - 1),
                                Arbitraries.of(TOUCHPOINTS))
                        .as((order, touchpoint) -> "A-" + order + "~" + touchpoint);
        return Combinators.combine(
                        surveys,
                        Arbitraries.of(MOMENTS),
                        versions().list().ofMinSize(1).ofMaxSize(4))
                .as(History::new)
                .list()
                .uniqueElements(History::survey)
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Arbitrary<Version> versions() {
        Arbitrary<Answer> answers =
                Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.integers().between(0, 10).map(Answer.Score::new)),
                        Tuple.of(1, Arbitraries.of(new Answer.NotReceived())),
                        Tuple.of(1, Arbitraries.of(new Answer.Unscored())));
        return Combinators.combine(
                        answers,
                        Arbitraries.of(Evidence.values()),
                        Arbitraries.of("late", "damaged", "fast", "carrier")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.integers().between(0, 72))
                .as(Version::new);
    }

    /** Each version at least once, some again, in any order. */
    private static List<Reply> records(List<History> histories, Random random) {
        List<Reply> records = new ArrayList<>();
        histories.forEach(history -> records.addAll(history.replies()));
        List<Reply> again = records.stream().filter(_ -> random.nextInt(3) == 0).toList();
        records.addAll(again);
        Collections.shuffle(records, random);
        return records;
    }

    private static void deliver(List<Reply> records, Scores scores, Random random) {
        Counting counting = counting(scores);
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(8));
            counting.count(records.subList(from, to));
            from = to;
        }
    }

    private static void keep(List<History> histories, Replies replies) {
        for (History history : histories) {
            for (Reply reply : history.replies()) {
                assertThat(replies.write(replies.find(reply.survey()), reply)).isTrue();
            }
        }
    }

    private static Map<String, List<DayCounts>> figures(Scores scores) {
        Map<String, List<DayCounts>> figures = new TreeMap<>();
        for (String about : abouts()) {
            for (Dimension dimension : Dimension.values()) {
                figures.put(
                        about + " by " + dimension.id(),
                        scores.read(about, dimension.id(), FROM, TO));
            }
            figures.put(about + " by sending", scores.read(about, "sent-on", FROM, TO));
        }
        return figures;
    }

    /** All are on the scale of NPS. */
    private static List<String> abouts() {
        return List.of("delivery", "return~nps", "follow-up~nps");
    }

    private static long numberOf(Scores scores) {
        return abouts().stream()
                .flatMap(about -> scores.read(about, "all", FROM, TO).stream())
                .flatMap(day -> day.byValue().values().stream())
                .flatMap(counters -> counters.values().stream())
                .mapToLong(number -> number)
                .sum();
    }

    private static Set<Counted> behind(Scores scores, List<History> histories) {
        return histories.stream()
                .map(history -> LocalDate.ofInstant(history.start(), PROGRAMME.zone()))
                .distinct()
                .flatMap(
                        day ->
                                TOUCHPOINTS.stream()
                                        .flatMap(about -> scores.behind(about, day).stream()))
                .collect(Collectors.toSet());
    }

    private static Scores scores() {
        return new Scores(DYNAMO_DB, Tables.create("ScoresTable"));
    }

    private static void rebuild(Replies replies, Scores scores) {
        new Rebuild(replies, SURVEYS, NO_CASES, counting(scores)).run();
    }

    private static Counting counting(Scores scores) {
        return new Counting(scores, SURVEYS, PROGRAMME);
    }

    /** Of some orders nothing is known. */
    private static Surveys surveys() {
        Surveys surveys = new Surveys(DYNAMO_DB, Tables.create("SurveysTable"));
        Timers timers = new Timers(DYNAMO_DB, Tables.create("TimersTable"));
        for (int i = 0; i < KNOWN_ORDERS; i++) {
            OrderSurveys order =
                    Samples.order("A-" + i, i % 2 == 0 ? "DHL" : "UPS", "DE", "Group " + i % 3);
            Survey.State sent = new Survey.State.Sent(MOMENTS.get(i), "ses-" + i);
            OrderSurveys asked = i == 0 ? order : Samples.in(order, Touchpoint.DELIVERY, sent);
            assertThat(surveys.write(OrderSurveys.unknown(new OrderId("A-" + i)), asked, timers))
                    .isPresent();
        }
        return surveys;
    }
}
