package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Ids;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.programme.TouchpointPlan;
import dev.doorstep.roles.Groups;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.scores.Tally;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

class InsightsApiTest {
    private static final String PATH = "/insights/report";
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Groups GROUPS =
            new Groups("groups", "doorstep-viewers", "doorstep-agents", "doorstep-leads");

    private final OpenApi openApi = new OpenApi();
    private final String table = Tables.create("ScoresTable");
    private final Scores scores = new Scores(DynamoDbLocal.client(), table);
    private int counted;

    @Test
    void showsTheFigureWithItsIntervalAndSuspectRepliesApart() {
        count("2026-11-20", 15, "9", "dhl");
        count("2026-11-21", 10, "8", "dhl");
        count("2026-11-21", 5, "3", "ups");
        count("2026-11-22", 4, ReplyTally.SUSPECT, "ups");
        count("2026-11-22", 2, ReplyTally.UNSCORED, "ups");
        count("2026-11-22", 1, ReplyTally.NOT_RECEIVED, "ups");

        JsonObject report = report(Map.of());

        assertThat(report.string("zone")).isEqualTo("Europe/Berlin");
        assertThat(report.string("from")).isEqualTo("2026-10-30");
        assertThat(report.string("to")).isEqualTo("2026-11-28");
        assertThat(report.string("metric")).isEqualTo("NPS");
        assertThat(report.integer("replies")).isEqualTo(30);
        assertThat(report.integer("suspects")).isEqualTo(4);
        assertThat(report.integer("unscored")).isEqualTo(2);
        assertThat(report.integer("notReceived")).isEqualTo(1);
        assertThat(number(report.object("figure"), "value")).isEqualTo(33.3);
        assertThat(number(report.object("figure"), "low")).isCloseTo(30.3 - 25.5, within(0.1));
        assertThat(number(report.object("figure"), "high")).isCloseTo(30.3 + 25.5, within(0.1));
        assertThat(report.has("by")).isFalse();
        assertThat(report.has("comparison")).isFalse();
    }

    @Test
    void showsHowManyGaveEachScoreInPercentagesThatAddUp() {
        count("2026-11-20", 1, "0", "dhl");
        count("2026-11-20", 1, "7", "dhl");
        count("2026-11-20", 1, "10", "dhl");

        List<JsonObject> histogram = report(Map.of()).objects("histogram");

        assertThat(histogram).extracting(bar -> bar.integer("score")).hasSize(11).isSorted();
        assertThat(histogram)
                .extracting(bar -> bar.integer("replies"))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1);
        assertThat(histogram)
                .extracting(bar -> bar.integer("percent"))
                .containsExactly(34, 0, 0, 0, 0, 0, 0, 33, 0, 0, 33);
    }

    @Test
    void hasNoFigureOfNoReplies() {
        count("2026-11-20", 3, ReplyTally.SUSPECT, "dhl");

        JsonObject report = report(Map.of("by", "carrier", "compare", "previous"));

        assertThat(report.integer("replies")).isZero();
        assertThat(report.integer("suspects")).isEqualTo(3);
        assertThat(report.has("figure")).isFalse();
        assertThat(report.objects("histogram")).noneMatch(bar -> bar.has("percent"));
        assertThat(report.object("trend").objects("points"))
                .hasSize(30)
                .noneMatch(point -> point.has("figure"));
        assertThat(report.object("by").objects("values"))
                .singleElement()
                .satisfies(
                        value -> {
                            assertThat(value.string("value")).isEqualTo("dhl");
                            assertThat(value.has("figure")).isFalse();
                        });
        assertThat(report.object("comparison").has("figure")).isFalse();
        assertThat(report.object("comparison").has("change")).isFalse();
    }

    @Test
    void saysLittleOfOneReplyAndIsNotCertainWhereAllAgree() {
        count("2026-11-20", 1, "10", "dhl");
        JsonObject one = report(Map.of()).object("figure");
        count("2026-11-21", 9, "10", "dhl");
        JsonObject ten = report(Map.of()).object("figure");

        assertThat(number(one, "value")).isEqualTo(100);
        assertThat(number(one, "low")).isLessThan(-48);
        assertThat(number(ten, "value")).isEqualTo(100);
        assertThat(number(ten, "low")).isBetween(40.0, 60.0);
    }

    @Test
    void showsSharesForSatisfactionAndEffort() {
        count(Touchpoint.FOLLOW_UP, Metric.CSAT, "2026-11-20", 3, "4", "dhl");
        count(Touchpoint.FOLLOW_UP, Metric.CSAT, "2026-11-20", 1, "3", "dhl");
        count(Touchpoint.RETURN, Metric.CES, "2026-11-20", 1, "5", "dhl");
        count(Touchpoint.RETURN, Metric.CES, "2026-11-20", 1, "4", "dhl");

        JsonObject satisfaction = report(Map.of("touchpoint", "follow-up"));
        JsonObject effort = report(Map.of("touchpoint", "return"));

        assertThat(satisfaction.string("metric")).isEqualTo("CSAT");
        assertThat(number(satisfaction.object("figure"), "value")).isEqualTo(0.75);
        assertThat(number(satisfaction.object("figure"), "low")).isEqualTo(0.301);
        assertThat(number(satisfaction.object("figure"), "high")).isEqualTo(0.954);
        assertThat(satisfaction.objects("histogram")).hasSize(5);
        assertThat(effort.string("metric")).isEqualTo("CES");
        assertThat(number(effort.object("figure"), "value")).isEqualTo(0.5);
    }

    /** Were scores told apart by their numbers, five of five would be a detractor. */
    @Test
    void mixesNoFigureOfAnotherMetricIn() {
        count(Touchpoint.DELIVERY, Metric.NPS, "2026-11-20", 2, "9", "dhl");
        count(Touchpoint.DELIVERY, Metric.CSAT, "2026-11-20", 7, "5", "dhl");
        count(Touchpoint.DELIVERY, Metric.CES, "2026-11-20", 7, "7", "ups");

        JsonObject report = report(Map.of("by", "carrier"));

        assertThat(report.integer("replies")).isEqualTo(2);
        assertThat(number(report.object("figure"), "value")).isEqualTo(100);
        assertThat(values(report)).containsExactly("dhl");
    }

    @Test
    void showsEachValueWhoseRepliesAreToldApartTheOneWithMostFirst() {
        count("2026-11-19", 1, "10", "ups");
        count("2026-11-20", 2, "9", "dhl");
        count("2026-11-21", 3, "2", "dhl");
        count("2026-11-21", 5, ReplyTally.SUSPECT, "gls");

        JsonObject report = report(Map.of("by", "carrier"));

        assertThat(report.object("by").string("dimension")).isEqualTo("carrier");
        assertThat(values(report)).containsExactly("dhl", "ups", "gls");
        JsonObject dhl = report.object("by").objects("values").getFirst();
        assertThat(dhl.integer("replies")).isEqualTo(5);
        assertThat(number(dhl.object("figure"), "value")).isEqualTo(-20);
        assertThat(dhl.objects("histogram").get(2).integer("replies")).isEqualTo(3);
        assertThat(dhl.objects("histogram").get(2).integer("percent")).isEqualTo(60);
    }

    @Test
    void showsEachDayOfAMonthAndEachWeekOfAYear() {
        count("2026-11-01", 1, "10", "dhl");
        count("2026-11-28", 1, "0", "dhl");

        List<JsonObject> days = points(Map.of("from", "2026-11-01"), "day");
        List<JsonObject> weeks = points(Map.of("from", "2025-11-29"), "week");

        assertThat(days).hasSize(28);
        assertThat(days.getFirst().string("to")).isEqualTo("2026-11-01");
        assertThat(number(days.getFirst().object("figure"), "value")).isEqualTo(100);
        assertThat(days.get(1).has("figure")).isFalse();
        assertThat(number(days.getLast().object("figure"), "value")).isEqualTo(-100);
        assertThat(weeks).hasSize(53);
        assertThat(weeks.getFirst().string("from")).isEqualTo("2025-11-29");
        assertThat(weeks.getFirst().string("to")).isEqualTo("2025-11-30");
        assertThat(weeks.getLast().string("from")).isEqualTo("2026-11-23");
        assertThat(weeks.getLast().string("to")).isEqualTo("2026-11-28");
        assertThat(weeks.stream().mapToInt(week -> week.integer("replies")).sum()).isEqualTo(2);
    }

    @Test
    void sumsWhatASpreadDayHasInItsShards() {
        count("2026-11-20", 2, "9", "dhl");
        String at = "2026-11-20#7";
        DynamoDbLocal.client()
                .putItem(
                        put ->
                                put.tableName(table)
                                        .item(
                                                Map.of(
                                                        "segment",
                                                        text("counts#delivery#all"),
                                                        "at",
                                                        text(at),
                                                        "all#9",
                                                        number("3"))));

        assertThat(report(Map.of()).integer("replies")).isEqualTo(5);
    }

    @Test
    void callsFrom46To39With87And94RepliesNoClearChange() {
        count("2026-10-10", 50, "9", "dhl");
        count("2026-10-10", 27, "8", "dhl");
        count("2026-10-11", 10, "3", "dhl");
        count("2026-11-10", 50, "9", "dhl");
        count("2026-11-10", 31, "8", "dhl");
        count("2026-11-11", 13, "3", "dhl");

        JsonObject comparison = report(Map.of("compare", "previous")).object("comparison");

        assertThat(comparison.string("with")).isEqualTo("previous");
        assertThat(comparison.string("from")).isEqualTo("2026-09-30");
        assertThat(comparison.string("to")).isEqualTo("2026-10-29");
        assertThat(comparison.integer("replies")).isEqualTo(87);
        assertThat(number(comparison.object("figure"), "value")).isEqualTo(46.0);
        assertThat(number(comparison.object("change"), "difference")).isEqualTo(-6.6);
        assertThat(number(comparison.object("change"), "z")).isBetween(-1.0, -0.3);
        assertThat(comparison.object("change").string("verdict")).isEqualTo("no-clear-change");
    }

    @Test
    void tellsAClearChangeSinceTheYearBefore() {
        count("2025-11-10", 60, "3", "dhl");
        count("2026-10-10", 60, "3", "dhl");
        count("2026-11-10", 60, "9", "dhl");

        JsonObject comparison = report(Map.of("compare", "year")).object("comparison");

        assertThat(comparison.string("from")).isEqualTo("2025-10-30");
        assertThat(comparison.string("to")).isEqualTo("2025-11-28");
        assertThat(comparison.integer("replies")).isEqualTo(60);
        assertThat(number(comparison.object("change"), "difference")).isEqualTo(200);
        assertThat(comparison.object("change").string("verdict")).isEqualTo("better");
    }

    /** Clocks go back an hour in Berlin on 2026-10-25 at 01:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-10-24T21:59:59Z, 2026-10-23",
        "Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-24",
        "Europe/Berlin, 2026-10-25T22:59:59Z, 2026-10-24",
        "Europe/Berlin, 2026-10-25T23:00:00Z, 2026-10-25",
        "America/New_York, 2026-11-01T03:59:59Z, 2026-10-30",
        "America/New_York, 2026-11-01T04:00:00Z, 2026-10-31",
        "America/New_York, 2026-11-02T04:59:59Z, 2026-10-31",
        "America/New_York, 2026-11-02T05:00:00Z, 2026-11-01"
    })
    void endsWithTheLastDayThatIsOverWhereTheShopIs(String zone, String now, String last) {
        Reports reports =
                new Reports(
                        scores,
                        with(Samples.PROGRAMME.touchpoints(), ZoneId.of(zone)),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC));

        JsonObject report = shown(new InsightsApi(GROUPS, reports), Map.of());

        assertThat(report.string("zone")).isEqualTo(zone);
        assertThat(report.string("to")).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 1976-11-29, /from",
        "from, 2026-11-29, /from",
        "from, 2026-02-30, /from",
        "to, 2026-11-29, /to",
        "to, tomorrow, /to",
        "touchpoint, doorbell, /touchpoint",
        "by, customer, /by",
        "compare, next, /compare"
    })
    void refusesAWrongParameterWithAProblemDocumentThatNamesIt(
            String name, String value, String field) {
        HttpResponse response = ask(api(), Map.of(name, value));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.parseObject(response.body()).string("field")).isEqualTo(field);
        assertThat(response.body()).doesNotContain(value);
    }

    @Test
    void refusesATouchpointThatNobodyIsAskedAbout() {
        Map<Touchpoint, TouchpointPlan> plans = new EnumMap<>(Samples.PROGRAMME.touchpoints());
        plans.remove(Touchpoint.EXCHANGE);
        Reports reports = new Reports(scores, with(plans, Samples.PROGRAMME.zone()), clock());

        HttpResponse response =
                ask(new InsightsApi(GROUPS, reports), Map.of("touchpoint", "exchange"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.parseObject(response.body()).string("field")).isEqualTo("/touchpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doorstep-viewers",
                "[everyone doorstep-viewers]",
                "[doorstep-agents]",
                "[doorstep-leads another]"
            })
    void answersWhoeverMaySeeTheDesk(String groups) {
        assertThat(ask(api(), Map.of(), Map.of("groups", groups)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[everyone]", "[doorstep-viewers2]", "doorstep-viewers x"})
    void refusesWhoIsInNoneOfTheGroups(String groups) {
        assertThat(ask(api(), Map.of(), Map.of("groups", groups)).status()).isEqualTo(403);
    }

    @Test
    void refusesWhoComesByAnotherWayThanApiGateway() {
        assertThat(ask(api(), Map.of(), Map.of()).status()).isEqualTo(403);
    }

    @Test
    void asksToComeBackWhenTheTableIsOutOfReach() {
        Reports reports =
                new Reports(
                        new Scores(DynamoDbLocal.client(), "nowhere"), Samples.PROGRAMME, clock());

        assertThat(ask(new InsightsApi(GROUPS, reports), Map.of()).status()).isEqualTo(503);
    }

    @Test
    void knowsNothingElse() {
        HttpRequest report = request(Map.of(), claims());

        assertThat(api().respond(with(report, "POST", PATH)).status()).isEqualTo(404);
        assertThat(api().respond(with(report, "GET", "/insights")).status()).isEqualTo(404);
        assertThat(api().respond(with(report, "GET", PATH + "/x")).status()).isEqualTo(404);
    }

    @Test
    void isDescribedAsItIs() {
        String get = "/paths/~1insights~1report/get";

        assertThat(openApi.at("/openapi").asText()).startsWith("3.1.");
        assertThat(openApi.at(get + "/parameters"))
                .extracting(parameter -> parameter.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(ReportRequest.PARAMETERS);
        assertThat(openApi.texts("/components/schemas/Touchpoint/enum"))
                .isEqualTo(ids(Touchpoint.values()));
        assertThat(openApi.texts("/components/schemas/Dimension/enum"))
                .isEqualTo(ids(Dimension.values()).stream().skip(1).toList());
        assertThat(openApi.texts("/components/schemas/Compare/enum"))
                .isEqualTo(ids(Compare.values()));
    }

    /** The description is worth something only if it refuses what is not so. */
    @ParameterizedTest
    @ValueSource(
            strings = {"zone", "metric", "replies", "suspects", "histogram", "trend", "figure"})
    void isHeldToItsDescription(String member) {
        count("2026-11-20", 1, "9", "dhl");
        Map<String, Object> report = new LinkedHashMap<>(report(Map.of()).members());

        assertThat(errors(report)).isZero();
        report.remove(member);
        assertThat(errors(report)).isPositive();
    }

    private static int errors(Map<String, Object> report) {
        return OpenApi.schema("/components/schemas/Report")
                .validate(Json.write(report), InputFormat.JSON)
                .size();
    }

    private JsonObject report(Map<String, String> query) {
        return shown(api(), query);
    }

    private JsonObject shown(InsightsApi api, Map<String, String> query) {
        HttpResponse response = ask(api, query);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return Json.parseObject(response.body());
    }

    private List<JsonObject> points(Map<String, String> query, String step) {
        JsonObject trend = report(query).object("trend");
        assertThat(trend.string("step")).isEqualTo(step);
        return trend.objects("points");
    }

    private HttpResponse ask(InsightsApi api, Map<String, String> query) {
        return ask(api, query, claims());
    }

    /** Each answer is held to its description. */
    private HttpResponse ask(
            InsightsApi api, Map<String, String> query, Map<String, String> claims) {
        HttpResponse response = api.respond(request(query, claims));
        openApi.check(PATH, response);
        return response;
    }

    private InsightsApi api() {
        return new InsightsApi(GROUPS, new Reports(scores, Samples.PROGRAMME, clock()));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static Map<String, String> claims() {
        return Map.of("sub", "agent-1", "groups", "[doorstep-viewers]");
    }

    private void count(String day, int replies, String counter, String carrier) {
        count(Touchpoint.DELIVERY, Metric.NPS, day, replies, counter, carrier);
    }

    private void count(
            Touchpoint touchpoint,
            Metric metric,
            String day,
            int replies,
            String counter,
            String carrier) {
        List<Counted> things = new ArrayList<>();
        for (int i = 0; i < replies; i++) {
            Tally tally =
                    new Tally(
                            ReplyTally.about(touchpoint, metric),
                            LocalDate.parse(day),
                            counter,
                            new TreeMap<>(
                                    Map.of("all", Set.of("all"), "carrier", Set.of(carrier))));
            things.add(
                    new Counted(
                            touchpoint.id(),
                            LocalDate.parse(day),
                            "A-" + counted++ + "~" + touchpoint.id(),
                            1,
                            tally));
        }
        assertThat(scores.count(things)).isEqualTo(replies);
    }

    private static List<String> values(JsonObject report) {
        return report.object("by").objects("values").stream()
                .map(value -> value.string("value"))
                .toList();
    }

    private static double number(JsonObject object, String name) {
        return object.findDecimal(name).orElseThrow().doubleValue();
    }

    private static AttributeValue text(String s) {
        return AttributeValue.fromS(s);
    }

    private static AttributeValue number(String n) {
        return AttributeValue.fromN(n);
    }

    private static List<String> ids(Enum<?>[] values) {
        return Arrays.stream(values).map(Ids::of).toList();
    }

    private static HttpRequest request(Map<String, String> query, Map<String, String> claims) {
        HttpRequest sample = HttpRequest.read(Events.stream("insights/report-shown.json"));
        return new HttpRequest(
                sample.method(),
                sample.path(),
                sample.headers(),
                sample.pathParameters(),
                query,
                sample.cookies(),
                claims,
                sample.body());
    }

    private static HttpRequest with(HttpRequest request, String method, String path) {
        return new HttpRequest(
                method,
                path,
                request.headers(),
                request.pathParameters(),
                request.query(),
                request.cookies(),
                request.claims(),
                request.body());
    }

    private static Programme with(Map<Touchpoint, TouchpointPlan> plans, ZoneId zone) {
        Programme programme = Samples.PROGRAMME;
        return new Programme(
                programme.shop(),
                programme.address(),
                programme.locale(),
                zone,
                plans,
                programme.anyCap(),
                programme.sameTouchpointCap(),
                programme.sendingHours(),
                programme.editWindow(),
                programme.minimumPressTime(),
                programme.support(),
                programme.news(),
                programme.retention(),
                programme.digestAddresses());
    }
}
