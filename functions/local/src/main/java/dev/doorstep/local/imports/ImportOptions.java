package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the person who imports wants.
 *
 * @param table of replies
 * @param endpoint of DynamoDB, in place of AWS's
 * @param charset of the file, if it is not to be found out
 * @param renamed how the file calls what we call otherwise
 */
record ImportOptions(
        Path file,
        String table,
        Optional<URI> endpoint,
        Optional<Charset> charset,
        Map<String, String> renamed,
        Told told) {
    private static final String SEVEN_POINTS = "1-7";

    ImportOptions {
        requireNonNull(file, "file is null");
        requireNonNull(table, "table is null");
        requireNonNull(endpoint, "endpoint is null");
        requireNonNull(charset, "charset is null");
        renamed = Map.copyOf(renamed);
        requireNonNull(told, "told is null");
    }

    /**
     * Reads arguments of the form {@code name=value}; those without a value are as if absent.
     *
     * @param root where paths begin
     * @throws Rejected if one is wrong; names it
     */
    static ImportOptions of(String[] arguments, Path root) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length == 2 && !pair[1].isBlank()) {
                given.put(pair[0], pair[1].strip());
            }
        }
        Path file = root.resolve(require(given, "file", "which file is to be imported"));
        if (!Files.isRegularFile(file)) {
            throw new Rejected("/file", "is no file: " + file);
        }
        return new ImportOptions(
                file,
                require(given, "replies.table", "into which table"),
                find(given, "endpoint").map(ImportOptions::endpoint),
                find(given, "charset").map(ImportOptions::charset),
                find(given, "columns").map(ImportOptions::columns).orElse(Map.of()),
                new Told(
                        find(given, "touchpoint").map(ImportOptions::touchpoint),
                        find(given, "metric").map(ImportOptions::metric),
                        find(given, "ces").filter(ImportOptions::isSevenPoints).isPresent()));
    }

    private static Optional<String> find(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name));
    }

    private static String require(Map<String, String> given, String name, String what) {
        return find(given, name)
                .orElseThrow(() -> new Rejected("/" + name, "says " + what + ", and is missing"));
    }

    private static URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getScheme() != null && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Rejected("/endpoint", "is no address such as http://localhost:8000");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new Rejected("/charset", "is not known; such as UTF-8 or ISO-8859-1");
        }
    }

    /** From the file's names to ours. */
    private static Map<String, String> columns(String text) {
        Map<String, String> renamed = new HashMap<>();
        for (String each : text.split(",")) {
            String[] pair = each.split("=", 2);
            if (pair.length != 2 || pair[0].isBlank() || pair[1].isBlank()) {
                throw new Rejected(
                        "/columns", "must look like score=Points,answered_at=Date of answer");
            }
            renamed.put(CsvFile.plain(pair[1]), CsvFile.plain(pair[0]));
        }
        return renamed;
    }

    private static Touchpoint touchpoint(String id) {
        return Touchpoint.find(id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Rejected("/touchpoint", "is none, such as delivery"));
    }

    private static Metric metric(String name) {
        return Form.Fields.metric(name)
                .orElseThrow(() -> new Rejected("/metric", "is none of NPS, CES and CSAT"));
    }

    private static boolean isSevenPoints(String scale) {
        if (!scale.equals(SEVEN_POINTS)) {
            throw new Rejected("/ces", "can be 1-7 alone: a CES of another scale cannot be kept");
        }
        return true;
    }
}
