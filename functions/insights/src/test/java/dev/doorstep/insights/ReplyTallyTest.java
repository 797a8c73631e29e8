package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.NOW;
import static dev.doorstep.insights.Samples.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderSurveys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class ReplyTallyTest {
    private static final Reply NINE = Samples.reply("A-1001~delivery", 1, 9);

    private final ReplyTally tally = new ReplyTally(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "-PT1H, on-time",
        "PT0S, on-time",
        "PT1S, 1",
        "PT24H, 1",
        "PT24H1S, 2",
        "P7D, 7",
        "P7DT1S, over-7",
        "P400D, over-7"
    })
    void countsEachDayThatWasBegunAfterThePromise(Duration late, String daysLate) {
        Instant promised = NOW.minus(Duration.ofDays(500));
        OrderSurveys order =
                Samples.order(
                        "A-1001",
                        "DHL",
                        Optional.empty(),
                        List.of(),
                        Optional.of(promised),
                        Optional.of(promised.plus(late)));

        assertThat(values(NINE, Optional.of(order), "days-late")).containsExactly(daysLate);
    }

    @Test
    void countsWhatIsNotKnownAsUnknown() {
        OrderSurveys order =
                Samples.order(
                        "A-1001",
                        " ",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());

        for (String dimension : List.of("carrier", "country", "product-group", "days-late")) {
            assertThat(values(NINE, Optional.of(order), dimension)).containsExactly("unknown");
        }
        assertThat(values(NINE, Optional.empty(), "language")).containsExactly("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"' DHL '|dhl", "Dhl|dhl", "DHL#Express|dhl express", "ÄÖ|äö"})
    void countsTogetherWhatIsOnlyWrittenOtherwise(String carrier, String value) {
        OrderSurveys order = Samples.order("A-1001", carrier, "DE");

        assertThat(values(NINE, Optional.of(order), "carrier")).containsExactly(value);
    }

    @Test
    void cutsLongNamesBetweenCharacters() {
        OrderSurveys order = Samples.order("A-1001", "\uD83D\uDE80".repeat(50), "DE");

        assertThat(values(NINE, Optional.of(order), "carrier"))
                .containsExactly("\uD83D\uDE80".repeat(40));
    }

    @Test
    void countsAReplyUnderNoMoreThanTwentyValuesOfADimension() {
        List<String> reasons = IntStream.range(0, 60).mapToObj(i -> "reason-" + i).toList();
        Reply reply =
                Samples.reply(
                        "A-1001~delivery",
                        1,
                        new Answer.Score(9),
                        Evidence.CONFIRMED,
                        NOW,
                        reasons);

        assertThat(values(reply, Optional.empty(), "reason")).hasSize(20);
    }

    @Test
    void keepsScalesApart() {
        assertThat(ReplyTally.about(Touchpoint.DELIVERY, Metric.NPS)).isEqualTo("delivery");
        assertThat(ReplyTally.about(Touchpoint.DELIVERY, Metric.CSAT)).isEqualTo("delivery~csat");
        for (Touchpoint touchpoint : Touchpoint.values()) {
            assertThat(List.of(Metric.values()))
                    .extracting(metric -> ReplyTally.about(touchpoint, metric))
                    .doesNotHaveDuplicates();
            assertThat(ReplyTally.about(touchpoint, PROGRAMME.requirePlan(touchpoint).metric()))
                    .isEqualTo(touchpoint.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T21:59:59Z, 2026-10-24",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T22:59:59Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30"
    })
    void filesAReplyUnderTheShopsDayWhereClocksChange(Instant at, LocalDate day) {
        Reply reply =
                Samples.reply(
                        "A-1001~delivery",
                        1,
                        new Answer.Score(9),
                        Evidence.CONFIRMED,
                        at,
                        List.of());

        Counted counted = tally.of(reply, Optional.empty(), Optional.empty());

        assertThat(counted.day()).isEqualTo(day).isEqualTo(counted.tally().day());
    }

    @Test
    void tellsOnWhichDayOfTheShopTheMailWentOutThatItAnswers() {
        Optional<Instant> sentAt = Optional.of(Instant.parse("2026-11-23T23:00:00Z"));

        assertThat(tally.of(NINE, Optional.empty(), sentAt).tally().values())
                .containsEntry("sent-on", Set.of("2026-11-24"));
        assertThat(tally.of(NINE, Optional.empty(), Optional.empty()).tally().values())
                .doesNotContainKey("sent-on");
        assertThat(Dimension.values()).extracting(Dimension::id).doesNotContain("sent-on");
    }

    private Set<String> values(Reply reply, Optional<OrderSurveys> known, String dimension) {
        Optional<Order> order = known.map(surveys -> surveys.order(PROGRAMME));
        return tally.of(reply, order, Optional.empty())
                .tally()
                .values()
                .getOrDefault(dimension, Set.of());
    }
}
