package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Touchpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

class ReportRequestTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    @Test
    void isAboutTheLastThirtyDaysOfDeliveriesWhereNothingIsAsked() {
        ReportRequest expected =
                new ReportRequest(
                        Touchpoint.DELIVERY,
                        days("2026-10-30", "2026-11-28"),
                        Optional.empty(),
                        Optional.empty());

        assertThat(ReportRequest.of(Map.of(), TODAY)).isEqualTo(expected);
        assertThat(expected.days().length()).isEqualTo(30);
        assertThat(
                        ReportRequest.of(
                                Map.of(
                                        "from", "",
                                        "to", "",
                                        "touchpoint", "",
                                        "by", "",
                                        "compare", ""),
                                TODAY))
                .isEqualTo(expected);
    }

    @Test
    void isAboutWhatIsAsked() {
        Map<String, String> query =
                Map.of(
                        "from", "2026-01-01",
                        "to", "2026-01-31",
                        "touchpoint", "follow-up",
                        "by", "product-group",
                        "compare", "year");

        assertThat(ReportRequest.of(query, TODAY))
                .isEqualTo(
                        new ReportRequest(
                                Touchpoint.FOLLOW_UP,
                                days("2026-01-01", "2026-01-31"),
                                Optional.of(Dimension.PRODUCT_GROUP),
                                Optional.of(Compare.YEAR)));
    }

    @Test
    void addsTheEndThatIsNotNamed() {
        assertThat(ReportRequest.of(Map.of("from", "2026-11-28"), TODAY).days())
                .isEqualTo(days("2026-11-28", "2026-11-28"));
        assertThat(ReportRequest.of(Map.of("to", "2026-03-30"), TODAY).days())
                .isEqualTo(days("2026-03-01", "2026-03-30"));
    }

    @Test
    void reachesOverTwoYearsAndNoFurther() {
        assertThat(
                        ReportRequest.of(Map.of("from", "2024-11-29", "to", "2026-11-28"), TODAY)
                                .days()
                                .length())
                .isEqualTo(730);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(
                        () ->
                                ReportRequest.of(
                                        Map.of("from", "2024-11-28", "to", "2026-11-28"), TODAY))
                .satisfies(e -> assertThat(e.field()).isEqualTo("/from"));
    }

    @ParameterizedTest
    @CsvSource({
        "from, 1976-11-28",
        "from, 0000-01-01",
        "from, -999999999-01-01",
        "from, 2026-02-30",
        "from, 2026-11-29T00:00:00Z",
        "from, ' 2026-11-01'",
        "from, yesterday",
        "from, '2026-11-01,2026-11-02'",
        "to, 2026-11-31",
        "to, 2026-11-29",
        "to, 2027-01-01",
        "to, +999999999-12-31",
        "to, 9999-12-31",
        "to, 20261128",
        "touchpoint, doorbell",
        "touchpoint, DELIVERY",
        "by, all",
        "by, customer",
        "by, 'carrier,country'",
        "compare, next",
        "compare, PREVIOUS"
    })
    void refusesWhatIsWrongAndNamesIt(String name, String value) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> ReportRequest.of(Map.of(name, value), TODAY))
                .satisfies(
                        e -> {
                            assertThat(e.field()).isEqualTo("/" + name);
                            assertThat(e.detail()).doesNotContain(value);
                        });
    }

    @Test
    void refusesAnEndBeforeItsBegin() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(
                        () ->
                                ReportRequest.of(
                                        Map.of("from", "2026-11-02", "to", "2026-11-01"), TODAY))
                .satisfies(e -> assertThat(e.field()).isEqualTo("/from"));
    }

    /** A filter with a slip in its name would show the figure of something else. */
    @Test
    void refusesAParameterThatItDoesNotKnow() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> ReportRequest.of(Map.of("touchpont", "return"), TODAY))
                .withMessageContaining("touchpoint");
    }

    private static Days days(String first, String last) {
        return new Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}
