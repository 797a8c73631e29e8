package dev.doorstep.local.imports;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a system writes its replies down. */
sealed interface Form permits PlainForm, DelightedForm {

    /** As people call it. */
    String name();

    /** The columns that are read, if they are there. */
    Collection<String> columns();

    /**
     * What a row says.
     *
     * @throws Rejected if it cannot be kept as it was meant; names the column at fault
     */
    ImportedReply read(Line.Row row);

    /**
     * The form of a file with this header.
     *
     * @throws Rejected if it is none that we know, or if it leaves open what only a person can say
     */
    static Form of(List<String> header, Told told, Moments moments) {
        if (header.containsAll(PlainForm.REQUIRED)) {
            return new PlainForm(moments);
        }
        if (DelightedForm.fits(header)) {
            return DelightedForm.of(header, told, moments);
        }
        throw new Rejected(
                "",
                "is neither a plain file, which has the columns %s, nor Delighted's, which has %s; what is called otherwise can be told with -Dcolumns"
                        .formatted(PlainForm.REQUIRED, DelightedForm.REQUIRED));
    }

    /** The shared readers of fields. */
    final class Fields {
        private static final int LONGEST_COMMENT = 20_000;
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

        private Fields() {}

        static int score(Line.Row row) {
            String text = row.require("score");
            if (!NUMBER.matcher(text).matches()) {
                throw Line.Row.wrong("score", "is not a whole number");
            }
            return Integer.parseInt(text);
        }

        static Optional<Metric> metric(String name) {
            return List.of(Metric.values()).stream()
                    .filter(metric -> metric.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        /** As it was written: what a spreadsheet would take for a formula is text here. */
        static Optional<String> comment(Line.Row row) {
            Optional<String> comment = row.find("comment").map(text -> text.replace("\r\n", "\n"));
            if (comment.filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
                throw Line.Row.wrong(
                        "comment", "is longer than %,d characters".formatted(LONGEST_COMMENT));
            }
            return comment;
        }

        static Optional<Locale> locale(Line.Row row, String column) {
            return row.find(column).map(tag -> locale(column, tag));
        }

        private static Locale locale(String column, String tag) {
            try {
                return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            } catch (IllformedLocaleException _) {
                throw Line.Row.wrong(column, "is not a language tag of BCP 47");
            }
        }
    }
}
