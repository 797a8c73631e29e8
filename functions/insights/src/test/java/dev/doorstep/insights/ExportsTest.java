package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.Faults;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.sync.RequestBody;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

class ExportsTest {
    private static final String NOVEMBER = "{\"from\": \"2026-11-01\", \"to\": \"2026-11-28\"}";
    private static final String FOUR_DAYS = "{\"from\": \"2026-11-19\", \"to\": \"2026-11-22\"}";
    private static final String IN_LINES = FOUR_DAYS.replace("}", ", \"format\": \"json-lines\"}");
    private static final String HEADER =
            "survey_id,order_id,touchpoint,metric,day,first_heard_at,changed_at,version,score,"
                    + "answer,reasons,comment,contact_wish,channel,evidence,counts,carrier,country,"
                    + "language,product_groups,days_late\r\n";

    /** So small that little is much. */
    private static final ExportRun.Size SMALL = new ExportRun.Size(3, 2, 900);

    private final ExportHouse house = new ExportHouse(SMALL);

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"csv", "json-lines"})
    void writesTheRepliesThatTheReportIsMadeFrom(String format) {
        fill(40);

        List<Map<String, String>> rows = rows(format, "");
        List<Map<String, String>> ofDhl =
                rows(format, ", \"by\": \"carrier\", \"value\": \" DHL \"");

        JsonObject report = report(Map.of());
        JsonObject dhl =
                report(Map.of("by", "carrier")).object("by").objects("values").stream()
                        .filter(value -> value.string("value").equals("dhl"))
                        .findFirst()
                        .orElseThrow();
        assertAddUp(rows, report);
        assertAddUp(ofDhl, dhl);
        assertThat(rows)
                .extracting(row -> row.get("survey_id"))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(ofDhl).extracting(row -> row.get("carrier")).containsOnly("dhl");
        assertThat(ofDhl.size()).isBetween(10, 39);
    }

    @Test
    void leavesOutOtherDaysTouchpointsAndScales() {
        house.answer(
                reply("A-1~delivery", "2026-10-31T22:59:59Z", new Answer.Score(9)),
                reply("A-2~delivery", "2026-10-31T23:00:00Z", new Answer.Score(9)),
                reply("A-3~delivery", "2026-11-28T22:59:59Z", new Answer.Score(9)),
                reply("A-4~delivery", "2026-11-28T23:00:00Z", new Answer.Score(9)),
                reply("A-5~return", "2026-11-20T12:00:00Z", new Answer.Score(6)),
                with(
                        Metric.CSAT,
                        reply("A-6~delivery", "2026-11-20T12:00:00Z", new Answer.Score(5))));

        assertThat(csv(house.exported(NOVEMBER)))
                .extracting(row -> row.getField("survey_id"))
                .containsExactly("A-2~delivery", "A-3~delivery");
    }

    @Test
    void writesCsvThatEachProgramReadsAndNoneTakesForAFormula() {
        house.take(Samples.order("A-1001", "DHL", "LU", "Lighting", "Garden"));
        house.answer(
                saying("A-1001~delivery", "Said \"late\", twice;\r\nthen nothing"),
                saying("A-1002~delivery", "=HYPERLINK(\"https://evil.example\",\"Refund\")"),
                saying("A-1003~delivery", "📦 kam spät, 👍🏽"),
                saying("A-1004~delivery", "وصل الطرد متأخراً"),
                saying("A-1005~delivery", "-1, never again"),
                saying("#1006~delivery", " "));

        String file = house.exported(FOUR_DAYS);

        String end = ",page,confirmed,true,unknown,unknown,unknown,unknown,unknown\r\n";
        String middle =
                "delivery,NPS,2026-11-20,2026-11-20T12:00:00Z,2026-11-21T08:00:00Z,1,9,score,fast|other,";
        assertThat(file).startsWith(HEADER);
        assertThat(lines(file))
                .contains(
                        "A-1001~delivery,A-1001,"
                                + middle
                                + "\"Said \"\"late\"\", twice;\r\nthen nothing\",phone"
                                + ",page,confirmed,true,dhl,lu,de,garden|lighting,2\r\n",
                        "A-1002~delivery,A-1002,"
                                + middle
                                + "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"Refund\"\")\",phone"
                                + end,
                        "A-1003~delivery,A-1003," + middle + "\"📦 kam spät, 👍🏽\",phone" + end,
                        "A-1004~delivery,A-1004," + middle + "وصل الطرد متأخراً,phone" + end,
                        "A-1005~delivery,A-1005," + middle + "\"'-1, never again\",phone" + end,
                        "\"#1006~delivery\",#1006," + middle + " ,phone" + end);
    }

    /** An underscore is where the apostrophe is to be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_=1",
                "_+1",
                "_-1",
                "_@a",
                "_＝1",
                "_ =1",
                "_\"=1\"",
                "_\ta",
                "_\t_=1",
                "_\r_=1",
                "_\n_=1",
                "ok;_=cmd|'/C calc'!A0;",
                "ok;_\"=cmd|'/C calc'!A0\"",
                "ok;_ \"'+1",
                "ok|_-1",
                "ok\t_@a",
                "ok\r\n_=1\r\n_＠a",
                "ok;\t_=1;_\u00a0=2",
                "_=1;_=2",
                "1 = 1; 2 - 1, -5 stars, a+b | \"c\"@d\r\n'e'-f"
            })
    void disarmsWhateverBeginsAFormulaByWhateverSeparator(String disarmed) {
        house.answer(saying("A-1~delivery", disarmed.replace("_", "")));

        assertThat(csv(house.exported(FOUR_DAYS)).getFirst().getField("comment"))
                .isEqualTo(disarmed.replace("_", "'"));
    }

    @Test
    void writesAnObjectWithTheSameFieldsOnEachLine() {
        house.take(Samples.order("A-1001", "DHL", "LU", "Lighting", "Garden"));
        house.answer(
                saying("A-1001~delivery", "=\"\n\u2028📦"),
                reply("A-1002~delivery", "2026-11-20T12:00:00Z", new Answer.NotReceived()));

        String file = house.exported(IN_LINES);

        assertThat(file).endsWith("}\n").doesNotContain("\r");
        List<JsonObject> objects =
                file.lines().map(Json::parseObject).sorted(ExportsTest::bySurvey).toList();
        assertThat(objects).hasSize(2);
        assertThat(objects)
                .allSatisfy(
                        object ->
                                assertThat(object.members().keySet())
                                        .containsExactly(HEADER.strip().split(",")));
        JsonObject full = objects.getFirst();
        assertThat(full.string("comment")).isEqualTo("=\"\n\u2028📦");
        assertThat(full.integer("score")).isEqualTo(9);
        assertThat(full.findBoolean("counts")).contains(true);
        assertThat(full.strings("reasons")).containsExactly("fast", "other");
        assertThat(full.strings("product_groups")).containsExactlyInAnyOrder("garden", "lighting");
        assertThat(objects.getLast().has("score")).isFalse();
        assertThat(objects.getLast().string("answer")).isEqualTo("not-received");
    }

    @Test
    void isAHeaderAloneWhereThereAreNoReplies() {
        assertThat(house.exported(FOUR_DAYS)).isEqualTo(HEADER);
        assertThat(house.exported(IN_LINES)).isEmpty();
    }

    @Test
    void passesOverRepliesThatAreGoneAndWhatWasErased() {
        house.answer(
                saying("A-1~delivery", "Ada was here"),
                saying("A-2~delivery", "Bob was here"),
                saying("A-3~delivery", "Eve was here"));
        house.replies.erase(SurveyId.parse("A-1~delivery"), _ -> true);
        house.dynamoDb.deleteItem(
                delete ->
                        delete.tableName(house.repliesTable)
                                .key(Map.of("surveyId", Item.value("A-2~delivery"))));

        String file = house.exported(FOUR_DAYS);

        assertThat(csv(file))
                .extracting(row -> row.getField("survey_id"), row -> row.getField("comment"))
                .containsExactlyInAnyOrder(
                        tuple("A-1~delivery", ""), tuple("A-3~delivery", "Eve was here"));
    }

    @Test
    void tellsHowFarItIsAndLinksToTheFileForAnHour() throws Exception {
        fill(12);

        ExportHouse.Told asked = house.ask(NOVEMBER, "one");
        String id = asked.body().string("id");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.headers()).containsEntry("location", "/insights/exports/" + id);
        assertThat(asked.body().string("state")).isEqualTo("waiting");
        assertThat(asked.body().integer("days")).isEqualTo(28);
        assertThat(asked.body().integer("daysDone")).isZero();

        int steps = 0;
        while (house.show(id).body().integer("daysDone") < 2) {
            house.deliver(id, () -> false);
            steps++;
        }
        JsonObject running = house.show(id).body();
        assertThat(running.string("state")).isEqualTo("running");
        assertThat(running.has("file")).isFalse();
        assertThat(steps).isGreaterThan(2 * 8);

        house.deliver(id, () -> true);
        JsonObject done = house.show(id).body();
        JsonObject file = done.object("file");
        assertThat(done.string("state")).isEqualTo("done");
        assertThat(done.integer("daysDone")).isEqualTo(28);
        assertThat(done.integer("replies")).isEqualTo(12);
        assertThat(file.string("name")).isEqualTo("replies-delivery-2026-11-01-to-2026-11-28.csv");
        assertThat(file.string("urlExpiresAt"))
                .isEqualTo(ExportHouse.NOW.plus(Duration.ofHours(1)).toString());
        assertThat(file.string("expiresAt"))
                .isEqualTo(ExportHouse.NOW.plus(Duration.ofDays(1)).toString());
        assertThat(file.string("url")).contains("X-Amz-Expires=3600");
        assertThat(fetched(file.string("url"))).isEqualTo(house.file(id));
        assertThat(house.s3.dispositions())
                .containsValue("attachment; filename=\"" + file.string("name") + "\"");
    }

    @Test
    void isGoneAfterADayAndNeverLinksToNothing() {
        String id = house.order(FOUR_DAYS, "one");
        house.work(() -> true);

        house.pass(Duration.ofDays(1).minusMinutes(10));
        assertThat(house.show(id).body().object("file").string("url"))
                .contains("X-Amz-Expires=600&");
        house.pass(Duration.ofMinutes(10));
        assertThat(house.show(id).status()).isEqualTo(410);

        assertThat(house.ask(FOUR_DAYS, "one").body().string("state")).isEqualTo("waiting");
        house.work(() -> true);
        assertThat(house.show(id).body().string("state")).isEqualTo("done");
    }

    @Test
    void isForgottenByItsTableWhenItIsGone() {
        String id = house.order(FOUR_DAYS, "one");
        house.work(() -> true);

        assertThat(row(id).number("expiresAt"))
                .isEqualTo(ExportHouse.NOW.plus(Duration.ofDays(1)).getEpochSecond());
    }

    @Test
    void knowsNoExportThatNobodyAskedFor() {
        assertThat(house.show("none").status()).isEqualTo(404);
        assertThat(house.deliver("none", () -> true)).isFalse();
    }

    @Test
    void isTheSameUnderTheSameKeyAndRefusesAnotherUnderIt() {
        String id = house.order(FOUR_DAYS, "one");
        String idInBody = FOUR_DAYS.replace("}", ", \"id\": \"one\"}");

        assertThat(house.order(FOUR_DAYS, "one")).isEqualTo(id);
        assertThat(house.ask(IN_LINES, "one").status()).isEqualTo(409);
        assertThat(house.order(FOUR_DAYS, "two")).isNotEqualTo(id);
        assertThat(withoutKey(idInBody).string("id")).isEqualTo(id);
        assertThat(withoutKey(FOUR_DAYS).string("id")).isNotEqualTo(id);
        house.work(() -> true);
        assertThat(house.order(FOUR_DAYS, "one")).isEqualTo(id);
        assertThat(house.work(() -> true)).isZero();
    }

    @Test
    void isTheSameUnderTheSameKeyOnTheNextDayToo() {
        String id = house.order("{}", "one");
        house.pass(Duration.ofHours(12));

        assertThat(house.order("{}", "one")).isEqualTo(id);
        assertThat(house.show(id).body().string("to")).isEqualTo("2026-11-28");
    }

    @Test
    void isAnotherForAnotherLead() {
        String id = house.order(FOUR_DAYS, "one");
        String event = ExportHouse.sample("export-asked-for").replace("november-dhl", "one");

        assertThat(house.call(event.replace("lead-1", "lead-2")).body().string("id"))
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource(Faults.Fault.class)
    void endsTheSameWhicheverCallFails(Faults.Fault fault) {
        try (ExportHouse roomy = new ExportHouse(new ExportRun.Size(7, 3, 600))) {
            String body = "{\"from\": \"2026-11-20\", \"to\": \"2026-11-20\"}";
            fill(roomy, 40);
            String whole = roomy.exported(body);
            int call = 0;
            boolean hasFailed = true;
            while (hasFailed) {
                roomy.faults.fail(++call, fault);
                String id = roomy.order(body, "call-" + call);
                roomy.work(() -> true);
                hasFailed = roomy.faults.hasFired();
                roomy.faults.rest();

                JsonObject shown = roomy.show(id).body();
                assertThat(shown.string("state")).as("call %d", call).isEqualTo("done");
                assertThat(shown.integer("replies")).as("call %d", call).isEqualTo(20);
                assertThat(roomy.file(id)).as("call %d", call).isEqualTo(whole);
            }

            assertThat(csv(whole)).hasSize(20);
            assertThat(call).isGreaterThan(30);
        }
    }

    @Test
    void isTheSameInOneRunAndInManyThatEndAfterEachPage() {
        fill(30);
        String whole = house.exported(FOUR_DAYS);

        String id = house.order(FOUR_DAYS, "many");
        int runs = house.work(() -> false);

        assertThat(runs).isGreaterThan(4 * 8);
        assertThat(house.file(id)).isEqualTo(whole);
        assertThat(csv(whole)).hasSize(30);
    }

    @Test
    void takesTheSameMessageTwiceAtATimeAndOnceMoreThereafter() throws InterruptedException {
        fill(30);
        String whole = house.exported(FOUR_DAYS);
        String id = house.order(FOUR_DAYS, "two");

        List<Thread> runs =
                Stream.generate(() -> Thread.ofVirtual().start(() -> house.deliver(id, () -> true)))
                        .limit(3)
                        .toList();
        for (Thread run : runs) {
            run.join();
        }

        assertThat(house.file(id)).isEqualTo(whole);
        assertThat(house.show(id).body().integer("replies")).isEqualTo(30);
        assertThat(house.deliver(id, () -> true)).isTrue();
        assertThat(house.file(id)).isEqualTo(whole);
    }

    @Test
    void changesNothingWhenAnotherRunOvertookIt() {
        fill(30);
        String whole = house.exported(FOUR_DAYS);
        String id = house.order(FOUR_DAYS, "overtaken");
        house.deliver(id, () -> false);

        AtomicBoolean isOvertaken = new AtomicBoolean();
        boolean isTaken =
                house.deliver(
                        id,
                        () -> {
                            if (!isOvertaken.getAndSet(true)) {
                                house.deliver(id, () -> true);
                            }
                            return false;
                        });

        assertThat(isTaken).isTrue();
        assertThat(house.show(id).body().string("state")).isEqualTo("done");
        assertThat(house.file(id)).isEqualTo(whole);
        assertThat(house.s3.uploads().open()).isZero();
    }

    @Test
    void beginsAnewWhenAnotherRunUploadedSomethingElse() {
        fill(30);
        String whole = house.exported(FOUR_DAYS);
        String id = runUntilParts(2);

        String name =
                house.show(id).body().string("id")
                        + "/replies-delivery-2026-11-19-to-2026-11-22.csv";
        house.s3
                .client()
                .uploadPart(
                        put ->
                                put.bucket(ExportHouse.BUCKET)
                                        .key(name)
                                        .uploadId(row(id).string("uploadId"))
                                        .partNumber(1),
                        RequestBody.fromString("Something else"));
        house.deliver(id, () -> true);

        assertThat(house.file(id)).isEqualTo(whole);
        assertThat(house.show(id).body().integer("replies")).isEqualTo(30);
        assertThat(row(id).number("beginnings")).isEqualTo(2);
    }

    @Test
    void beginsAnewWhenTheBucketForgotWhatWasUploadedOrSetAside() {
        fill(30);
        String whole = house.exported(FOUR_DAYS);
        String id = runUntilParts(2);
        house.s3.uploads().abort();
        house.s3.objects().keySet().removeIf(key -> key.contains("/rest/"));

        house.deliver(id, () -> true);

        assertThat(house.file(id)).isEqualTo(whole);
        assertThat(house.s3.uploads().open()).isZero();
    }

    @Test
    void failsWhenAllIsLostAgainAndAgain() {
        fill(30);
        String id = house.order(FOUR_DAYS, "lost");
        for (int beginning = 1; beginning <= 5; beginning++) {
            while (!row(id).has("uploadId")) {
                house.deliver(id, () -> false);
            }
            house.s3.uploads().abort();
            while (row(id).has("uploadId") && !row(id).has("failedAt")) {
                house.deliver(id, () -> false);
            }
        }

        assertThat(house.show(id).body().string("state")).isEqualTo("failed");
        assertThat(house.deliver(id, () -> true)).isFalse();
    }

    @Test
    void failsOverAReplyThatCannotBeReadAndGoesOnWhenItIsMended() {
        fill(30);
        String whole = house.exported(FOUR_DAYS);
        SurveyId survey = SurveyId.parse("A-7~delivery");
        Reply good = house.replies.find(survey).orElseThrow();
        put(Replies.item(good).without("metric"));
        String id = house.order(FOUR_DAYS, "broken");

        assertThat(house.deliver(id, () -> true)).isFalse();
        assertThat(house.show(id).body().string("state")).isEqualTo("failed");

        put(Replies.item(good));
        assertThat(house.order(FOUR_DAYS, "broken")).isEqualTo(id);
        house.work(() -> true);
        assertThat(house.show(id).body().string("state")).isEqualTo("done");
        assertThat(house.file(id)).isEqualTo(whole);
    }

    @Test
    void saysThatItFailedWhenItHasStoodStillForAnHour() {
        fill(30);
        String id = house.order(FOUR_DAYS, "still");
        house.deliver(id, () -> false);

        house.pass(Duration.ofMinutes(59));
        assertThat(house.show(id).body().string("state")).isEqualTo("running");
        house.pass(Duration.ofMinutes(1));
        assertThat(house.show(id).body().string("state")).isEqualTo("failed");

        house.order(FOUR_DAYS, "still");
        house.work(() -> true);
        assertThat(house.show(id).body().string("state")).isEqualTo("done");
    }

    @Test
    void saysThatItFailedWhenItHasNotBegunForAnHourAndIsSentOnWhenAskedForAgain() {
        String id = house.order(FOUR_DAYS, "lost");

        house.pass(Duration.ofMinutes(59));
        assertThat(house.show(id).body().string("state")).isEqualTo("waiting");
        house.pass(Duration.ofMinutes(1));
        assertThat(house.show(id).body().string("state")).isEqualTo("failed");

        house.order(FOUR_DAYS, "lost");
        assertThat(house.work(() -> true)).as("messages").isEqualTo(2);
        assertThat(house.show(id).body().string("state")).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\": \"red\"}|/colour|is unknown",
                "{\"compare\": \"year\"}|/compare|is unknown",
                "{\"from\": 7}|/from|must be a string",
                "{\"from\": \"2026-02-30\"}|/from|must be a day",
                "{\"from\": \"2026-11-28\", \"to\": \"2026-11-27\"}|/from|must not be after to",
                "{\"to\": \"2026-11-29\"}|/to|must be a day that is over",
                "{\"from\": \"2024-01-01\", \"to\": \"2026-11-01\"}|/from|must be less than two"
                        + " years",
                "{\"touchpoint\": \"doorbell\"}|/touchpoint|is unknown",
                "{\"by\": \"customer\", \"value\": \"ada\"}|/by|is unknown",
                "{\"by\": \"carrier\"}|/value|is missing",
                "{\"value\": \"dhl\"}|/by|is missing",
                "{\"by\": \"carrier\", \"value\": \" \"}|/value|is none",
                "{\"format\": \"xlsx\"}|/format|is unknown"
            })
    void refusesAWrongFieldWithAProblemDocumentThatNamesIt(
            String body, String field, String detail) {
        ExportHouse.Told answer = house.ask(body, "one");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().string("field")).isEqualTo(field);
        assertThat(answer.body().string("detail")).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|must be an object", "{|is not valid JSON", "''|is empty"})
    void refusesABodyThatIsNoObject(String body, String detail) {
        ExportHouse.Told answer = house.ask(body, "one");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().string("detail")).startsWith(detail);
    }

    @Test
    void refusesABodyOfAnotherKindOrSize() {
        String event = ExportHouse.sample("export-asked-for");

        assertThat(
                        house.call(
                                        event.replace(
                                                "application/json\",\n    \"idem",
                                                "text/plain\",\n    \"idem"))
                                .status())
                .isEqualTo(415);
        assertThat(house.call(event.replace("\\\"dhl", "\\\"" + "d".repeat(9_000))).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-asked-for", "export-shown"})
    void isForLeadsAlone(String sample) {
        String event = ExportHouse.sample(sample);

        assertThat(house.call(event.replace("[doorstep-leads]", "[doorstep-agents]")).status())
                .isEqualTo(403);
        assertThat(house.call(event.replace("\"sub\"", "\"nobody\"")).status()).isEqualTo(401);
    }

    @Test
    void knowsTheFormatsThatItIsDescribedWith() {
        assertThat(new OpenApi().texts("/components/schemas/ExportFormat/enum"))
                .isEqualTo(Stream.of(ExportFormat.values()).map(ExportFormat::id).toList());
        assertThat(new OpenApi().texts("/components/schemas/Export/properties/state/enum"))
                .isEqualTo(Stream.of(ExportJob.State.values()).map(ExportJob.State::id).toList());
        assertThat(new OpenApi().at("/components/schemas/ExportRequest/properties").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(ExportRequest.FIELDS)
                .hasSize(ExportRequest.FIELDS.size() + 1);
    }

    /** An export that was begun and has so many parts, and something set aside. */
    private String runUntilParts(int parts) {
        String id = house.order(FOUR_DAYS, "parts");
        while (row(id).strings("tags").size() < parts || !row(id).has("rest")) {
            house.deliver(id, () -> false);
        }
        return id;
    }

    private Item row(String id) {
        return new Item(
                house.dynamoDb
                        .getItem(
                                get ->
                                        get.tableName(house.exportsTable)
                                                .key(Map.of("exportId", Item.value(id))))
                        .item());
    }

    private void put(Item reply) {
        house.dynamoDb.putItem(put -> put.tableName(house.repliesTable).item(reply.attributes()));
    }

    private JsonObject withoutKey(String body) {
        String event =
                ExportHouse.sample("export-asked-for")
                        .replace("\"idempotency-key\"", "\"x-another\"");
        Map<String, Object> members = new LinkedHashMap<>(Json.parseObject(event).members());
        members.put("body", body);
        return house.call(Json.write(members)).body();
    }

    private JsonObject report(Map<String, Object> more) {
        Map<String, Object> query = new LinkedHashMap<>(more);
        query.put("from", "2026-11-01");
        query.put("to", "2026-11-28");
        return house.report(query);
    }

    private static void assertAddUp(List<Map<String, String>> rows, JsonObject figures) {
        assertThat(rows)
                .filteredOn(row -> "true".equals(row.get("counts")) && !"".equals(row.get("score")))
                .hasSize(figures.integer("replies"));
        assertThat(rows)
                .filteredOn(row -> "false".equals(row.get("counts")))
                .hasSize(figures.integer("suspects"));
        assertThat(rows)
                .filteredOn(row -> "true".equals(row.get("counts")))
                .filteredOn(row -> "unscored".equals(row.get("answer")))
                .hasSize(figures.integer("unscored"));
        assertThat(rows)
                .filteredOn(row -> "true".equals(row.get("counts")))
                .filteredOn(row -> "not-received".equals(row.get("answer")))
                .hasSize(figures.integer("notReceived"));
    }

    /** The rows of a file, each value as a text. */
    private List<Map<String, String>> rows(String format, String more) {
        String file =
                house.exported(
                        NOVEMBER.replace("}", ", \"format\": \"" + format + "\"" + more + "}"));
        return format.equals("csv")
                ? csv(file).stream().map(NamedCsvRecord::getFieldsAsMap).toList()
                : file.lines().map(ExportsTest::texts).toList();
    }

    private static Map<String, String> texts(String line) {
        Map<String, String> texts = new LinkedHashMap<>();
        Json.parseObject(line)
                .members()
                .forEach((name, value) -> texts.put(name, value == null ? "" : value.toString()));
        return texts;
    }

    private static List<NamedCsvRecord> csv(String file) {
        return CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
    }

    /** The records of a file as they are written; those of these tests begin with an order. */
    private static List<String> lines(String file) {
        return List.of(file.split("(?<=\r\n)(?=A-|\"#)"));
    }

    private static int bySurvey(JsonObject one, JsonObject other) {
        return one.string("survey_id").compareTo(other.string("survey_id"));
    }

    private static String fetched(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    private void fill(int number) {
        fill(house, number);
    }

    /** Replies of all kinds on several days, half of them by DHL. */
    private static void fill(ExportHouse house, int number) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            house.take(Samples.order("A-" + i, i % 2 == 0 ? "DHL" : "UPS", "DE", "Garden"));
            Answer answer =
                    switch (i % 5) {
                        case 3 -> new Answer.NotReceived();
                        case 4 -> new Answer.Unscored();
                        default -> new Answer.Score(i % 11);
                    };
            replies.add(
                    Samples.reply(
                            "A-" + i + "~delivery",
                            1,
                            answer,
                            i % 7 == 6 ? Evidence.SUSPECT : Evidence.CONFIRMED,
                            Instant.parse("2026-11-20T12:00:00Z").plus(Duration.ofDays(i % 2)),
                            List.of("fast")));
        }
        house.answer(replies.toArray(Reply[]::new));
    }

    private static Reply reply(String survey, String at, Answer answer) {
        Metric metric = survey.endsWith("~return") ? Metric.CES : Metric.NPS;
        return with(
                metric,
                Samples.reply(
                        survey, 1, answer, Evidence.CONFIRMED, Instant.parse(at), List.of("fast")));
    }

    private static Reply with(Metric metric, Reply reply) {
        return of(reply, metric, Optional.empty(), Optional.empty(), reply.changedAt());
    }

    private static Reply saying(String survey, String comment) {
        Reply reply =
                Samples.reply(
                        survey,
                        1,
                        new Answer.Score(9),
                        Evidence.CONFIRMED,
                        Instant.parse("2026-11-20T12:00:00Z"),
                        List.of("fast", "other"));
        return of(
                reply,
                Metric.NPS,
                Optional.of(comment),
                Optional.of(ContactChannel.PHONE),
                Instant.parse("2026-11-21T08:00:00Z"));
    }

    private static Reply of(
            Reply reply,
            Metric metric,
            Optional<String> comment,
            Optional<ContactChannel> wish,
            Instant changedAt) {
        return new Reply(
                reply.survey(),
                metric,
                reply.answer(),
                reply.reasons(),
                comment,
                wish,
                Channel.PAGE,
                reply.evidence(),
                reply.recordedAt(),
                changedAt,
                reply.version(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
