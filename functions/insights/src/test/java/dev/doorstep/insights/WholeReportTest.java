package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.figures.Share;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.scores.Tally;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a report tells beside the figure: what costs customers, who was asked, who was helped. */
class WholeReportTest {
    private static final Days NOVEMBER =
            new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-28"));
    private static final LocalDate DAY = LocalDate.parse("2026-11-10");

    private final Scores scores = new Scores(DynamoDbLocal.client(), Tables.create("ScoresTable"));
    private final Reports reports =
            new Reports(
                    scores,
                    Samples.PROGRAMME,
                    Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC));
    private int counted;

    @Test
    void putsFirstWhatCostsMostOfAllTouchpoints() {
        replies(Touchpoint.DELIVERY, "10", 60, "fast");
        replies(Touchpoint.DELIVERY, "2", 20, "late");
        replies(Touchpoint.DELIVERY, "8", 20);
        replies(Touchpoint.RETURN, "6", 40);
        replies(Touchpoint.RETURN, "1", 40, "refund");

        Report report = report();

        assertThat(report.friction())
                .extracting(
                        point -> point.touchpoint().id(),
                        point -> point.friction().reason(),
                        point -> Math.round(point.friction().cost()))
                .containsExactly(
                        tuple("return", "refund", 50L),
                        tuple("delivery", "late", 35L),
                        tuple("delivery", "fast", -90L));
        assertThat(report.drivers())
                .extracting(driver -> driver.reason())
                .containsExactly("late", "fast");
        assertThat(report.drivers().getFirst().difference().orElseThrow())
                .isCloseTo(2 - (60 * 10 + 20 * 8) / 80.0, within(1e-9));
    }

    @Test
    void tellsHowManyAnsweredOfThoseWhoWereAskedOnADayWheneverTheyDid() {
        surveys(SurveyTally.SENT, 10);
        surveys(SurveyTally.BOUNCED, 2);
        surveys("skipped~capped", 5);
        surveys("skipped~no-address", 1);
        answered("2026-11-10", DAY, 3);
        answered("2026-11-10", DAY.plusDays(30), 1);
        answered("2026-10-31", DAY, 7);
        answered("2026-11-10", DAY.plusDays(60), 1);

        Invitations surveys = report().surveys();

        assertThat(surveys.responseRate()).contains(new Share(4, 10));
        assertThat(surveys.bounced()).isEqualTo(2);
        assertThat(surveys.skipped()).isEqualTo(Map.of("capped", 5L, "no-address", 1L));
    }

    @Test
    void tellsWhatBecameOfThePromises() {
        cases(CaseTally.KEPT, Optional.of("20"), Optional.of(CaseTally.RECOVERED), 4);
        cases(CaseTally.KEPT, Optional.of("60"), Optional.of("unanswered"), 3);
        cases(CaseTally.BROKEN, Optional.of("600"), Optional.of("not-recovered"), 1);
        cases(CaseTally.OPEN, Optional.empty(), Optional.empty(), 2);
        cases(CaseTally.CALLED_OFF, Optional.empty(), Optional.empty(), 1);

        Care care = report().care();

        assertThat(care.cases()).isEqualTo(11);
        assertThat(care.kept()).isEqualTo(new Share(7, 8));
        assertThat(care.broken()).isEqualTo(1);
        assertThat(care.open()).isEqualTo(2);
        assertThat(care.calledOff()).isEqualTo(1);
        assertThat(care.firstContact().orElseThrow().median()).isEqualTo(Duration.ofMinutes(40));
        assertThat(care.firstContact().orElseThrow().of()).isEqualTo(8);
        assertThat(care.recovered()).isEqualTo(new Share(4, 8));
    }

    @Test
    void saysNothingOfNothing() {
        Report report = report();

        assertThat(report.friction()).isEmpty();
        assertThat(report.drivers()).isEmpty();
        assertThat(report.surveys().responseRate()).isEmpty();
        assertThat(report.care().firstContact()).isEmpty();
        assertThat(report.care().cases()).isZero();
    }

    private Report report() {
        return reports.make(
                new ReportRequest(
                        Touchpoint.DELIVERY, NOVEMBER, Optional.empty(), Optional.empty()));
    }

    private void replies(Touchpoint touchpoint, String score, int number, String... reasons) {
        Metric metric = Samples.PROGRAMME.requirePlan(touchpoint).metric();
        Map<String, Set<String>> values = new TreeMap<>(Map.of("all", Set.of("all")));
        if (reasons.length > 0) {
            values.put("reason", Set.of(reasons));
        }
        count(ReplyTally.about(touchpoint, metric), DAY, score, values, number);
    }

    private void answered(String sentOn, LocalDate day, int number) {
        count("delivery", day, "9", Map.of(ReplyTally.SENT_ON, Set.of(sentOn)), number);
    }

    private void surveys(String outcome, int number) {
        count("surveys~delivery", DAY, outcome, Map.of("all", Set.of("all")), number);
    }

    private void cases(
            String promise, Optional<String> contact, Optional<String> recovery, int number) {
        Map<String, Set<String>> values = new TreeMap<>();
        values.put("promise", Set.of(promise));
        contact.ifPresent(minutes -> values.put("contact", Set.of(minutes)));
        recovery.ifPresent(verdict -> values.put("recovery", Set.of(verdict)));
        count("cases~delivery", DAY, "cases", values, number);
    }

    private void count(
            String about,
            LocalDate day,
            String counter,
            Map<String, Set<String>> values,
            int number) {
        Tally tally = new Tally(about, day, counter, new TreeMap<>(values));
        scores.count(
                IntStream.range(0, number)
                        .mapToObj(i -> new Counted(about, day, "A-" + counted++, 1, tally))
                        .toList());
    }
}
