package dev.doorstep.emailreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class NewTextReaderPropertiesTest {
    private static final String INTRODUCTION = "On 17/04/2024 08:02, Doorstep wrote:";

    @Property
    void takesEachLineOfItsTextFromTheReply(@ForAll("replies") String reply) {
        List<String> lines =
                reply.lines().map(Spelling::trimEnd).map(String::stripLeading).toList();

        for (NewTextReader reader : Readers.both()) {
            assertThat(reader.readPlain(reply).text().lines().map(String::stripLeading))
                    .isSubsetOf(withBlank(lines));
        }
    }

    @Property
    void readsAnyString(@ForAll String reply, @ForAll boolean delSp) {
        for (NewTextReader reader : Readers.both()) {
            assertThat(reader.readPlain(Flowed.unflow(reply, delSp))).isNotNull();
            assertThat(reader.readHtml(reply)).isNotNull();
        }
    }

    @Property
    void readsAnyHtml(@ForAll("htmls") String html) {
        assertThat(Readers.KNOWING.readHtml(html)).isNotNull();
    }

    @Property
    void losesNoLine(@ForAll("replies") String reply) {
        NewText taken = Readers.KNOWING.readPlain(reply);

        assertThat(filled(taken.text()) + filled(taken.quoted()) + filled(taken.signature()))
                .isEqualTo(filled(reply));
    }

    @Property
    void findsTheSameTextWhateverIsQuotedBelow(
            @ForAll("replies") String text, @ForAll("replies") String quoted) {
        String mark = "\n\n" + INTRODUCTION + "\n";
        String quote = quoted.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));

        String alone = Readers.UNKNOWING.readPlain(text).text();

        assertThat(Readers.UNKNOWING.readPlain(text + mark + "> \n" + quote).text())
                .isEqualTo(alone);
    }

    @Property
    void letsNoScaleThrough(@ForAll("words") String text, @ForAll("scales") String scale) {
        String reply = text + "\n\n" + INTRODUCTION + "\n\n" + scale;

        assertThat(Readers.KNOWING.readPlain(reply).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> replies() {
        Arbitrary<String> marks =
                Arbitraries.of(
                        Stream.of(
                                        "introductions.txt",
                                        "short-introductions.txt",
                                        "header-blocks.txt",
                                        "sent-from.txt",
                                        "closings.txt",
                                        "kept.txt")
                                .flatMap(TestFiles::lines)
                                .toList());
        return Arbitraries.oneOf(marks, words(), Arbitraries.of("", "> quoted", "--", "____"))
                .list()
                .ofMaxSize(8)
                .map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("the", "parcel", "was", "wet", "Jane", "schnell", "très", "λίγο")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> "I say " + String.join(" ", words));
    }

    @Provide
    Arbitrary<String> scales() {
        return Arbitraries.of(" ", "\n", " | ", "\n\n", ": https://doorstep.example/s/abc\n")
                .flatMap(between -> Arbitraries.of(5, 7, 10).map(top -> scale(top, between)));
    }

    @Provide
    Arbitrary<String> htmls() {
        return Arbitraries.of(
                        "<div>",
                        "</div>",
                        "<blockquote>",
                        "</blockquote>",
                        "<table><tr><td>",
                        "</table>",
                        "<div class=gmail_quote>",
                        "<div id=divRplyFwdMsg>",
                        "<div id=appendonsend>",
                        "<a href='https://doorstep.example/s/1'>9</a>",
                        "<pre>",
                        "<br>",
                        "<hr>",
                        "text",
                        "<b>From:</b>",
                        "<div style='border:none;border-top:solid'>",
                        "<")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static String scale(int top, String between) {
        return Stream.iterate(0, n -> n <= top, n -> n + 1)
                .map(String::valueOf)
                .collect(Collectors.joining(between));
    }

    private static List<String> withBlank(List<String> lines) {
        return Stream.concat(lines.stream(), Stream.of("")).toList();
    }

    private static long filled(String text) {
        return text.lines().filter(line -> !Spelling.isBlank(line)).count();
    }
}
