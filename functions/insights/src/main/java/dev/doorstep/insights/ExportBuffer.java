package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** Rows of a file until they are kept. Not safe for use by several threads. */
final class ExportBuffer {
    private final Bytes bytes;
    private final RowWriter rows;

    ExportBuffer(ExportFormat format) {
        this.bytes = new Bytes();
        this.rows =
                switch (format) {
                    case CSV -> new CsvRows(bytes);
                    case JSON_LINES -> new JsonLines(bytes);
                };
    }

    /** Writes rows into what holds them. */
    interface RowWriter {

        /** What a file begins with. */
        void writeHeader();

        void write(ExportRow row);
    }

    void writeHeader() {
        rows.writeHeader();
    }

    void write(ExportRow row) {
        rows.write(requireNonNull(row, "row is null"));
    }

    int size() {
        return bytes.size();
    }

    Bytes bytes() {
        return bytes;
    }

    /** What was written, which can be read without a copy of it: it may be large. */
    static final class Bytes extends ByteArrayOutputStream {

        /** Reads what is there now, from its beginning. */
        InputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
