package dev.doorstep.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Channel;
import dev.doorstep.surveys.SurveyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class FormTest {
    private static final Moments MOMENTS =
            new Moments(
                    ZoneId.of("Europe/Berlin"),
                    Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), false);
    private static final Told DELIVERY =
            new Told(Optional.of(Touchpoint.DELIVERY), Optional.empty(), false);
    private static final Map<String, String> PLAIN =
            Map.of(
                    "order_id", "A-1001",
                    "touchpoint", "delivery",
                    "metric", "NPS",
                    "score", "9",
                    "answered_at", "2024-03-01 10:00");
    private static final Map<String, String> DELIGHTED =
            Map.of(
                    "response_id", "5435",
                    "survey_type", "NPS",
                    "score", "9",
                    "created_at", "1709287200");

    private final Form plain = Form.of(List.copyOf(PLAIN.keySet()), NOTHING, MOMENTS);
    private final Form delighted = Form.of(List.copyOf(DELIGHTED.keySet()), DELIVERY, MOMENTS);

    @Test
    void readsAllThatAPlainRowSays() {
        ImportedReply reply =
                plain.read(
                        row(
                                PLAIN,
                                Map.of(
                                        "comment",
                                                "=HYPERLINK(\"http://x.example\",\"Free\")\r\nBye",
                                        "reasons", "late|Damaged, late",
                                        "channel", "Mail",
                                        "language", "de-CH",
                                        "changed_at", "2024-03-02T11:30:00+01:00")));

        assertThat(reply)
                .isEqualTo(
                        new ImportedReply(
                                SurveyId.parse("A-1001~delivery"),
                                Metric.NPS,
                                9,
                                List.of("late", "damaged"),
                                Optional.of("=HYPERLINK(\"http://x.example\",\"Free\")\nBye"),
                                Channel.MAIL,
                                Optional.of(Locale.of("de", "CH")),
                                Instant.parse("2024-03-01T09:00:00Z"),
                                Instant.parse("2024-03-02T10:30:00Z")));
    }

    @Test
    void readsAResponseOfDelightedUnderItsOwnNumber() {
        ImportedReply reply =
                delighted.read(
                        row(
                                DELIGHTED,
                                Map.of(
                                        "comment", "Great",
                                        "updated_at", "2024-03-02 09:00:00 UTC",
                                        "locale", "pt_BR")));

        assertThat(reply)
                .isEqualTo(
                        new ImportedReply(
                                SurveyId.parse("delighted:5435~delivery"),
                                Metric.NPS,
                                9,
                                List.of(),
                                Optional.of("Great"),
                                Channel.IMPORT,
                                Optional.of(Locale.of("pt", "BR")),
                                Instant.parse("2024-03-01T10:00:00Z"),
                                Instant.parse("2024-03-02T09:00:00Z")));
    }

    @Test
    void readsTheNamesOfDelightedsApiToo() {
        Form form = Form.of(List.of("id", "survey_type", "score", "created_at"), DELIVERY, MOMENTS);

        assertThat(
                        form.read(
                                        new Line.Row(
                                                2,
                                                Map.of(
                                                        "id", "7",
                                                        "survey_type", "csat",
                                                        "score", "5",
                                                        "created_at", "2024-03-01")))
                                .survey())
                .isEqualTo(SurveyId.parse("delighted:7~delivery"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    order_id    | A 1001              | order_id: must be an order id
                    order_id    | ''                  | order_id: is empty
                    touchpoint  | unboxing            | touchpoint: is none of [delivery
                    metric      | ''                  | metric: is empty
                    metric      | STARS               | metric: is none of [NPS, CES, CSAT]
                    score       | ''                  | score: is empty
                    score       | nine                | score: is not a whole number
                    score       | 9.5                 | score: is not a whole number
                    score       | 11                  | score: is not on the scale of NPS
                    score       | -1                  | score: is not on the scale of NPS
                    answered_at | 03/01/2024          | answered_at: is no time such as
                    answered_at | 2024-02-30          | answered_at: is no time such as
                    answered_at | 2024-03-01 10:00 CET | answered_at: is no time such as
                    answered_at | 2027-03-01          | answered_at: is before the year 2000 or in the future
                    answered_at | 1999-03-01          | answered_at: is before the year 2000 or in the future
                    changed_at  | 2024-02-01          | changed_at: is before the answer
                    reasons     | 'late;weather'      | reasons: has one that is none of
                    channel     | fax                 | channel: is none of
                    language    | german please       | language: is not a language tag
                    """)
    void refusesAPlainRowByTheNameOfItsColumn(String column, String value, String reason) {
        Map<String, String> changed = new HashMap<>(PLAIN);
        changed.remove(column);
        if (!value.isEmpty()) {
            changed.put(column, value);
        }

        assertThatThrownBy(() -> plain.read(new Line.Row(2, changed)))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("/" + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    survey_type | ces      | survey_type: is a CES, and the file does not say on which scale
                    survey_type | enps     | survey_type: asks employees
                    survey_type | stars    | survey_type: is none that can be kept
                    survey_type | smileys  | survey_type: is none that can be kept
                    survey_type | thumbs   | survey_type: is none that can be kept
                    survey_type | csat     | score: is not on the scale of CSAT
                    response_id | 'a b'    | response_id: is not the number of a response
                    response_id | ''       | response_id: is empty
                    """)
    void refusesWhatDelightedAskedOnOtherScales(String column, String value, String reason) {
        Map<String, String> changed = new HashMap<>(DELIGHTED);
        changed.remove(column);
        if (!value.isEmpty()) {
            changed.put(column, value);
        }

        assertThatThrownBy(() -> delighted.read(new Line.Row(2, changed)))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("/" + reason);
    }

    @Test
    void keepsACesOnlyIfItIsToldThatItHasSevenPoints() {
        Form told =
                Form.of(
                        List.copyOf(DELIGHTED.keySet()),
                        new Told(Optional.of(Touchpoint.RETURN), Optional.empty(), true),
                        MOMENTS);

        ImportedReply reply = told.read(row(DELIGHTED, Map.of("survey_type", "CES", "score", "7")));

        assertThat(reply.metric()).isEqualTo(Metric.CES);
        assertThat(reply.survey().touchpoint()).isEqualTo(Touchpoint.RETURN);
    }

    @Test
    void infersNoMetricFromANumber() {
        List<String> withoutType = List.of("response_id", "score", "created_at");

        assertThatThrownBy(() -> Form.of(withoutType, DELIVERY, MOMENTS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("-Dmetric");
        assertThat(
                        Form.of(
                                        withoutType,
                                        new Told(
                                                Optional.of(Touchpoint.DELIVERY),
                                                Optional.of(Metric.CSAT),
                                                false),
                                        MOMENTS)
                                .read(
                                        new Line.Row(
                                                2,
                                                Map.of(
                                                        "response_id", "1",
                                                        "score", "4",
                                                        "created_at", "2024-03-01")))
                                .metric())
                .isEqualTo(Metric.CSAT);
    }

    @Test
    void mustBeToldWhatDelightedsCustomersWereAskedAbout() {
        assertThatThrownBy(() -> Form.of(List.copyOf(DELIGHTED.keySet()), NOTHING, MOMENTS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("-Dtouchpoint");
    }

    @Test
    void refusesAFileOfAnotherForm() {
        assertThatThrownBy(() -> Form.of(List.of("nps", "date"), NOTHING, MOMENTS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("answered_at")
                .hasMessageContaining("response_id");
    }

    @Test
    void refusesACommentThatIsTooLongWithoutRepeatingIt() {
        assertThatThrownBy(() -> plain.read(row(PLAIN, Map.of("comment", "x".repeat(20_001)))))
                .isInstanceOf(Rejected.class)
                .hasMessage("/comment: is longer than 20,000 characters");
    }

    private static Line.Row row(Map<String, String> fields, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(more);
        return new Line.Row(2, all);
    }
}
