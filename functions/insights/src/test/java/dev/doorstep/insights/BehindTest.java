package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.scores.Tally;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

class BehindTest {
    private static final LocalDate LAST = LocalDate.parse("2026-11-28");
    private static final Days YEAR = new Days(LAST.minusDays(364), LAST);

    private final Scores scores = new Scores(DynamoDbLocal.client(), Tables.create("ScoresTable"));
    private final Replies replies =
            new Replies(DynamoDbLocal.client(), Tables.create("RepliesTable"));

    @Test
    void findsASurveyOfAnOrderThatWasPlacedMonthsBefore() {
        survey("A-1", LAST.minusDays(300), LAST, "expired");

        Behind.Found found = new Behind(scores, replies).find(surveys("expired"), Optional.empty());

        assertThat(found.things()).extracting(Counted::id).containsExactly("A-1~delivery");
        assertThat(found.next()).isEmpty();
    }

    @Test
    void looksNoFurtherOnceItHasFoundAllThatWereCounted() {
        survey("A-1", LAST.minusDays(1), LAST, "expired");
        survey("A-2", LAST.minusDays(300), LAST, "sent");

        Behind.Found found =
                new Behind(scores, replies, 2).find(surveys("expired"), Optional.empty());

        assertThat(found.things()).hasSize(1);
        assertThat(found.next()).isEmpty();
    }

    @Test
    void endsAPageBeforeItTakesTooLongAndGoesOnFromThere() {
        survey("A-1", LAST.minusDays(3), LAST, "expired");
        survey("A-2", LAST.minusDays(40), LAST, "expired");
        Behind behind = new Behind(scores, replies, 10);

        List<Behind.Found> pages = pages(behind, surveys("expired"));

        assertThat(pages).hasSizeGreaterThan(4);
        assertThat(pages.get(1).things()).isEmpty();
        assertThat(ids(pages)).containsExactly("A-1~delivery", "A-2~delivery");
    }

    @Test
    void showsEachOfADayOfManyOnce() {
        List<Counted> many = IntStream.range(0, 2_100).mapToObj(n -> reply("B-" + n, "9")).toList();
        scores.count(many);
        scores.count(IntStream.range(0, 120).mapToObj(n -> reply("C-" + n, "suspect")).toList());

        List<Behind.Found> nines = pages(new Behind(scores, replies, 3), replies("9"));
        List<Behind.Found> suspects = pages(new Behind(scores, replies), replies("suspect"));

        assertThat(ids(nines)).hasSize(2_100).doesNotHaveDuplicates();
        assertThat(suspects).extracting(page -> page.things().size()).containsExactly(50, 50, 20);
        assertThat(ids(suspects)).doesNotHaveDuplicates().allMatch(id -> id.startsWith("C-"));
    }

    private static List<Behind.Found> pages(Behind behind, BehindRequest asked) {
        List<Behind.Found> pages = new ArrayList<>();
        Optional<Behind.Place> after = Optional.empty();
        do {
            Behind.Found page = behind.find(asked, after);
            pages.add(page);
            after = page.next();
        } while (after.isPresent());
        return pages;
    }

    private static List<String> ids(List<Behind.Found> pages) {
        return pages.stream().flatMap(page -> page.things().stream()).map(Counted::id).toList();
    }

    private static BehindRequest surveys(String counter) {
        return request(BehindRequest.Kind.SURVEYS, counter);
    }

    private static BehindRequest replies(String counter) {
        return request(BehindRequest.Kind.REPLIES, counter);
    }

    private static BehindRequest request(BehindRequest.Kind kind, String counter) {
        return new BehindRequest(
                kind,
                Touchpoint.DELIVERY,
                Metric.NPS,
                YEAR,
                Dimension.ALL.id(),
                Dimension.ALL.id(),
                Optional.of(counter));
    }

    private void survey(String order, LocalDate filed, LocalDate day, String counter) {
        String about = SurveyTally.about(Touchpoint.DELIVERY);
        scores.count(List.of(counted(about, about, order, filed, day, counter)));
    }

    private static Counted reply(String order, String counter) {
        return counted("delivery", "delivery", order, LAST, LAST, counter);
    }

    private static Counted counted(
            String filedUnder,
            String about,
            String order,
            LocalDate filed,
            LocalDate day,
            String counter) {
        return new Counted(
                filedUnder,
                filed,
                order + "~delivery",
                1,
                new Tally(about, day, counter, new TreeMap<>(Map.of("all", Set.of("all")))));
    }
}
