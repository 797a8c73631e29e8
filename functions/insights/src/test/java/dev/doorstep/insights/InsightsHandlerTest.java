package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

class InsightsHandlerTest {
    private static final String ALL_WELL = "{\"batchItemFailures\":[]}";

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final Scores scores = new Scores(dynamoDb, Tables.create("ScoresTable"));
    private final InsightsHandler handler =
            handler(new Counting(scores, surveys, Samples.PROGRAMME));

    @BeforeEach
    void takeTheOrder() {
        take(Samples.order("A-1001", "DHL", "LU", "Lighting", "Garden"));
    }

    @Test
    void countsAReplyOnceEvenWhenTheRecordIsRedelivered() {
        String first = handle("nine");
        String second = handle("nine");

        assertThat(first).isEqualTo(ALL_WELL).isEqualTo(second);
        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("9", 1L)));
    }

    @Test
    void tellsRepliesApartByWhatTheirOrderIs() {
        handle("nine");

        assertThat(counts("carrier")).isEqualTo(Map.of("dhl", Map.of("9", 1L)));
        assertThat(counts("country")).isEqualTo(Map.of("lu", Map.of("9", 1L)));
        assertThat(counts("language")).isEqualTo(Map.of("de", Map.of("9", 1L)));
        assertThat(counts("product-group"))
                .isEqualTo(Map.of("lighting", Map.of("9", 1L), "garden", Map.of("9", 1L)));
        assertThat(counts("reason")).isEqualTo(Map.of("fast", Map.of("9", 1L)));
        assertThat(counts("days-late")).isEqualTo(Map.of("2", Map.of("9", 1L)));
        assertThat(counts("channel")).isEqualTo(Map.of("page", Map.of("9", 1L)));
    }

    @Test
    void countsAReplyToAnOrderOfWhichNothingIsKnown() {
        handle("unknown-order");

        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("7", 1L)));
        assertThat(counts("carrier")).isEqualTo(Map.of("unknown", Map.of("7", 1L)));
        assertThat(counts("days-late")).isEqualTo(Map.of("unknown", Map.of("7", 1L)));
        assertThat(counts("channel")).isEqualTo(Map.of("phone", Map.of("7", 1L)));
        assertThat(counts("reason")).isEmpty();
    }

    @Test
    void movesTheCountOfAReplyThatChanged() {
        handle("nine");
        handle("changed-to-three");

        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("3", 1L)));
        assertThat(counts("reason"))
                .isEqualTo(Map.of("late", Map.of("3", 1L), "carrier", Map.of("3", 1L)));
    }

    @Test
    void countsAnOlderVersionThatComesLateForNothing() {
        handle("changed-to-three");
        handle("nine");
        handle("both-versions");

        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("3", 1L)));
        assertThat(counts("reason")).containsOnlyKeys("late", "carrier");
    }

    @Test
    void countsTheLastOfTheVersionsThatComeTogether() {
        handle("both-versions");

        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("3", 1L)));
    }

    @Test
    void countsWhatLooksAutomatedApartUntilAPersonConfirmsIt() {
        handle("suspect");
        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("suspect", 1L)));

        handle("confirmed");
        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("9", 1L)));
    }

    @Test
    void countsAParcelThatHasNotComeAsNoScore() {
        handle("not-received");

        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("not-received", 1L)));
    }

    @Test
    void countsAScoreThatFollowsOnWordsOnTheDayOfTheWords() {
        handle("words-then-a-score");

        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("8", 1L)));
        assertThat(scores.read("delivery", "all", TODAY.plusDays(1), TODAY.plusDays(9))).isEmpty();
    }

    @Test
    void keepsARemovedReplyCounted() {
        handle("nine");

        assertThat(handle("removed")).isEqualTo(ALL_WELL);
        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("9", 1L)));
    }

    @Test
    void countsASurveyOnceItIsSentAndMovesItWhenItsMailCameBack() {
        handle("survey-planned");
        assertThat(counts("surveys~delivery", "all")).isEmpty();

        assertThat(handle("survey-sent")).isEqualTo(ALL_WELL);
        handle("survey-sent");
        assertThat(counts("surveys~delivery", "all")).isEqualTo(Map.of("all", Map.of("sent", 1L)));

        handle("survey-bounced");
        handle("survey-sent");
        assertThat(counts("surveys~delivery", "all"))
                .isEqualTo(Map.of("all", Map.of("bounced", 1L)));
        assertThat(scores.behind("surveys~delivery", TODAY.minusDays(1)))
                .as("filed under the day of the order's first decision")
                .extracting(Counted::id)
                .containsExactly("A-1001~delivery");
    }

    @Test
    void countsACaseAsItStandsNow() {
        handle("case-opened");
        assertThat(counts("cases~delivery", "promise"))
                .isEqualTo(Map.of("open", Map.of("cases", 1L)));

        handle("case-contacted");
        handle("case-claimed");

        assertThat(counts("cases~delivery", "all")).isEqualTo(Map.of("all", Map.of("cases", 1L)));
        assertThat(counts("cases~delivery", "promise"))
                .isEqualTo(Map.of("kept", Map.of("cases", 1L)));
        assertThat(counts("cases~delivery", "contact")).isEqualTo(Map.of("3", Map.of("cases", 1L)));
    }

    @Test
    void writesNothingForAVersionOfACaseThatAddsNothing() {
        handle("case-opened");
        handle("case-claimed");

        assertThat(scores.behind("cases~delivery", TODAY))
                .extracting(Counted::version)
                .containsExactly(1L);
    }

    @Test
    void makesUpForARecordOfACaseThatWasLost() {
        handle("case-claimed");

        assertThat(counts("cases~delivery", "promise"))
                .isEqualTo(Map.of("open", Map.of("cases", 1L)));
    }

    @Test
    void tellsOnWhichDayTheQuestionWasSentThatAReplyAnswers() {
        Survey.State sent = new Survey.State.Sent(Instant.parse("2026-11-23T23:30:00Z"), "ses-1");
        OrderSurveys order = Samples.order("X-1", "DHL", "LU");
        take(Samples.in(order, Touchpoint.DELIVERY, sent));

        handle("nine");
        assertThat(counts("sent-on")).isEmpty();

        handle("unknown-order");
        assertThat(counts("sent-on")).isEqualTo(Map.of("2026-11-24", Map.of("7", 1L)));
    }

    @Test
    void takesAReplyForTheProofThatItsQuestionWentOut() {
        Survey.State sending = new Survey.State.Sending(Instant.parse("2026-11-23T23:30:00Z"));
        take(Samples.in(Samples.order("X-1", "DHL", "LU"), Touchpoint.DELIVERY, sending));

        handle("unknown-order");

        assertThat(counts("sent-on")).isEqualTo(Map.of("2026-11-24", Map.of("7", 1L)));
    }

    @Test
    void reportsABadRecordAndCountsThoseBeforeIt() {
        String answer = handle("bad-among-good");

        assertThat(answer).contains("\"itemIdentifier\":\"209\"").doesNotContain("208", "210");
        assertThat(counts("all")).isEqualTo(Map.of("all", Map.of("9", 1L)));
    }

    @Test
    void goesOnFromTheFirstRecordWhenTheTableIsOutOfReach() {
        Scores nowhere = new Scores(dynamoDb, "nowhere");
        InsightsHandler cutOff = handler(new Counting(nowhere, surveys, Samples.PROGRAMME));

        assertThat(handle(cutOff, "both-versions")).contains("\"itemIdentifier\":\"201\"");
    }

    @Test
    void findsTheRepliesBehindAFigure() {
        handle("nine");
        handle("unknown-order");

        assertThat(scores.behind("delivery", TODAY))
                .extracting(Counted::id)
                .containsExactlyInAnyOrder("A-1001~delivery", "X-1~delivery");
        assertThat(scores.behind("delivery", TODAY))
                .filteredOn(
                        counted ->
                                counted.tally()
                                        .values()
                                        .getOrDefault("carrier", Set.of())
                                        .contains("dhl"))
                .extracting(counted -> counted.tally().counter())
                .containsExactly("9");
        assertThat(scores.behind("delivery", TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void showsWhatItCounted() {
        handle("nine");

        JsonObject response = Json.parseObject(handle("report-shown"));

        assertThat(response.integer("statusCode")).isEqualTo(200);
        JsonObject report = Json.parseObject(response.string("body"));
        assertThat(report.integer("replies")).isEqualTo(1);
        assertThat(report.object("by").objects("values"))
                .extracting(value -> value.string("value"))
                .containsExactly("dhl");
    }

    /** Neither counting nor a report needs what exports need. */
    private InsightsHandler handler(Counting counting) {
        return new InsightsHandler(
                new Insights(
                        counting,
                        TestSite.of(
                                scores,
                                new Replies(DynamoDbLocal.client(), "nowhere"),
                                InsightsHandlerTest::noJobs,
                                Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC)),
                        InsightsHandlerTest::noExports,
                        InsightsHandlerTest::noDigest));
    }

    private static ExportJobs noJobs() {
        throw new AssertionError("nobody asked for an export");
    }

    private static Exports noExports() {
        throw new AssertionError("nobody asked for an export");
    }

    private static WeeklyDigest noDigest() {
        throw new AssertionError("no week is over");
    }

    private Map<String, Map<String, Long>> counts(String dimension) {
        return counts("delivery", dimension);
    }

    private Map<String, Map<String, Long>> counts(String about, String dimension) {
        return scores.read(about, dimension, TODAY, TODAY).stream()
                .findFirst()
                .map(DayCounts::byValue)
                .orElse(Map.of());
    }

    private void take(OrderSurveys order) {
        assertThat(surveys.write(OrderSurveys.unknown(order.facts().order()), order, timers))
                .isPresent();
    }

    private String handle(String sample) {
        return handle(handler, sample);
    }

    private static String handle(InsightsHandler handler, String sample) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        handler.handle(Events.stream("insights/" + sample + ".json"), result, () -> true);
        return result.toString(StandardCharsets.UTF_8);
    }
}
