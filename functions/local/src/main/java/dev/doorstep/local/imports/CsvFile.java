package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import dev.doorstep.lambda.Rejected;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of rows with a header, as RFC 4180 describes it, parted by commas, semicolons or tabs. It
 * is read row by row. Not safe for use by several threads.
 */
final class CsvFile implements AutoCloseable {
    private static final String SEPARATORS = ",;\t";

    private final RecordReader records;
    private final boolean isWhole;
    private final char separator;
    private final List<String> columns;

    private CsvFile(RecordReader records, boolean isWhole, char separator, List<String> columns) {
        this.records = records;
        this.isWhole = isWhole;
        this.separator = separator;
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads the header.
     *
     * @param renamed how the file calls what we call otherwise, by its own names
     * @throws Rejected if it is none, or names a column twice
     */
    static CsvFile open(TextFile file, Map<String, String> renamed) throws IOException {
        requireNonNull(renamed, "renamed is null");
        String header;
        try (RecordReader any = new RecordReader(file.open(), SEPARATORS)) {
            header = header(any);
        }
        char separator = separator(header);
        List<String> columns =
                fields(header, separator).stream()
                        .map(CsvFile::plain)
                        .map(name -> renamed.getOrDefault(name, name))
                        .toList();
        requireDifferent(columns);
        BufferedReader in = file.open();
        RecordReader records = new RecordReader(in, String.valueOf(separator));
        header(records);
        return new CsvFile(records, file.isWhole(), separator, columns);
    }

    /** Lower case, with one underscore for all that parts words. */
    static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    /** As {@link #plain} writes them. */
    List<String> columns() {
        return columns;
    }

    Optional<Line> next() throws IOException {
        return records.next().map(this::line);
    }

    private Line line(RecordReader.RawRecord raw) {
        if (raw.isUnclosed()) {
            return unreadable(raw, "a quotation mark is opened and not closed");
        }
        if (raw.isTooLong()) {
            return unreadable(raw, "is longer than %,d characters".formatted(RecordReader.LONGEST));
        }
        if (!isWhole && raw.text().indexOf(TextFile.NO_CHARACTER) >= 0) {
            return unreadable(raw, "has bytes that are no characters of the file's charset");
        }
        try {
            return line(raw, fields(raw.text(), separator));
        } catch (CsvParseException _) {
            return unreadable(raw, "has something between a quotation mark and the next field");
        }
    }

    private Line line(RecordReader.RawRecord raw, List<String> fields) {
        if (fields.size() != columns.size()) {
            return unreadable(
                    raw,
                    "has %d fields, but the header has %d"
                            .formatted(fields.size(), columns.size()));
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String text = fields.get(i).strip();
            if (!text.isEmpty()) {
                row.put(columns.get(i), text);
            }
        }
        return new Line.Row(raw.line(), row);
    }

    /** Says how far it reaches: what it swallowed is not read. */
    private static Line unreadable(RecordReader.RawRecord raw, String reason) {
        return new Line.Unreadable(
                raw.line(),
                raw.lastLine() == raw.line()
                        ? reason
                        : "%s (it reaches to line %d)".formatted(reason, raw.lastLine()));
    }

    private static String header(RecordReader records) throws IOException {
        return records.next()
                .filter(raw -> !raw.isTooLong() && !raw.isUnclosed())
                .map(RecordReader.RawRecord::text)
                .orElseThrow(() -> new Rejected("", "has no header"));
    }

    private static char separator(String header) {
        return SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .max(Comparator.comparingInt(c -> fieldsIfAny(header, c)))
                .orElseThrow();
    }

    private static int fieldsIfAny(String header, char separator) {
        try {
            return fields(header, separator).size();
        } catch (CsvParseException _) {
            return 0;
        }
    }

    private static List<String> fields(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(text).getFields();
    }

    private static void requireDifferent(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new Rejected("", "has two columns \"" + column + "\"");
            }
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
