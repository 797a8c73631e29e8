package dev.doorstep.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CsvFileTest {
    @TempDir private Path folder;

    @Test
    void readsRowsByTheNamesOfTheirColumnsHoweverTheseAreWritten() throws IOException {
        List<Line> lines = lines("Response ID,Survey-Type,score \n7, nps ,9\n");

        assertThat(lines)
                .containsExactly(row(2, "response_id", "7", "survey_type", "nps", "score", "9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsOutWhatPartsFields(String separator) throws IOException {
        List<Line> lines = lines("a%sb\n\"1,5;\t:\"%s2\n".formatted(separator, separator));

        assertThat(lines).containsExactly(row(2, "a", "1,5;\t:", "b", "2"));
    }

    @Test
    void countsLinesThroughQuotedLineBreaksAndEmptyLines() throws IOException {
        List<Line> lines =
                lines("a,b\r\n1,\"two\r\nlines\"\r\n\r\n3,\"\"\"four\"\", she said\"\r\n5,6");

        assertThat(lines)
                .containsExactly(
                        row(2, "a", "1", "b", "two\r\nlines"),
                        row(5, "a", "3", "b", "\"four\", she said"),
                        row(6, "a", "5", "b", "6"));
    }

    @Test
    void keepsAQuotationMarkWithinAFieldAsItIs() throws IOException {
        List<Line> lines = lines("a,b\n1,5\" pipe\n2,ok\n");

        assertThat(lines)
                .containsExactly(row(2, "a", "1", "b", "5\" pipe"), row(3, "a", "2", "b", "ok"));
    }

    @Test
    void readsUtf8WithAByteOrderMark() throws IOException {
        assertThat(lines("\uFEFFa,b\nschön,2\n")).containsExactly(row(2, "a", "schön", "b", "2"));
    }

    @Test
    void readsUtf16WithAByteOrderMark() throws IOException {
        Path file = write("a\tb\nschön\t2\n".getBytes(StandardCharsets.UTF_16));

        assertThat(lines(file, Optional.empty())).containsExactly(row(2, "a", "schön", "b", "2"));
    }

    @Test
    void findsOutThatAFileIsLatin1() throws IOException {
        Path file = write("a;b\nschön – für 5 €;2\n".getBytes(Charset.forName("windows-1252")));

        assertThat(lines(file, Optional.empty()))
                .containsExactly(row(2, "a", "schön – für 5 €", "b", "2"));
    }

    @Test
    void readsTheCharsetThatItIsTold() throws IOException {
        Path file = write("a,b\nпривет,2\n".getBytes(Charset.forName("KOI8-R")));

        assertThat(lines(file, Optional.of(Charset.forName("KOI8-R"))))
                .containsExactly(row(2, "a", "привет", "b", "2"));
    }

    @Test
    void refusesOnlyTheRowWithABrokenByteInAFileThatIsUtf8() throws IOException {
        byte[] bytes = "a,b\nschön und gut,1\nX,2\nwährend,3\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0xE4;

        assertThat(lines(write(bytes), Optional.empty()))
                .containsExactly(
                        row(2, "a", "schön und gut", "b", "1"),
                        new Line.Unreadable(
                                3, "has bytes that are no characters of the file's charset"),
                        row(4, "a", "während", "b", "3"));
    }

    @Test
    void readsUtf8AcrossTheBuffersOfDetection() throws IOException {
        String text = "ä".repeat(200_001);

        List<Line> lines = lines("a,b\n" + text + ",2\n");

        assertThat(lines).containsExactly(row(2, "a", text, "b", "2"));
    }

    @Test
    void refusesALineOfTenMegabytesAndReadsTheNextOne() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("a,b\n1,");
            for (int i = 0; i < 10; i++) {
                out.write("x".repeat(1 << 20));
            }
            out.write("\n3,4\n");
        }

        assertThat(lines(file, Optional.empty()))
                .containsExactly(
                        new Line.Unreadable(2, "is longer than 262,144 characters"),
                        row(3, "a", "3", "b", "4"));
    }

    @Test
    void saysHowFarAQuotationMarkReachesThatIsNeverClosed() throws IOException {
        List<Line> lines = lines("a,b\n1,2\n3,\"four\n5,6\n7,8\n");

        assertThat(lines)
                .containsExactly(
                        row(2, "a", "1", "b", "2"),
                        new Line.Unreadable(
                                3,
                                "a quotation mark is opened and not closed (it reaches to line"
                                        + " 6)"));
    }

    @Test
    void refusesRowsWithFieldsTooManyOrTooFew() throws IOException {
        List<Line> lines = lines("a,b\n1\n1,2,3\n1,\"2\"x\n4,5\n");

        assertThat(lines)
                .containsExactly(
                        new Line.Unreadable(2, "has 1 fields, but the header has 2"),
                        new Line.Unreadable(3, "has 3 fields, but the header has 2"),
                        new Line.Unreadable(
                                4, "has something between a quotation mark and the next field"),
                        row(5, "a", "4", "b", "5"));
    }

    @Test
    void refusesAFileWithoutAHeaderOrWithOneThatNamesAColumnTwice() {
        assertThatThrownBy(() -> lines(""))
                .isInstanceOf(Rejected.class)
                .hasMessage("has no header");
        assertThatThrownBy(() -> lines("score,Score\n1,2\n"))
                .isInstanceOf(Rejected.class)
                .hasMessage("has two columns \"score\"");
    }

    @Test
    void knowsColumnsByOtherNamesIfItIsTold() throws IOException {
        Path file = write("Points,b\n9,2\n".getBytes(StandardCharsets.UTF_8));

        try (CsvFile csv =
                CsvFile.open(TextFile.of(file, Optional.empty()), Map.of("points", "score"))) {
            assertThat(csv.columns()).containsExactly("score", "b");
        }
    }

    private List<Line> lines(String text) throws IOException {
        return lines(write(text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }

    private static List<Line> lines(Path file, Optional<Charset> charset) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(TextFile.of(file, charset), Map.of())) {
            for (Optional<Line> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.csv"), bytes);
    }

    private static Line row(long number, String... fields) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            row.put(fields[i], fields[i + 1]);
        }
        return new Line.Row(number, row);
    }
}
