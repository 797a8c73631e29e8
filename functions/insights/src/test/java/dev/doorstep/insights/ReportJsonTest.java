package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;

import dev.doorstep.figures.Driver;
import dev.doorstep.figures.Friction;
import dev.doorstep.figures.Histogram;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.DayCounts;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReportJsonTest {
    private static final JsonSchema SCHEMA = OpenApi.schema("/components/schemas/Report");
    private static final Days DAYS =
            new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02"));

    @Property(tries = 200)
    void isAsDescribedWhateverWasCounted(
            @ForAll Metric metric,
            @ForAll("counters") Map<String, Long> now,
            @ForAll("counters") Map<String, Long> before) {
        String json = Json.write(ReportJson.of(report(metric, now, before)));

        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    @Property(tries = 200)
    void saysNoMoreThanIsKnown(@ForAll Metric metric, @ForAll("counters") Map<String, Long> now) {
        JsonObject json =
                Json.parseObject(Json.write(ReportJson.of(report(metric, now, Map.of()))));

        assertThat(json.has("figure")).isEqualTo(json.integer("replies") > 0);
        json.findObject("figure")
                .ifPresent(
                        figure -> {
                            assertThat(figure.findDecimal("value").orElseThrow())
                                    .isBetween(
                                            figure.findDecimal("low").orElseThrow(),
                                            figure.findDecimal("high").orElseThrow());
                            assertThat(percent(json)).isEqualTo(100);
                        });
    }

    private static int percent(JsonObject json) {
        return json.objects("histogram").stream().mapToInt(bar -> bar.integer("percent")).sum();
    }

    /** Of all scales at once: of another metric, some are scores and some are not. */
    @Provide
    Arbitrary<Map<String, Long>> counters() {
        return Arbitraries.maps(
                Arbitraries.integers()
                        .between(0, 12)
                        .map(n -> n > 10 ? ReplyTally.SUSPECT : Integer.toString(n)),
                Arbitraries.longs().between(1, 100_000));
    }

    private static Report report(Metric metric, Map<String, Long> now, Map<String, Long> before) {
        Counts counts = Counts.of(metric, now);
        return new Report(
                new ReportRequest(
                        Touchpoint.DELIVERY,
                        DAYS,
                        Optional.of(Dimension.CARRIER),
                        Optional.of(Compare.PREVIOUS)),
                ZoneId.of("Europe/Berlin"),
                metric,
                counts,
                new Report.Trend(false, List.of(new Report.Point(DAYS, counts))),
                List.of(new Report.Segment("dhl", counts)),
                Optional.of(
                        Report.Comparison.of(
                                Compare.PREVIOUS,
                                DAYS.before(),
                                Counts.of(metric, before),
                                counts)),
                Driver.of(counts.scores(), reasons(counts, before)),
                Friction.of(counts.scores(), reasons(counts, before)).stream()
                        .map(f -> new Report.FrictionPoint(Touchpoint.DELIVERY, f))
                        .toList(),
                new Invitations(
                        counts.scores().replies() + counts.suspects(),
                        counts.suspects(),
                        counts.scores().replies(),
                        Map.of("capped", counts.suspects())),
                care(counts));
    }

    private static Map<String, Histogram> reasons(Counts all, Map<String, Long> some) {
        Histogram late = Counts.of(all.scores().metric(), some).scores().within(all.scores());
        return Map.of("late", late);
    }

    private static Care care(Counts counts) {
        long cases = counts.scores().detractors();
        LocalDate day = DAYS.first();
        return Care.of(
                List.of(counted(day, CaseTally.KEPT, cases), counted(day, CaseTally.OPEN, 2)),
                List.of(counted(day, "14", cases), counted(day, "90", 1)),
                List.of(counted(day, CaseTally.RECOVERED, cases / 2)));
    }

    private static DayCounts counted(LocalDate day, String value, long number) {
        return new DayCounts(day, Map.of(value, Map.of("cases", number)));
    }
}
