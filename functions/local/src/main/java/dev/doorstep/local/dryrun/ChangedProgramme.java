package dev.doorstep.local.dryrun;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Programme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A programme in a file of its own; what is wrong in it is named by line and column. */
final class ChangedProgramme {

    private ChangedProgramme() {}

    /**
     * @throws Rejected if it is wrong; names file, line, column and reason
     */
    static Programme read(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);
        try {
            return Programme.of(json);
        } catch (Rejected e) {
            throw new Rejected(
                    "",
                    e.field().isEmpty()
                            ? "%s: %s".formatted(file, e.getMessage())
                            : "%s, %s: %s".formatted(file, place(json, e.field()), e.getMessage()));
        }
    }

    /** Of what a pointer names; of what is around it, if that is missing. */
    private static String place(byte[] json, String pointer) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            JsonLocation nearest = parser.currentTokenLocation();
            int length = 0;
            while (parser.nextToken() != null) {
                String at = parser.getParsingContext().pathAsPointer().toString();
                if (at.length() > length && (pointer + "/").startsWith(at + "/")) {
                    nearest = parser.currentTokenLocation();
                    length = at.length();
                }
            }
            return "line %d, column %d".formatted(nearest.getLineNr(), nearest.getColumnNr());
        }
    }
}
