package dev.doorstep.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.local.Console;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

class ImportTest {
    private static final String HEADER = "order_id,touchpoint,metric,score,answered_at,changed_at";
    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final String table = Tables.create("RepliesTable");
    private final Replies replies = new Replies(dynamoDb, table);
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void agreesWithAPlainFileScoreByScore() throws IOException {
        MadeUpReplies madeUp = MadeUpReplies.plain(3_000, 7);

        boolean isAllTaken = run("file=" + file(madeUp.plainFile()));

        assertThat(isAllTaken).isTrue();
        assertThat(countsOfTable()).isEqualTo(madeUp.counts());
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "3,000 rows imported, %,d as a further version, 0 known already, 0 refused"
                                .formatted(madeUp.rows().size() - 3_000));
    }

    @Test
    void agreesWithDelightedsFileScoreByScoreAndTellsTheSame() throws IOException {
        MadeUpReplies madeUp = MadeUpReplies.delighted(2_000, 8);

        boolean isAllTaken =
                run("file=" + file(madeUp.delightedFile()), "touchpoint=delivery", "ces=1-7");

        Figures figures = new Figures();
        madeUp.counts()
                .forEach(
                        (metric, scores) ->
                                scores.forEach(
                                        (score, count) -> {
                                            for (long i = 0; i < count; i++) {
                                                figures.count(metric, score);
                                            }
                                        }));
        assertThat(isAllTaken).isTrue();
        assertThat(countsOfTable()).isEqualTo(madeUp.counts());
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("not read: email")
                .contains(figures.text());
    }

    @Test
    void changesNothingWhenItIsRepeated() throws IOException {
        MadeUpReplies madeUp = MadeUpReplies.plain(500, 9);
        String file = "file=" + file(madeUp.plainFile());
        run(file);
        Set<Map<String, AttributeValue>> before = items();
        told.reset();

        boolean isAllTaken = run(file);

        assertThat(isAllTaken).isTrue();
        assertThat(items()).isEqualTo(before);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "0 rows imported, 0 as a further version, %,d known already, 0 refused"
                                .formatted(madeUp.rows().size()));
    }

    @Test
    void completesWhatWasCutShort() throws IOException {
        MadeUpReplies madeUp = MadeUpReplies.plain(400, 10);
        List<String> half = madeUp.rows().subList(0, madeUp.rows().size() / 2);
        Set<String> begun = new HashSet<>();
        half.forEach(row -> begun.add(row.substring(0, row.indexOf(';'))));
        List<String> whole =
                madeUp.rows().stream()
                        .filter(row -> begun.contains(row.substring(0, row.indexOf(';'))))
                        .toList();
        run("file=" + file(new MadeUpReplies(whole, Map.of()).plainFile()));

        boolean isAllTaken = run("file=" + file(madeUp.plainFile()));

        assertThat(isAllTaken).isTrue();
        assertThat(countsOfTable()).isEqualTo(madeUp.counts());
    }

    @Test
    void makesALaterRowOfTheSameReplyAFurtherVersionWhereverItStands() throws IOException {
        String first = "A-1001,delivery,NPS,3,2024-03-01T10:00:00Z,";
        String second = "A-1001,delivery,NPS,7,2024-03-01T10:00:00Z,2024-03-02T10:00:00Z";
        String third = "A-1001,delivery,NPS,9,2024-03-01T10:00:00Z,2024-03-03T10:00:00Z";

        run("file=" + file(String.join("\n", HEADER, third, first, second, second)));

        Reply reply = reply();
        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.version()).isEqualTo(3);
        assertThat(reply.recordedAt()).isEqualTo(Instant.parse("2024-03-01T10:00:00Z"));
        assertThat(reply.changedAt()).isEqualTo(Instant.parse("2024-03-03T10:00:00Z"));
        assertThat(reply.evidence()).isEqualTo(Evidence.IMPORT);
        assertThat(reply.channel()).isEqualTo(Channel.IMPORT);
        assertThat(reply.attention()).isEmpty();
        assertThat(reply.editKeyHash()).isEmpty();
        assertThat(reply.earlier())
                .containsExactly(
                        new Reply.Earlier(
                                1,
                                new Answer.Score(3),
                                Evidence.IMPORT,
                                Instant.parse("2024-03-01T10:00:00Z")),
                        new Reply.Earlier(
                                2,
                                new Answer.Score(7),
                                Evidence.IMPORT,
                                Instant.parse("2024-03-02T10:00:00Z")));
    }

    @Test
    void addsAVersionThatALaterExportHas() throws IOException {
        String first = "A-1001,delivery,NPS,3,2024-03-01T10:00:00Z,";
        String second = "A-1001,delivery,NPS,9,2024-03-01T10:00:00Z,2024-03-02T10:00:00Z";
        run("file=" + file(HEADER + "\n" + first));

        boolean isAllTaken = run("file=" + file(HEADER + "\n" + second));
        boolean isOldOneKnown = run("file=" + file(HEADER + "\n" + first));

        assertThat(isAllTaken).isTrue();
        assertThat(isOldOneKnown).isTrue();
        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().version()).isEqualTo(2);
    }

    @Test
    void refusesWhatDoesNotAgreeWithTheReplyThatIsThere() throws IOException {
        run("file=" + file(HEADER + "\nA-1001,delivery,NPS,9,2024-03-02T10:00:00Z,"));

        run(
                "file="
                        + file(
                                String.join(
                                        "\n",
                                        HEADER,
                                        "A-1001,delivery,NPS,8,2024-03-02T10:00:00Z,",
                                        "A-1001,delivery,CSAT,5,2024-03-03T10:00:00Z,",
                                        "A-1001,delivery,NPS,7,2024-03-01T10:00:00Z,")));

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().version()).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("line 2: says something else than the reply that is there")
                .contains("line 3: has another metric")
                .contains("line 4: is older than the reply that is there");
    }

    @Test
    void leavesAReplyAloneThatWasGivenHere() throws IOException {
        Reply given =
                new Reply(
                        SURVEY,
                        Metric.NPS,
                        new Answer.Score(2),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Channel.PAGE,
                        Evidence.CONFIRMED,
                        Instant.parse("2024-01-01T10:00:00Z"),
                        Instant.parse("2024-01-01T10:00:00Z"),
                        1,
                        Optional.empty(),
                        Optional.of("key"),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty());
        assertThat(replies.write(given)).isTrue();

        boolean isAllTaken =
                run("file=" + file(HEADER + "\nA-1001,delivery,NPS,9,2024-03-02T10:00:00Z,"));

        assertThat(isAllTaken).isFalse();
        assertThat(reply()).isEqualTo(given);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("line 2: there is a reply to this survey that was given here");
    }

    @Test
    void namesEachRowThatIsRefusedWithoutItsValuesAndImportsTheOthers() throws IOException {
        boolean isAllTaken =
                run(
                        "file="
                                + file(
                                        String.join(
                                                "\n",
                                                HEADER,
                                                "A-1,delivery,NPS,77,2024-03-01,",
                                                "A-2,delivery,NPS,7,2024-03-01,",
                                                "A-3,delivery,NPS,7",
                                                "A-4,delivery,NPS,secret@customer.example,2024-03-01,",
                                                "A-5,delivery,NPS,10,2024-03-01,")));

        assertThat(isAllTaken).isFalse();
        assertThat(countsOfTable()).isEqualTo(Map.of(Metric.NPS, Map.of(7, 1L, 10, 1L)));
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("line 2: score is not on the scale of NPS")
                .contains("line 4: has 4 fields, but the header has 6")
                .contains("line 5: score is not a whole number")
                .contains("2 rows imported, 0 as a further version, 0 known already, 3 refused")
                .doesNotContain("secret@customer.example");
    }

    @Test
    void saysWhatIsMissingOrWrongBeforeItTouchesTheTable() throws IOException {
        assertThat(run()).isFalse();
        assertThat(run("file=nowhere.csv")).isFalse();
        assertThat(run("file=" + file("nps,date\n9,2024-03-01\n"))).isFalse();
        assertThat(run("file=" + file(HEADER), "charset=latin-7-and-a-half")).isFalse();
        assertThat(run("file=" + file(HEADER), "ces=1-5")).isFalse();

        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("/file: says which file"),
                        line -> assertThat(line).contains("nowhere.csv"),
                        line -> assertThat(line).contains("is neither a plain file"),
                        line -> assertThat(line).contains("/charset"),
                        line -> assertThat(line).contains("/ces"));
        assertThat(items()).isEmpty();
    }

    @Test
    void readsColumnsThatAreCalledOtherwise() throws IOException {
        boolean isAllTaken =
                run(
                        "file="
                                + file(
                                        """
                                        Bestellung;touchpoint;metric;Note;Beantwortet am
                                        A-1001;delivery;CSAT;4;2024-03-01 08:00
                                        """),
                        "columns=order_id=Bestellung,score=Note,answered_at=beantwortet am");

        assertThat(isAllTaken).isTrue();
        assertThat(reply().answer()).isEqualTo(new Answer.Score(4));
        assertThat(reply().recordedAt()).isEqualTo(Instant.parse("2024-03-01T07:00:00Z"));
    }

    @Test
    void saysThatTheTableCannotBeReached() throws IOException {
        boolean isAllTaken =
                Import.run(
                        new String[] {
                            "file=" + file(HEADER + "\nA-1001,delivery,NPS,9,2024-03-02,"),
                            "replies.table=none-such",
                            "endpoint=" + DynamoDbLocal.endpoint()
                        },
                        folder,
                        console());

        assertThat(isAllTaken).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("STOPPED")
                .contains("run it again");
    }

    private boolean run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("replies.table=" + table);
        all.add("endpoint=" + DynamoDbLocal.endpoint());
        all.add("columns-that-nobody-gave=");
        return Import.run(all.toArray(new String[0]), folder, console());
    }

    private Console console() {
        return new Console(new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("replies.csv"), text);
    }

    private Reply reply() {
        return replies.find(SURVEY).orElseThrow();
    }

    private Set<Map<String, AttributeValue>> items() {
        Set<Map<String, AttributeValue>> items = new HashSet<>();
        dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().forEach(items::add);
        return items;
    }

    private Map<Metric, Map<Integer, Long>> countsOfTable() {
        Map<Metric, Map<Integer, Long>> counts = new EnumMap<>(Metric.class);
        for (Map<String, AttributeValue> item : items()) {
            Reply reply = Replies.read(new Item(item));
            Answer.Score score = (Answer.Score) reply.answer();
            counts.computeIfAbsent(reply.metric(), _ -> new TreeMap<>())
                    .merge(score.value(), 1L, Long::sum);
        }
        return counts;
    }
}
