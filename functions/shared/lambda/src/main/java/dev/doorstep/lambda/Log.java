package dev.doorstep.lambda;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts, one JSON line each on standard output: a constant message and named fields. Never an
 * address, a name, a comment or a token. Safe for use by several threads.
 */
public final class Log {

    private static final PrintStream OUT = System.out;

    private Log() {}

    public static void info(String message, Map<String, ?> fields) {
        write("INFO", message, fields);
    }

    public static void warn(String message, Map<String, ?> fields) {
        write("WARN", message, fields);
    }

    /**
     * Writes the failure's kind and where it arose. Its message is kept only for {@link Failure},
     * whose messages name no values; other messages may quote the input.
     */
    public static void failure(String message, Throwable failure, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>(fields);
        line.put("error", failure.getClass().getName());
        if (failure instanceof Failure) {
            line.put("detail", failure.getMessage());
        }
        if (failure.getStackTrace().length > 0) {
            line.put("at", failure.getStackTrace()[0].toString());
        }
        write("ERROR", message, line);
    }

    private static void write(String level, String message, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("level", level);
        line.put("message", message);
        line.putAll(fields);
        OUT.println(Json.write(line));
    }
}
