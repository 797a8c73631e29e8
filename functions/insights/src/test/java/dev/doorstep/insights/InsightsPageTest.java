package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

class InsightsPageTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final String HOSTILE = "<script>alert(1)</script> \u202e";

    private final InsightsHouse house = new InsightsHouse();

    @Test
    void showsTheFigureWithItsRangeItsNumberAndThatNothingChangedClearly() {
        IntStream.range(0, 20).forEach(i -> house.reply("A-" + i, DAY, i % 2 == 0 ? 10 : 8, "Hm"));
        IntStream.range(20, 40)
                .forEach(i -> house.reply("A-" + i, DAY.minusDays(30), i % 3 == 0 ? 5 : 9, "Hm"));

        String html = page("/insights", Map.of("from", "2026-11-01", "to", "2026-11-28")).body();

        assertThat(html).contains(">50</a>").contains("with 95 % certainty");
        assertThat(html).contains("from 20 replies").contains("No clear change since");
    }

    @Test
    void opensTheRepliesOfThePeriodThatItIsComparedWith() {
        house.reply("A-1", DAY, 10, "Good");
        house.reply("B-1", DAY.minusDays(28), 9, "Good");
        apart("APART-1", DAY.minusDays(28), ReplyTally.SUSPECT);
        String html = page("/insights", Map.of("from", "2026-11-01", "to", "2026-11-28")).body();

        String link = first(html, "class=\"change[^\"]*\">[^<]*<a href=\"([^\"]+)\">from 1 reply<");

        assertThat(page(link).body()).contains("B-1").doesNotContain("A-1", "APART-1");
    }

    @Test
    void saysWhatThereWasWhereThereAreNoRepliesNow() {
        IntStream.range(0, 3).forEach(i -> house.reply("A-" + i, DAY.minusDays(28), 10, "Good"));
        Map<String, String> days = Map.of("from", "2026-11-01", "to", "2026-11-28");

        String html = page("/insights", days).body();

        assertThat(html)
                .contains("No replies now, so no comparison with 4 Oct 2026 to 31 Oct 2026: 100")
                .contains("from 3 replies")
                .doesNotContain("Nothing to compare with");
        assertThat(german(days)).contains("Jetzt keine Antworten").contains("aus 3 Antworten");
        assertThat(page("/insights", Map.of("compare", "year")).body())
                .contains("Nothing to compare with in");
    }

    @Test
    void saysThatThereIsNoFigureOfNoReplies() {
        HttpResponse response = page("/insights", Map.of());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("there is no figure").doesNotContain("NaN");
    }

    @ParameterizedTest
    @CsvSource({
        "from, 1976-11-01",
        "from, 2026-11-30",
        "to, 2026-11-29",
        "from, yesterday",
        "by, shoe-size",
        "touchpoint, doorbell",
        "compare, neighbour"
    })
    void saysWhichFieldIsWrongAndKeepsWhatWasAsked(String name, String value) {
        HttpResponse response = page("/insights", Map.of(name, value));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("id=\"mistake\"").contains("aria-invalid=\"true\"");
        assertThat(response.body()).doesNotContain("class=\"big\"");
    }

    @Test
    void saysWhichFirstDaysThereCanBe() {
        Map<String, String> days = Map.of("from", "2026-11-20", "to", "2026-11-01");

        assertThat(page("/insights", days).body())
                .contains("must not be after the last day, nor two years or more before it.");
        assertThat(german(days))
                .contains("nicht nach dem letzten Tag liegen und auch nicht zwei Jahre oder mehr");
    }

    @Test
    void opensTheRepliesBehindAScoreAndNoOthers() {
        house.reply("A-1", DAY, 3, HOSTILE, "late");
        house.reply("A-2", DAY, 9, "Thank you");

        String html = page("/insights/replies", Map.of("counter", "3")).body();

        assertThat(html).contains("A-1").contains("Took too long").doesNotContain("A-2");
        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void opensTheRepliesBehindEachFigureOfTheFrictionMap() {
        house.reply("A-1", DAY, 3, "Slow", "late");
        IntStream.range(2, 9).forEach(i -> house.reply("A-" + i, DAY, 10, "Good", "fast"));
        String html = page("/insights", Map.of()).body();

        String map = html.substring(html.indexOf("figures map"));
        String link = first(map, "href=\"([^\"]+)\"");

        assertThat(page(link).body()).contains("A-1").doesNotContain("A-2");
    }

    @Test
    void opensBehindEachFigureOnlyWhatItIsMadeOf() {
        house.reply("A-1", DAY, 3, "Slow", "late");
        IntStream.range(2, 9).forEach(i -> house.reply("A-" + i, DAY, 10, "Good", "fast"));
        apart("APART-1", DAY, ReplyTally.SUSPECT);
        apart("APART-2", DAY, ReplyTally.UNSCORED);
        apart("APART-3", DAY, ReplyTally.NOT_RECEIVED);
        String day = DAY.toString();
        String html = page("/insights", Map.of("from", day, "to", day, "by", "carrier")).body();

        List<String> links =
                all(html, "href=\"(/insights/replies[^\"]+)\"").stream()
                        .filter(link -> !link.matches(".*(suspect|unscored|not-received)"))
                        .toList();

        assertThat(html).contains(">from 8 replies<");
        assertThat(all(page(links.getFirst()).body(), "<bdi>(A-\\d+)</bdi>")).hasSize(8);
        assertThat(links)
                .anyMatch(link -> link.contains("of=reason"))
                .anyMatch(link -> link.contains("of=carrier"))
                .allSatisfy(link -> assertThat(page(link).body()).doesNotContain("APART-"));
        assertThat(page("/insights/replies").body()).contains("APART-1", "APART-2", "APART-3");
    }

    @Test
    void goesOnWithThoseThatHaveAScore() {
        for (int i = 0; i < 60; i++) {
            house.reply("A-" + i, DAY, 9, "Fine");
            apart("APART-" + i, DAY, ReplyTally.UNSCORED);
        }
        String first = page("/insights/replies?counter=scored").body();

        String second = page(first(first, "class=\"button\" href=\"([^\"]+)\"")).body();

        assertThat(first + second).contains("with a score").doesNotContain("APART-");
        assertThat(all(first + second, "<bdi>(A-\\d+)</bdi>")).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void opensSomethingBehindEachOfTheGreatFigures() {
        house.fill();

        String html = page("/insights", Map.of()).body();

        assertThat(all(html, "class=\"big\"><a href=\"([^\"]+)\""))
                .hasSize(5)
                .hasSameSizeAs(all(html, "class=\"(big)\""))
                .anyMatch(link -> link.contains("counter=scored"))
                .anyMatch(link -> link.contains("/insights/surveys") && link.contains("=sent"))
                .anyMatch(link -> link.contains("/insights/cases") && link.contains("=kept"));
    }

    @Test
    void saysHowSureItIsWhereACostIsNotClear() {
        house.reply("A-1", DAY, 3, "Slow", "late");
        IntStream.range(2, 9).forEach(i -> house.reply("A-" + i, DAY, 10, "Good", "fast"));

        String html = page("/insights", Map.of()).body();

        assertThat(html).containsPattern("not clear: \u2212\\d+\\.\\d to \\d+\\.\\d, named by 13%");
        assertThat(html).contains("Sorted by share times difference");
    }

    @Test
    void saysOfTheLongestTimesThatTheyMayBeLonger() {
        IntStream.range(0, 5).forEach(i -> contacted("A-" + i, "60"));
        IntStream.range(5, 12).forEach(i -> contacted("A-" + i, "5760"));

        String html = page("/insights", Map.of()).body();

        assertThat(html).contains(">over 4 d<").contains("1 h 0 min to over 4 d");
        assertThat(german(Map.of())).contains(">über 4 T<");
    }

    @Test
    void saysThatACaseThatWasOpenedAgainCountsFromThen() {
        assertThat(page("/insights", Map.of()).body()).contains("opened again, from the last time");
    }

    @Test
    void goesThroughAllRepliesPageByPageNoneTwice() {
        for (int i = 0; i < 120; i++) {
            house.reply("A-" + i, DAY.minusDays(i / 40), 9, "Fine");
        }
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("/insights/replies?touchpoint=delivery");
        while (next.isPresent()) {
            String html = page(next.get()).body();
            all(html, "<bdi>(A-\\d+)</bdi>").forEach(seen::add);
            next = all(html, "class=\"button\" href=\"([^\"]+)\"").stream().findFirst();
        }

        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 40)).allMatch(id -> Integer.parseInt(id.substring(2)) < 40);
    }

    @Test
    void saysThatThereMayBeMoreWhereAPageEndsBeforeAnyIsFound() {
        Frame frame =
                new Frame(
                        Frame.texts(Optional.empty()),
                        new InsightsAssets(),
                        "Lamps",
                        ZoneOffset.UTC,
                        InsightsHouse.LEAD);
        BehindView view =
                new BehindView(
                        "Surveys: Delivery",
                        "1 Nov 2026 to 28 Nov 2026",
                        "",
                        List.of(),
                        Optional.of("/insights/surveys?day=2026-11-01"));

        String html = new InsightsTemplates().behind(new BehindPageView(frame, view)).body();

        assertThat(html).contains("None was found so far").doesNotContain("Nothing was counted");
    }

    @Test
    void opensSurveysByTheDayThatCountsThoughTheyAreFiledBefore() {
        Tally sent =
                new Tally(
                        "surveys~delivery",
                        DAY,
                        "skipped~capped",
                        new TreeMap<>(Map.of("all", Set.of("all"))));
        house.scores.count(
                List.of(
                        new Counted(
                                "surveys~delivery", DAY.minusDays(12), "A-7~delivery", 1, sent)));

        String html =
                page("/insights/surveys", Map.of("counter", "skipped~capped", "from", "2026-11-20"))
                        .body();

        assertThat(html).contains("A-7").contains("Asked a short while ago");
        assertThat(html).contains("/desk/search?order=A-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/insights/replies?of=shoe-size&value=44",
                "/insights/replies?day=2026-99-99&after=A-1~delivery",
                "/insights/surveys?of=carrier&value=dhl",
                "/insights/cases?from=2026-11-28&to=2026-11-01"
            })
    void showsNothingOfWhatCannotBe(String path) {
        assertThat(page(path).status()).isEqualTo(400);
    }

    @Test
    void offersAnExportToLeadsAlone() {
        assertThat(page("/insights", Map.of()).body()).contains("/insights/downloads");
        assertThat(house.get("/insights", Map.of(), InsightsHouse.VIEWER).body())
                .doesNotContain("/insights/downloads");
    }

    @Test
    void isInGermanForWhoeverAsksForIt() {
        house.fill();

        String html = german(Map.of("by", "country"));

        assertThat(html).contains("lang=\"de\"").contains("Was am meisten kostet");
        assertThat(html).contains("Deutschland").contains(">Kanal<").contains(">Bewertung<");
    }

    @Test
    void servesStylesAndScriptsForGoodAndToEveryone() {
        String html = page("/insights", Map.of()).body();

        for (String asset : all(html, "\"(/insights/assets/[^\"]+)\"")) {
            HttpResponse response = house.page.open(request(asset, Map.of())).orElseThrow();
            assertThat(response.headers().get("cache-control")).contains("immutable");
        }
        assertThat(house.page.open(request("/insights/assets/../x", Map.of()))).isEmpty();
    }

    /** Counted, but in no figure. */
    private void apart(String order, LocalDate day, String counter) {
        count("delivery", order, day, counter, Map.of("carrier", "unknown", "reason", "late"));
    }

    private void contacted(String order, String minutes) {
        count("cases~delivery", order, DAY, CaseTally.CASES, Map.of(CaseTally.CONTACT, minutes));
    }

    private void count(
            String about, String order, LocalDate day, String counter, Map<String, String> more) {
        Map<String, Set<String>> values = new TreeMap<>(Map.of("all", Set.of("all")));
        more.forEach((dimension, value) -> values.put(dimension, Set.of(value)));
        Tally tally = new Tally(about, day, counter, new TreeMap<>(values));
        house.scores.count(List.of(new Counted(about, day, order + "~delivery", 1, tally)));
    }

    private String german(Map<String, String> query) {
        HttpRequest request =
                new HttpRequest(
                        "GET",
                        "/insights",
                        Map.of("accept-language", "de-AT, en;q=0.5"),
                        Map.of(),
                        query,
                        Map.of(),
                        Map.of(),
                        new byte[0]);
        return house.page.respond(request, InsightsHouse.LEAD).body();
    }

    private HttpResponse page(String link) {
        String[] parts = link.replace("&amp;", "&").split("\\?", 2);
        Map<String, String> query = new TreeMap<>();
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            query.put(nameAndValue[0], nameAndValue[1].replace("%7E", "~"));
        }
        return page(parts[0], query);
    }

    private HttpResponse page(String path, Map<String, String> query) {
        return house.get(path, query, InsightsHouse.LEAD);
    }

    private static HttpRequest request(String path, Map<String, String> query) {
        return new HttpRequest(
                "GET", path, Map.of(), Map.of(), query, Map.of(), Map.of(), new byte[0]);
    }

    private static String first(String html, String pattern) {
        return all(html, pattern).getFirst();
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
