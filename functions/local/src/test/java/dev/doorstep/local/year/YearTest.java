package dev.doorstep.local.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.figures.Change;
import dev.doorstep.figures.Figure;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reasons;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.FollowUpEnd;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class YearTest {
    private static final Programme PROGRAMME = Programme.load(new Environment(Map.of()));
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-29T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.parse("2025-11-29");
    private static final LocalDate LAST = LocalDate.parse("2026-11-28");
    private static final Year YEAR = year(1, 4_000);
    private static final Map<OrderId, Order> ORDERS =
            YEAR.orders().stream()
                    .map(order -> order.order(PROGRAMME))
                    .collect(Collectors.toMap(Order::id, Function.identity()));

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        Year one = year(7, 300);

        assertThat(year(7, 300)).isEqualTo(one);
        assertThat(year(8, 300).replies()).isNotEqualTo(one.replies());
    }

    @Test
    void has365DaysUpToYesterdayAndNothingHappensOutsideOfThem() {
        assertThat(YEAR.first()).isEqualTo(FIRST);
        assertThat(YEAR.last()).isEqualTo(LAST);
        assertThat(moments().map(YearTest::day)).allMatch(YearTest::isOfTheYear);
    }

    @Test
    void isWrittenAndReadAsItIs() {
        assertThat(YEAR.orders().stream().map(o -> Surveys.read(Surveys.item(o))))
                .isEqualTo(YEAR.orders());
        assertThat(YEAR.replies().stream().map(r -> Replies.read(Replies.item(r))))
                .isEqualTo(YEAR.replies());
        assertThat(YEAR.cases().stream().map(c -> FollowUps.read(FollowUps.item(c))))
                .isEqualTo(YEAR.cases());
    }

    @Test
    void asksAboutEverythingAndHearsFromThreeInTen() {
        assertThat(YEAR.orders()).hasSizeBetween(3_900, 4_000);
        assertThat(surveys(Survey.State.Sent.class)).isBetween(2_500L, 3_600L);
        assertThat(YEAR.replies().size() / (double) surveys(Survey.State.Sent.class))
                .isCloseTo(0.3, within(0.04));
        for (Touchpoint touchpoint : Touchpoint.values()) {
            assertThat(replies(r -> r.survey().touchpoint() == touchpoint))
                    .as(touchpoint.id())
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void skipsForAllReasonsThatThereAreInAYear() {
        Set<Reason> reasons =
                states(Survey.State.Skipped.class)
                        .map(Survey.State.Skipped::reason)
                        .collect(Collectors.toSet());

        assertThat(reasons)
                .contains(
                        Reason.CAPPED,
                        Reason.SUPPRESSED,
                        Reason.NO_ADDRESS,
                        Reason.OPTED_OUT,
                        Reason.TOO_LATE,
                        Reason.SWITCHED,
                        Reason.NOT_RETURNED,
                        Reason.ANSWERED);
        assertThat(surveys(Survey.State.Bounced.class)).isBetween(10L, 50L);
    }

    @Test
    void hasMoreOrdersBeforeChristmasAndInTheBeginningOfAWeek() {
        List<LocalDate> days =
                YEAR.orders().stream()
                        .map(order -> day(order.decisions().getFirst().eventTime()))
                        .toList();

        long december = days.stream().filter(d -> d.getMonthValue() == 12).count();
        long july = days.stream().filter(d -> d.getMonthValue() == 7).count();
        assertThat(december).isGreaterThan(3 * july / 2);
        assertThat(days.stream().filter(d -> d.getDayOfWeek() == DayOfWeek.MONDAY).count())
                .isGreaterThan(
                        days.stream().filter(d -> d.getDayOfWeek() == DayOfWeek.FRIDAY).count());
    }

    @Test
    void makesCustomersUnhappyWithWhatIsLate() {
        Figure inTime = figure(reply -> !isLate(reply));
        Figure late = figure(YearTest::isLate);

        assertThat(inTime.value()).isBetween(40.0, 75.0);
        assertThat(new Change(inTime, late).verdict()).isEqualTo(Change.Verdict.WORSE);
        assertThat(late.value()).isLessThan(inTime.value() - 40);
    }

    @Test
    void letsOneCarrierGetClearlyWorseInTheLastTwoMonthsAndNoOther() {
        for (Carrier carrier : Carrier.values()) {
            Predicate<Reply> isOfCarrier =
                    reply -> order(reply).carrier().equals(Optional.of(carrier.title()));
            Predicate<Reply> isInTheEnd =
                    reply -> day(reply.startedAt()).isAfter(LAST.minusDays(60));
            Change change =
                    new Change(
                            figure(isOfCarrier.and(isInTheEnd.negate())),
                            figure(isOfCarrier.and(isInTheEnd)));

            assertThat(change.verdict() == Change.Verdict.WORSE)
                    .as(carrier.title())
                    .isEqualTo(carrier == Carrier.PAKETO);
        }
    }

    @Test
    void givesReasonsThatThePageOffers() {
        assertThat(YEAR.replies())
                .allSatisfy(
                        reply ->
                                assertThat(Reasons.about(reply.survey().touchpoint()))
                                        .containsAll(reply.reasons()));
        assertThat(
                        replies(reply -> !reply.reasons().isEmpty()).size()
                                / (double) YEAR.replies().size())
                .isBetween(0.5, 0.9);
    }

    @Test
    void commentsInTheCustomersLanguage() {
        Comments comments = new Comments();
        List<Reply> commented = replies(reply -> reply.comment().isPresent());

        assertThat(commented.size() / (double) YEAR.replies().size())
                .isCloseTo(1.0 / 3, within(0.08));
        for (String language : Comments.LANGUAGES) {
            assertThat(comments.in(language)).hasSizeGreaterThan(20).doesNotHaveDuplicates();
            assertThat(
                            commented.stream()
                                    .filter(reply -> reply.channel() == Channel.PAGE)
                                    .filter(reply -> language.equals(language(reply)))
                                    .map(reply -> reply.comment().orElseThrow()))
                    .isNotEmpty()
                    .isSubsetOf(comments.in(language));
        }
    }

    @Test
    void comesOnSeveralWaysWithSomeThatSayNoScoreAndSomeThatLookAutomated() {
        assertThat(YEAR.replies().stream().map(Reply::channel))
                .contains(Channel.PAGE, Channel.MAIL, Channel.PHONE);
        assertThat(replies(reply -> reply.evidence() == Evidence.SUSPECT)).hasSizeBetween(5, 40);
        assertThat(replies(reply -> reply.answer() instanceof Answer.Unscored))
                .hasSizeBetween(5, 50);
        assertThat(replies(reply -> reply.answer() instanceof Answer.NotReceived))
                .hasSizeBetween(2, 40);
        assertThat(ORDERS.values().stream().flatMap(order -> order.country().stream()))
                .contains("DE", "AT", "LU", "FR", "IE");
    }

    @Test
    void looksAfterEveryoneWhoNeedsSomebodyAndClosesEachCase() {
        Set<SurveyId> cases = YEAR.cases().stream().map(FollowUp::id).collect(Collectors.toSet());

        assertThat(YEAR.cases()).noneMatch(FollowUp::isLive);
        assertThat(
                        replies(reply -> reply.attention().isPresent()).stream()
                                .map(Reply::survey)
                                .filter(id -> id.touchpoint() != Touchpoint.FOLLOW_UP))
                .isNotEmpty()
                .isSubsetOf(cases);
        assertThat(fates())
                .contains(
                        Promise.Fate.KEPT,
                        Promise.Fate.BROKEN,
                        Promise.Fate.MOVED,
                        Promise.Fate.CALLED_OFF);
        assertThat(
                        fates().filter(fate -> fate == Promise.Fate.KEPT).count()
                                / (double) fates().count())
                .isBetween(0.6, 0.95);
        assertThat(YEAR.cases().stream().filter(c -> c.recovery().isPresent()).count())
                .isBetween(10L, YEAR.cases().size() / 2L);
        assertThat(YEAR.cases()).anyMatch(followUp -> followUp.timesOpened() > 1);
    }

    @Test
    void tellsWhatHappenedToACaseInItsOrder() {
        assertThat(YEAR.cases())
                .allSatisfy(
                        followUp ->
                                assertThat(followUp.history().entries())
                                        .isSortedAccordingTo(
                                                Comparator.comparing(HistoryEntry::at)));
    }

    /** Who sees that a case has ended finds that the survey about it is there already. */
    @Test
    void leavesNothingToDecideOfCasesThatHelped() {
        Set<OrderId> surveyed =
                YEAR.orders().stream()
                        .filter(order -> order.survey(Touchpoint.FOLLOW_UP).isPresent())
                        .map(order -> order.facts().order())
                        .collect(Collectors.toSet());

        assertThat(YEAR.cases().stream().flatMap(followUp -> followUp.end().stream()))
                .filteredOn(FollowUpEnd::helped)
                .isNotEmpty()
                .allMatch(end -> surveyed.contains(end.followUp().order()));
    }

    private static Year year(long seed, int orders) {
        return Year.of(new YearOptions(seed, orders), PROGRAMME, CLOCK);
    }

    private static Stream<Instant> moments() {
        return Stream.of(
                        YEAR.orders().stream()
                                .flatMap(order -> order.decisions().stream())
                                .flatMap(row -> Stream.of(row.eventTime(), row.decidedAt())),
                        states(Survey.State.Sent.class).map(Survey.State.Sent::at),
                        states(Survey.State.Skipped.class).map(Survey.State.Skipped::at),
                        states(Survey.State.Bounced.class).map(Survey.State.Bounced::at),
                        YEAR.replies().stream()
                                .flatMap(r -> Stream.of(r.startedAt(), r.changedAt())),
                        YEAR.cases().stream()
                                .flatMap(followUp -> followUp.history().entries().stream())
                                .map(HistoryEntry::at))
                .flatMap(Function.identity());
    }

    private static boolean isOfTheYear(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PROGRAMME.zone());
    }

    private static <T extends Survey.State> Stream<T> states(Class<T> kind) {
        return YEAR.orders().stream()
                .map(OrderSurveys::surveys)
                .flatMap(surveys -> surveys.values().stream())
                .map(Survey::state)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static long surveys(Class<? extends Survey.State> kind) {
        return states(kind).count();
    }

    private static List<Reply> replies(Predicate<Reply> which) {
        return YEAR.replies().stream().filter(which).toList();
    }

    private static Stream<Promise.Fate> fates() {
        return YEAR.cases().stream()
                .flatMap(followUp -> followUp.ledger().promises().stream())
                .flatMap(promise -> promise.end().stream())
                .map(Promise.End::fate);
    }

    private static Order order(Reply reply) {
        return Objects.requireNonNull(ORDERS.get(reply.survey().order()));
    }

    private static String language(Reply reply) {
        return order(reply).customer().locale().getLanguage();
    }

    private static boolean isLate(Reply reply) {
        return order(reply).lateBy().filter(by -> by.isPositive()).isPresent();
    }

    private static Figure figure(Predicate<Reply> which) {
        Map<Integer, Long> counts =
                YEAR.replies().stream()
                        .filter(reply -> reply.metric() == Metric.NPS && reply.counts())
                        .filter(which)
                        .flatMap(reply -> score(reply).stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return Figure.of(dev.doorstep.figures.Histogram.of(Metric.NPS, counts)).orElseThrow();
    }

    private static Optional<Integer> score(Reply reply) {
        return reply.answer() instanceof Answer.Score score
                ? Optional.of(score.value())
                : Optional.empty();
    }
}
