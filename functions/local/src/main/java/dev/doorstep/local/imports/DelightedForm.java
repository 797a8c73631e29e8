package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Channel;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Delighted's form: a row for each response, whatever it asked about. Its surveys belong to people,
 * not to orders, so each response is kept as a survey of its own, under its own number. Source of
 * the names: Delighted's API documentation, "Listing survey responses"; an export writes them with
 * spaces and capitals.
 */
record DelightedForm(
        Touchpoint touchpoint, Optional<Metric> metric, boolean cesHasSevenPoints, Moments moments)
        implements Form {
    static final List<String> REQUIRED = List.of("response_id", "score", "created_at");

    /** The API's name of the response's number. */
    private static final String ID_OF_API = "id";

    private static final String ID = "response_id";
    private static final String TYPE = "survey_type";
    private static final String CREATED_AT = "created_at";
    private static final String UPDATED_AT = "updated_at";
    private static final String LOCALE = "locale";
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    DelightedForm {
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(moments, "moments is null");
    }

    static boolean fits(List<String> header) {
        return (header.contains(ID) || header.contains(ID_OF_API))
                && header.contains("score")
                && header.contains(CREATED_AT);
    }

    static DelightedForm of(List<String> header, Told told, Moments moments) {
        Touchpoint touchpoint =
                told.touchpoint()
                        .orElseThrow(
                                () ->
                                        new Rejected(
                                                "",
                                                "is Delighted's and does not say what was asked"
                                                        + " about: say -Dtouchpoint=delivery, or"
                                                        + " another one"));
        if (!header.contains(TYPE) && told.metric().isEmpty()) {
            throw new Rejected(
                    "",
                    "is Delighted's and has no column survey_type: say -Dmetric=NPS, or another"
                            + " one");
        }
        return new DelightedForm(touchpoint, told.metric(), told.cesHasSevenPoints(), moments);
    }

    @Override
    public String name() {
        return "Delighted's";
    }

    @Override
    public Collection<String> columns() {
        return List.of(ID, ID_OF_API, TYPE, "score", "comment", CREATED_AT, UPDATED_AT, LOCALE);
    }

    @Override
    public ImportedReply read(Line.Row row) {
        Metric asked = metric(row);
        Instant answeredAt = moments.read(row, CREATED_AT);
        return new ImportedReply(
                new SurveyId(number(row), touchpoint),
                asked,
                Fields.score(row),
                List.of(),
                Fields.comment(row),
                Channel.IMPORT,
                Fields.locale(row, LOCALE),
                answeredAt,
                row.find(UPDATED_AT).map(_ -> moments.read(row, UPDATED_AT)).orElse(answeredAt));
    }

    private static OrderId number(Line.Row row) {
        String column = row.find(ID).isPresent() ? ID : ID_OF_API;
        String number = row.find(column).orElseThrow(() -> Line.Row.wrong(ID, "is empty"));
        if (!NUMBER.matcher(number).matches()) {
            throw Line.Row.wrong(column, "is not the number of a response");
        }
        return new OrderId("delighted:" + number);
    }

    private Metric metric(Line.Row row) {
        return row.find(TYPE)
                .map(type -> metric(type.toLowerCase(Locale.ROOT)))
                .or(() -> metric)
                .orElseThrow(() -> Line.Row.wrong(TYPE, "is empty"));
    }

    /** What was asked with other words or on another scale is no figure of ours. */
    private Metric metric(String type) {
        return switch (type) {
            case "nps" -> Metric.NPS;
            case "csat" -> Metric.CSAT;
            case "ces" -> ces();
            case "enps" ->
                    throw Line.Row.wrong(TYPE, "asks employees; this is no answer of a customer");
            default ->
                    throw Line.Row.wrong(
                            TYPE, "is none that can be kept: NPS, CSAT, or CES of 1-7");
        };
    }

    private Metric ces() {
        if (!cesHasSevenPoints) {
            throw Line.Row.wrong(
                    TYPE,
                    "is a CES, and the file does not say on which scale: say -Dces=1-7 if that it"
                            + " was; one of 1-5 cannot be kept");
        }
        return Metric.CES;
    }
}
