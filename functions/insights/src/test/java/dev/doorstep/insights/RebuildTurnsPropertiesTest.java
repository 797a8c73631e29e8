package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.Scores;
import dev.doorstep.scores.Tally;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
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

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds what is counted as surveys and cases change to what is counted anew from what is kept of
 * them.
 */
class RebuildTurnsPropertiesTest {
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));
    private static final LocalDate FROM = LocalDate.parse("2026-11-01");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");
    private static final DynamoDbClient DYNAMO_DB = DynamoDbLocal.client();

    /** What becomes of an order's surveys, or of a case, step by step. */
    record Life(int number, List<Integer> steps) {}

    @Property(tries = 20)
    void countsTheSameAsSurveysChangeAndAnew(
            @ForAll("lives") List<Life> lives, @ForAll Random random) {
        House house = new House();

        List<Seen> records = lives.stream().flatMap(life -> house.orders(life).stream()).toList();

        house.holds(records, random, RebuildTurnsPropertiesTest::surveys);
    }

    @Property(tries = 20)
    void countsTheSameAsCasesChangeAndAnew(
            @ForAll("lives") List<Life> lives, @ForAll Random random) {
        House house = new House();

        List<Seen> records = lives.stream().flatMap(life -> house.cases(life).stream()).toList();

        house.holds(records, random, RebuildTurnsPropertiesTest::cases);
    }

    @Provide
    Arbitrary<List<Life>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99).list().ofMinSize(1).ofMaxSize(8))
                .as(Life::new)
                .list()
                .uniqueElements(Life::number)
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static final class House {
        private final Surveys surveys = new Surveys(DYNAMO_DB, Tables.create("SurveysTable"));
        private final FollowUps followUps =
                new FollowUps(DYNAMO_DB, Tables.create("FollowUpsTable"));
        private final Replies replies = new Replies(DYNAMO_DB, Tables.create("RepliesTable"));
        private final Timers timers = new Timers(DYNAMO_DB, Tables.create("TimersTable"));

        /** Each version as a stream shows it; the last one is kept. */
        List<Seen> orders(Life life) {
            List<Seen> records = new ArrayList<>();
            Optional<OrderSurveys> before = Optional.empty();
            OrderSurveys next = Samples.order("A-" + life.number(), "DHL", "DE");
            OrderSurveys unknown = OrderSurveys.unknown(next.facts().order());
            for (int step : life.steps()) {
                OrderSurveys was = before.orElse(unknown);
                next = surveys.write(was, after(next, step), timers).orElseThrow();
                records.add(new Seen.OfOrder(before, next));
                before = Optional.of(next);
            }
            return records;
        }

        private static OrderSurveys after(OrderSurveys order, int step) {
            Touchpoint touchpoint = step % 3 == 0 ? Touchpoint.RETURN : Touchpoint.DELIVERY;
            return Samples.in(order, touchpoint, state(step / 3));
        }

        /** Few, so that a survey often comes back to where it was. */
        private static Survey.State state(int step) {
            Instant at = Samples.NOW.plus(Duration.ofHours(12L * (step % 2)));
            return switch (step / 2 % 6) {
                case 0 -> new Survey.State.Planned();
                case 1 -> new Survey.State.Sending(at);
                case 2 -> new Survey.State.Sent(at, "ses-1");
                case 3 -> new Survey.State.Bounced(at, at.plusSeconds(60));
                case 4 -> new Survey.State.Skipped(at, Reason.NOT_DELIVERED);
                default -> new Survey.State.Skipped(at, Reason.CAPPED);
            };
        }

        List<Seen> cases(Life life) {
            List<Seen> records = new ArrayList<>();
            String survey = "A-" + life.number() + "~delivery";
            FollowUp before = Samples.followUp(survey, life.number() % 11, Samples.NOW);
            assertThat(followUps.open(before)).isTrue();
            records.add(new Seen.OfCase(Optional.empty(), before));
            for (int step : life.steps()) {
                FollowUp next = after(before, step);
                assertThat(followUps.change(before, next)).isTrue();
                records.add(new Seen.OfCase(Optional.of(before), next));
                before = next;
            }
            return records;
        }

        private static FollowUp after(FollowUp before, int step) {
            Instant at = Samples.NOW.plus(Duration.ofMinutes(step * 7L));
            FollowUp claimed = before.isLive() ? before.claimed(ROBIN, at, LEASE) : before;
            FollowUp next =
                    switch (step % 6) {
                        case 0 -> before.withHint();
                        case 1 ->
                                before.isLive()
                                        ? before.broken(Samples.promise(at), at)
                                        : before.withHint();
                        case 2 ->
                                before.isLive()
                                        ? claimed.contacted(
                                                ROBIN, at, LEASE, ContactChannel.PHONE, "Sorry.")
                                        : before.withHint();
                        case 3 -> judged(before, step, at);
                        default ->
                                before.isLive()
                                        ? claimed.resolved(
                                                ROBIN,
                                                new Resolution(
                                                        Outcome.REFUNDED, RootCause.WRONG_ITEM, at),
                                                Optional.empty())
                                        : before.withHint();
                    };
            return numbered(next, before.version() + 1);
        }

        private static FollowUp judged(FollowUp before, int step, Instant at) {
            int version = before.verdict().map(known -> known.reply().version() + 1).orElse(1);
            Reply verdict =
                    Samples.reply(before.id().order().value() + "~follow-up", version, step % 11);
            return before.judged(verdict, Samples.promise(at), at).orElseThrow();
        }

        /** Two things that happen in one write. */
        private static FollowUp numbered(FollowUp next, long version) {
            return new FollowUp(
                    next.id(),
                    next.state(),
                    next.severity(),
                    next.openedAt(),
                    next.ledger(),
                    next.reply(),
                    next.customer(),
                    next.claim(),
                    next.contactedAt(),
                    next.resolution(),
                    next.verdict(),
                    next.recovery(),
                    next.history(),
                    next.mails(),
                    next.hinted(),
                    version);
        }

        void holds(
                List<Seen> records, Random random, Function<Scores, Map<String, Object>> figures) {
            Scores live = new Scores(DYNAMO_DB, Tables.create("ScoresTable"));
            Scores rebuilt = new Scores(DYNAMO_DB, Tables.create("ScoresTable"));
            Scores both = new Scores(DYNAMO_DB, Tables.create("ScoresTable"));
            List<Seen> delivered = delivered(records, random);
            int meanwhile = random.nextInt(delivered.size() + 1);

            deliver(delivered, live, random);
            rebuild(rebuilt);
            deliver(delivered.subList(0, meanwhile), both, random);
            rebuild(both);
            deliver(delivered.subList(meanwhile, delivered.size()), both, random);

            assertThat(figures.apply(live)).isEqualTo(figures.apply(rebuilt));
            assertThat(figures.apply(both)).isEqualTo(figures.apply(rebuilt));
            rebuild(live);
            assertThat(figures.apply(live)).isEqualTo(figures.apply(rebuilt));
        }

        /** Each at least once, some again, in any order. */
        private static List<Seen> delivered(List<Seen> records, Random random) {
            List<Seen> all = new ArrayList<>(records);
            all.addAll(records.stream().filter(_ -> random.nextInt(3) == 0).toList());
            Collections.shuffle(all, random);
            return all;
        }

        private void deliver(List<Seen> records, Scores scores, Random random) {
            int from = 0;
            while (from < records.size()) {
                int to = Math.min(records.size(), from + 1 + random.nextInt(8));
                counting(scores).follow(records.subList(from, to));
                from = to;
            }
        }

        private void rebuild(Scores scores) {
            new Rebuild(replies, surveys, followUps, counting(scores)).run();
        }

        private Counting counting(Scores scores) {
            return new Counting(scores, surveys, PROGRAMME);
        }
    }

    private static Map<String, Object> surveys(Scores scores) {
        Map<String, Object> figures = new TreeMap<>();
        for (Touchpoint touchpoint : List.of(Touchpoint.DELIVERY, Touchpoint.RETURN)) {
            String about = SurveyTally.about(touchpoint);
            figures.put(about, read(scores, about, "all"));
            figures.put(about + " behind", behind(scores, about));
        }
        return figures;
    }

    private static Map<String, Object> cases(Scores scores) {
        Map<String, Object> figures = new TreeMap<>();
        String about = CaseTally.about(Touchpoint.DELIVERY);
        for (String dimension : List.of("all", "promise", "broken-on", "contact", "recovery")) {
            figures.put(dimension, read(scores, about, dimension));
        }
        figures.put("behind", behind(scores, about));
        return figures;
    }

    private static List<DayCounts> read(Scores scores, String about, String dimension) {
        return scores.read(about, dimension, FROM, TO);
    }

    /** A version that adds the same as the one before it is not remembered. */
    private static Map<String, Tally> behind(Scores scores, String about) {
        return scores.behind(about, Samples.TODAY).stream()
                .filter(counted -> !counted.tally().isNothing())
                .collect(Collectors.toMap(Counted::id, Counted::tally));
    }
}
