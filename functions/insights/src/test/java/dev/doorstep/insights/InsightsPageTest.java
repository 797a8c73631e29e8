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
        String link = first(map, "href=\"([^\"]+)\"").replace("&amp;", "&");

        assertThat(page(link).body()).contains("A-1").doesNotContain("A-2");
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
            next =
                    all(html, "class=\"button\" href=\"([^\"]+)\"").stream()
                            .map(href -> href.replace("&amp;", "&"))
                            .findFirst();
        }

        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 40)).allMatch(id -> Integer.parseInt(id.substring(2)) < 40);
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
        HttpRequest german =
                new HttpRequest(
                        "GET",
                        "/insights",
                        Map.of("accept-language", "de-AT, en;q=0.5"),
                        Map.of(),
                        Map.of("by", "country"),
                        Map.of(),
                        Map.of(),
                        new byte[0]);

        String html = house.page.respond(german, InsightsHouse.LEAD).body();

        assertThat(html).contains("lang=\"de\"").contains("Was am meisten kostet");
        assertThat(html).contains("Deutschland");
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

    private HttpResponse page(String link) {
        String[] parts = link.split("\\?", 2);
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
