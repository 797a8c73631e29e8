package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Cuts a file into its records without reading their fields, so that one that is far too long, or
 * never ends, costs no memory and the next one is still found. What reads the fields cannot go on
 * behind such a record.
 */
final class RecordReader implements AutoCloseable {
    /** More than any answer with all that may come with it. */
    static final int LONGEST = 1 << 18;

    private static final int END = -1;
    private static final int NOTHING_READ = -2;

    private final Reader in;
    private final String separators;
    private int pushedBack = NOTHING_READ;
    private long line = 1;

    /**
     * @param separators which characters part fields
     */
    RecordReader(Reader in, String separators) {
        this.in = requireNonNull(in, "in is null");
        this.separators = requireNonNull(separators, "separators is null");
    }

    /** The next record that is not empty. */
    Optional<RawRecord> next() throws IOException {
        int c = read();
        while (c == '\r' || c == '\n') {
            endLine(c);
            c = read();
        }
        return c == END ? Optional.empty() : Optional.of(record(c));
    }

    private RawRecord record(int first) throws IOException {
        long start = line;
        StringBuilder text = new StringBuilder();
        Quotes quotes = Quotes.FIELD_BEGINS;
        int c = first;
        while (c != END && (quotes == Quotes.OPEN || (c != '\r' && c != '\n'))) {
            append(text, c);
            quotes = quotes.after(c, separators);
            if ((c == '\r' || c == '\n') && endLine(c)) {
                append(text, '\n');
            }
            c = read();
        }
        long end = line;
        if (c != END) {
            endLine(c);
        }
        return new RawRecord(
                start, end, text.toString(), text.length() > LONGEST, quotes == Quotes.OPEN);
    }

    private static void append(StringBuilder text, int c) {
        if (text.length() <= LONGEST) {
            text.append((char) c);
        }
    }

    /** Whether a line feed that belongs to it was read, too. */
    private boolean endLine(int c) throws IOException {
        line++;
        if (c == '\r') {
            int next = read();
            if (next == '\n') {
                return true;
            }
            pushedBack = next;
        }
        return false;
    }

    private int read() throws IOException {
        if (pushedBack != NOTHING_READ) {
            int c = pushedBack;
            pushedBack = NOTHING_READ;
            return c;
        }
        return in.read();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * A record as it stands in the file.
     *
     * @param line where it begins, from 1
     * @param lastLine where it ends
     * @param text its beginning, if it is too long
     * @param isUnclosed whether a quotation mark is open at the file's end
     */
    record RawRecord(
            long line, long lastLine, String text, boolean isTooLong, boolean isUnclosed) {}

    /** Whether a line break belongs to the text (RFC 4180). */
    private enum Quotes {
        FIELD_BEGINS,
        WITHIN_FIELD,
        OPEN,
        JUST_CLOSED;

        Quotes after(int c, String separators) {
            if (c == '"') {
                return switch (this) {
                    case FIELD_BEGINS, JUST_CLOSED -> OPEN;
                    case OPEN -> JUST_CLOSED;
                    case WITHIN_FIELD -> WITHIN_FIELD;
                };
            }
            if (this == OPEN) {
                return OPEN;
            }
            return separators.indexOf(c) >= 0 ? FIELD_BEGINS : WITHIN_FIELD;
        }
    }
}
