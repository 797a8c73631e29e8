package dev.doorstep.insights;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** How replies are written into a file. */
enum ExportFormat {
    /** RFC 4180, with a header. */
    CSV("csv", "text/csv; charset=utf-8"),
    /** One JSON object on each line. */
    JSON_LINES("jsonl", "application/jsonl");

    private final String ending;
    private final String mediaType;

    ExportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The name in requests, tables and answers. */
    String id() {
        return Ids.of(this);
    }

    static Optional<ExportFormat> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such format
     */
    static ExportFormat of(String id) {
        return Ids.require(values(), id);
    }

    /** What a file's name ends with, after a dot. */
    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }
}
