package dev.doorstep.emailreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.emailreply.text.TestFiles.Example;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class NewTextReaderTest {

    @ParameterizedTest
    @MethodSource
    void findsWhatIsNewInMails(Example example) {
        for (NewTextReader reader : readers(example)) {
            assertThat(reader.readPlain(example.mail()).text()).isEqualTo(example.text());
        }
    }

    static Stream<Example> findsWhatIsNewInMails() {
        return TestFiles.mails("mails.txt");
    }

    @ParameterizedTest
    @MethodSource
    void findsWhatIsNewInHtml(Example example) {
        for (NewTextReader reader : readers(example)) {
            assertThat(reader.readHtml(example.mail()).text()).isEqualTo(example.text());
        }
    }

    static Stream<Example> findsWhatIsNewInHtml() {
        return TestFiles.mails("html.txt");
    }

    @Test
    void keepsWhatItCutsAndTellsWhy() {
        String mail = "9\n\nThanks\nJane\n\nOn 17/04/2024 08:02, Doorstep wrote:\n> 0 1 2 3";

        NewText reply = Readers.UNKNOWING.readPlain(mail);

        assertThat(reply.text()).isEqualTo("9");
        assertThat(reply.signature()).isEqualTo("Thanks\nJane");
        assertThat(reply.quoted()).isEqualTo("On 17/04/2024 08:02, Doorstep wrote:\n> 0 1 2 3");
        assertThat(reply.rules()).containsExactly("INTRODUCTION", "QUOTED_LINES", "CLOSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane",
                "jane roe",
                "J. Roe",
                "Jane Roe\nHead of Purchasing\nTel. 020 7946 0958",
                "Μαρία"
            })
    void cutsANameThatTheSenderIsKnownBy(String name) {
        List<String> names = List.of("\"Roe, Jane\" <jane.roe@mail.example>", "Μαρία Παππά");

        NewText reply = Readers.UNKNOWING.readPlain("Fast. 9\n" + name, names);

        assertThat(reply.text()).isEqualTo("Fast. 9");
        assertThat(reply.signature()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Super", "Jane, the driver", "Jane was kind", "9", "Max"})
    void keepsALastLineThatIsNotTheSendersName(String line) {
        String text = "Fast.\n\n" + line;

        NewText reply = Readers.UNKNOWING.readPlain(text, List.of("Jane Roe"));

        assertThat(reply.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Roe", "Max M. Mustermann", "Γιάννης Παπαδόπουλος"})
    void cutsAFullNameInALastParagraphIfNoneIsKnown(String name) {
        assertThat(Readers.UNKNOWING.readPlain("9\n\n" + name).text()).isEqualTo("9");
        assertThat(Readers.UNKNOWING.readPlain(name).text()).isEqualTo(name);
    }

    @Test
    void learnsTheNameFromTheGreetingOfOurQuotedMail() {
        String mail = "Fast. 9\nJane\n\nOn 17/04/2024 08:02, Doorstep wrote:\n> Hello Jane Roe,\n";

        assertThat(Readers.KNOWING.readPlain(mail).text()).isEqualTo("Fast. 9");
    }

    @Test
    void readsAllKindsOfLineBreaks() {
        assertThat(Readers.UNKNOWING.readPlain("a\r\nb\rc\nd \r\n").text()).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void looksAtNoMoreThanItsLimits() {
        NewText manyLines = Readers.UNKNOWING.readPlain("fine\n".repeat(6_000));
        NewText longLine = Readers.UNKNOWING.readPlain("x".repeat(1_000_000));

        assertThat(manyLines.text().lines()).hasSize(5_000);
        assertThat(manyLines.rules()).containsExactly("LIMIT");
        assertThat(longLine.text()).hasSize(256 * 1024);
        assertThat(longLine.rules()).containsExactly("LIMIT");
    }

    private static List<NewTextReader> readers(Example example) {
        return example.name().startsWith("[ours]") ? List.of(Readers.KNOWING) : Readers.both();
    }
}
