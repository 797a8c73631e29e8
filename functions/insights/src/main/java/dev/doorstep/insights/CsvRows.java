package dev.doorstep.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows as RFC 4180 has them. What a spreadsheet would take for a formula gets an apostrophe in
 * front, wherever in a text one that splits by another separator would begin a cell. Source: OWASP,
 * "CSV Injection".
 */
final class CsvRows implements ExportBuffer.RowWriter {
    /** Such a beginning of a text may be passed over, or be taken for that of a formula itself. */
    private static final String WHITE_BEGINNINGS = "\t\r\n";

    /**
     * Where a cell may begin, and then what such a program may leave out before a formula. Who
     * splits by commas knows what quotes are for.
     */
    private static final Pattern BEFORE_FORMULA =
            Pattern.compile("(^|[;|\t\r\n])([\"'\\p{Zs}]*+)(?=[=+\\-@＝＋－＠])");

    private static final String BAR = "|";

    private final CsvWriter csv;

    CsvRows(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, UTF_8);
    }

    @Override
    public void writeHeader() {
        csv.writeRecord(ExportRow.COLUMNS);
        flush();
    }

    @Override
    public void write(ExportRow row) {
        Map<String, @Nullable Object> members = row.members();
        csv.writeRecord(ExportRow.COLUMNS.stream().map(name -> cell(members.get(name))).toList());
        flush();
    }

    private void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> harmless(text);
            case List<?> several ->
                    harmless(String.join(BAR, several.stream().map(String::valueOf).toList()));
            default -> value.toString();
        };
    }

    private static String harmless(String text) {
        String cells = BEFORE_FORMULA.matcher(text).replaceAll("$1'$2");
        boolean isWhite = !cells.isEmpty() && WHITE_BEGINNINGS.indexOf(cells.charAt(0)) >= 0;
        return isWhite ? "'" + cells : cells;
    }
}
