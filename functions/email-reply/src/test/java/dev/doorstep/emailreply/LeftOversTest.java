package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.ScoreReader;
import dev.doorstep.emailreply.text.NewTextReader;
import dev.doorstep.emailreply.text.SentText;
import dev.doorstep.programme.Metric;
import dev.doorstep.texts.Language;
import dev.doorstep.texts.Texts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What customers leave of our mail when they cut in it, with or without marks of a quote: its
 * numbers are no scores.
 */
class LeftOversTest {
    private static final String WRITTEN = "It was wet.";
    private static final String URL = "https://survey.shop.example/s/aaaaaaaaaaaaaaaaaaaaaaaaaa/";
    private static final int FEWEST_LINES_ABOVE = 2;
    private static final int SHORT = 4;

    private final NewTextReader texts =
            new NewTextReader(
                    SentText.of(Texts.patterns("mail")),
                    Set.of("survey.shop.example", "shop.example"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void takesNoScoreFromAnyPartOfOurMailBelowWhatIsWritten(Language language) {
        List<String> scored =
                parts(language, 1)
                        .map(part -> new LeftOver(part.metric(), WRITTEN + "\n\n" + part.text()))
                        .filter(one -> isScored(one, language))
                        .map(LeftOver::text)
                        .toList();

        assertThat(scored).isEmpty();
    }

    /** A label that is all that is left above, such as "10 – very likely", is an answer as well. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void takesNoScoreFromAnyPartOfOurMailAboveWhatIsWritten(Language language) {
        List<String> scored =
                parts(language, FEWEST_LINES_ABOVE)
                        .map(part -> new LeftOver(part.metric(), part.text() + "\n\n" + WRITTEN))
                        .filter(one -> isScored(one, language))
                        .map(LeftOver::text)
                        .toList();

        assertThat(scored).isEmpty();
    }

    private boolean isScored(LeftOver one, Language language) {
        String text = texts.readPlain(one.text()).text();
        return new ScoreReader(one.metric(), language.locale()).read(text) instanceof Reading.Score;
    }

    private record LeftOver(Metric metric, String text) {}

    /** All stretches of our mail, unmarked, marked, and with every other mark lost. */
    private static Stream<LeftOver> parts(Language language, int fewestLines) {
        List<UnaryOperator<String>> marks = List.of(line -> line, line -> "> " + line);
        return Stream.of(Metric.values())
                .flatMap(
                        metric ->
                                stretches(mail(language, metric), fewestLines)
                                        .flatMap(part -> markedInAllWays(part, marks))
                                        .map(text -> new LeftOver(metric, text)));
    }

    /** Short ones from anywhere, and all that remain when the rest is cut off at one end. */
    private static Stream<List<String>> stretches(List<String> lines, int fewestLines) {
        int size = lines.size();
        return IntStream.rangeClosed(fewestLines, size)
                .boxed()
                .flatMap(
                        length ->
                                IntStream.rangeClosed(0, size - length)
                                        .filter(
                                                from ->
                                                        length <= SHORT
                                                                || from == 0
                                                                || from + length == size)
                                        .mapToObj(from -> lines.subList(from, from + length)));
    }

    private static Stream<String> markedInAllWays(
            List<String> lines, List<UnaryOperator<String>> marks) {
        return Stream.of(
                marked(lines, marks.subList(0, 1)),
                marked(lines, marks.subList(1, 2)),
                marked(lines, marks),
                marked(lines, marks.reversed()));
    }

    private static String marked(List<String> lines, List<UnaryOperator<String>> marks) {
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            marked.add(marks.get(i % marks.size()).apply(lines.get(i)));
        }
        return String.join("\n", marked);
    }

    private static List<String> mail(Language language, Metric metric) {
        Texts texts = Texts.of("mail", language.locale());
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("greeting.named", "Jane Roe"));
        lines.add(texts.text("delivery.intro", "Doorstep Demo Shop"));
        lines.add(texts.text("items", "Desk lamp, 2 Stoneware cups"));
        lines.add(texts.text("carrier", "DPD"));
        lines.add(texts.text("delivery.question", "Doorstep Demo Shop"));
        lines.add(texts.text(metric + ".low"));
        lines.add(texts.text(metric + ".high"));
        metric.scores().forEach(score -> lines.add(score + ": " + URL + score));
        lines.add(texts.text("missing") + ": " + URL + "not-received");
        lines.add(texts.text("confirm"));
        lines.add(texts.text("reply-to-mail", metric.lowest(), metric.highest()));
        lines.add(texts.text("why", "Doorstep Demo Shop"));
        lines.add("Doorstep Demo Shop, 1 Example Street, 10115 Berlin, Germany");
        return lines;
    }
}
