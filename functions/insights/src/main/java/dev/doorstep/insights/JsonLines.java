package dev.doorstep.insights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Json;

import java.io.ByteArrayOutputStream;

/** Rows as JSON objects, each on a line of its own. */
final class JsonLines implements ExportBuffer.RowWriter {
    private final ByteArrayOutputStream out;

    JsonLines(ByteArrayOutputStream out) {
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void writeHeader() {}

    @Override
    public void write(ExportRow row) {
        out.writeBytes((Json.write(row.members()) + "\n").getBytes(UTF_8));
    }
}
