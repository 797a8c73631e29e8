package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A file that is to be imported, and how to read it.
 *
 * @param renamed how the file calls what we call otherwise
 * @param ignored its columns that are not read
 */
record Source(TextFile file, Map<String, String> renamed, Form form, List<String> ignored) {

    Source {
        requireNonNull(file, "file is null");
        renamed = Map.copyOf(renamed);
        requireNonNull(form, "form is null");
        ignored = List.copyOf(ignored);
    }

    /**
     * @throws Rejected if it is no file that we know
     */
    static Source of(TextFile file, Map<String, String> renamed, Told told, Moments moments)
            throws IOException {
        try (CsvFile csv = CsvFile.open(file, renamed)) {
            Form form = Form.of(csv.columns(), told, moments);
            List<String> ignored =
                    csv.columns().stream()
                            .filter(column -> !form.columns().contains(column))
                            .toList();
            return new Source(file, renamed, form, ignored);
        } catch (Rejected e) {
            throw new Rejected("", "%s %s".formatted(file.path().getFileName(), e.detail()));
        }
    }

    CsvFile open() throws IOException {
        return CsvFile.open(file, renamed);
    }

    String text() {
        return "%s: %s, %s%s"
                .formatted(
                        file.path().getFileName(),
                        form.name(),
                        file.charset(),
                        ignored.isEmpty() ? "" : "; not read: " + String.join(", ", ignored));
    }
}
