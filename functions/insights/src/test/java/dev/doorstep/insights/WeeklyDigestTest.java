package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.mail.Mailer;
import dev.doorstep.programme.Programme;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestSes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The week is that from Monday, 16 November, to Sunday, 22 November 2026, in Berlin. */
class WeeklyDigestTest {
    private static final LocalDate IN_THE_WEEK = LocalDate.parse("2026-11-18");
    private static final String MORNING = "2026-11-23T06:00:00Z";
    private static final List<String> ADDRESSES = List.of("lee@example.com", "kim@example.com");

    private final InsightsHouse house = new InsightsHouse();
    private final TestSes ses = new TestSes();
    private final String mails = Tables.create("MailsTable");

    @AfterEach
    void close() {
        ses.close();
    }

    @Test
    void tellsWhatIsWorthKnowingOnceToEach() {
        aBadWeekAfterAGoodOne();

        assertThat(digest(MORNING).send()).isEqualTo(2);
        assertThat(digest(MORNING).send()).isZero();
        assertThat(digest("2026-11-25T12:00:00Z").send()).isZero();

        assertThat(ses.requests()).hasSize(2);
        assertThat(ses.requests())
                .extracting(WeeklyDigestTest::to)
                .containsExactlyElementsOf(ADDRESSES);
        String text = text(ses.requests().getFirst());
        assertThat(text).contains("16 Nov 2026 to 22 Nov 2026");
        assertThat(text).contains("Delivery, NPS: \u221262").contains("Worse than 9 Nov 2026");
        assertThat(text).contains(", from 21 replies.").contains(": 100 from 20 replies.");
        assertThat(text).contains("Took too long, Delivery: ").contains("points");
        assertThat(text).contains("value=late&counter=scored");
        assertThat(text).contains("Promises broken").contains("Delivery: 1");
        assertThat(text).contains("3 of 10: The parcel came a week late and nobody told me why.");
        assertThat(text)
                .contains("https://desk.example.com/insights?from=2026-11-16&to=2026-11-22");
    }

    /** Opened on Sunday, promised for Monday. */
    @Test
    void tellsOfAPromiseInTheWeekInWhichItBroke() {
        Instant sunday = Instant.parse("2026-11-15T12:00:00Z");
        FollowUp open = Samples.followUp("A-1~delivery", 3, sunday);
        count(open);
        assertThat(digest("2026-11-16T06:00:00Z").send()).isZero();

        count(broken(open));
        assertThat(digest("2026-11-16T14:00:00Z").send()).isZero();
        assertThat(digest(MORNING).send()).isEqualTo(2);
        assertThat(digest("2026-11-30T06:00:00Z").send()).isZero();

        assertThat(text(ses.requests().getFirst()))
                .contains("Promises broken")
                .contains("Delivery: 1");
    }

    @Test
    void tellsOfEachPromiseThatBrokeInTheWeekAndOfNoOther() {
        FollowUp open = Samples.followUp("A-1~delivery", 3, Instant.parse("2026-11-13T12:00:00Z"));
        count(broken(broken(broken(open))));
        count(broken(Samples.followUp("A-2~delivery", 3, Instant.parse("2026-11-21T12:00:00Z"))));
        count(broken(Samples.followUp("A-3~delivery", 3, Instant.parse("2026-11-22T12:00:00Z"))));
        count(broken(Samples.followUp("A-4~return", 3, Instant.parse("2026-11-18T12:00:00Z"))));

        digest(MORNING).send();

        assertThat(text(ses.requests().getFirst())).contains("Delivery: 2").contains("Return: 1");
    }

    @Test
    void saysNothingWhereNothingHappened() {
        house.reply("A-1", IN_THE_WEEK.minusWeeks(1), 3, "It was late, again, and nobody cares.");

        assertThat(digest(MORNING).send()).isZero();
        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void namesNoChangeThatIsNotClear() {
        house.reply("A-1", IN_THE_WEEK.minusWeeks(1), 10, "");
        house.reply("A-2", IN_THE_WEEK, 3, "");

        digest(MORNING).send();

        assertThat(text(ses.requests().getFirst())).contains("No figure changed clearly.");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T05:59:59Z, 0", "2026-11-23T06:00:00Z, 2", "2026-11-29T22:00:00Z, 2"})
    void comesOnMondayMorningOrWheneverItIsWokenAfterThat(String now, int mails) {
        house.reply("A-1", IN_THE_WEEK, 3, "It was late, again, and nobody cares.");

        assertThat(digest(now).send()).isEqualTo(mails);
    }

    @Test
    void goesOnWithThoseWhoHaveNotGotItYet() {
        house.reply("A-1", IN_THE_WEEK, 3, "It was late, again, and nobody cares.");
        ses.fail(429, "TooManyRequestsException");

        assertThatThrownBy(() -> digest(MORNING).send()).isInstanceOf(Unavailable.class);
        assertThat(digest(MORNING).send()).isEqualTo(2);
    }

    @Test
    void sendsToWhoeverIsPutInFrontAndToNobodyTwice() {
        house.reply("A-1", IN_THE_WEEK, 3, "It was late, again, and nobody cares.");
        digest(MORNING).send();

        List<String> more = List.of("new@example.com", "KIM@example.com", "lee@example.com");
        assertThat(digest("2026-11-23T07:00:00Z", more).send()).isEqualTo(1);

        assertThat(ses.requests())
                .extracting(WeeklyDigestTest::to)
                .containsExactly("lee@example.com", "kim@example.com", "new@example.com");
    }

    @Test
    void leadsNowhereWhereNobodyKnowsWhereThePageIs() {
        aBadWeekAfterAGoodOne();

        digest(MORNING, ADDRESSES, Optional.empty()).send();

        assertThat(text(ses.requests().getFirst()))
                .contains("Worse than")
                .doesNotContain("/insights");
    }

    private void aBadWeekAfterAGoodOne() {
        for (int i = 0; i < 20; i++) {
            house.reply("B-" + i, IN_THE_WEEK.minusWeeks(1), 10, "");
            house.reply("C-" + i, IN_THE_WEEK, i < 4 ? 10 : 2, "", i < 4 ? "fast" : "late");
        }
        house.reply(
                "A-1001",
                IN_THE_WEEK,
                3,
                "The parcel came a week late and nobody told me why.",
                "late");
        count(
                broken(
                        Samples.followUp(
                                "A-1001~delivery", 3, Instant.parse("2026-11-18T12:00:00Z"))));
    }

    private void count(FollowUp followUp) {
        house.scores.count(List.of(new CaseTally(Samples.PROGRAMME.zone()).of(followUp)));
    }

    /** Its promise broke, and there is one for the day after that. */
    private static FollowUp broken(FollowUp open) {
        Instant by = open.promisedAt();
        return open.broken(Samples.promise(by), by.plusSeconds(1));
    }

    private WeeklyDigest digest(String now) {
        return digest(now, ADDRESSES);
    }

    private WeeklyDigest digest(String now, List<String> addresses) {
        return digest(now, addresses, Optional.of(URI.create("https://desk.example.com")));
    }

    private WeeklyDigest digest(String now, List<String> addresses, Optional<URI> page) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        Programme programme = Samples.withDigestTo(addresses);
        return new WeeklyDigest(
                new Reports(house.scores, programme, clock),
                new Behind(house.scores, house.replies),
                new Mailer(
                        ses.client(),
                        DynamoDbLocal.client(),
                        mails,
                        programme,
                        "example.com",
                        "surveys",
                        Duration.ofMinutes(30),
                        1,
                        clock),
                programme,
                page,
                clock);
    }

    private static String to(JsonObject mail) {
        return mail.object("Destination").strings("ToAddresses").getFirst();
    }

    private static String text(JsonObject mail) {
        return mail.object("Content").object("Simple").object("Body").object("Text").string("Data");
    }
}
