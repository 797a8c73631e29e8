package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Driver;

import java.util.List;

/** What goes along with one reason. */
public record DriverView(
        String reason,
        String share,
        String mean,
        String meanWithout,
        String difference,
        String range,
        String link) {

    public DriverView {
        requireNonNull(reason, "reason is null");
        requireNonNull(share, "share is null");
        requireNonNull(mean, "mean is null");
        requireNonNull(meanWithout, "meanWithout is null");
        requireNonNull(difference, "difference is null");
        requireNonNull(range, "range is null");
        requireNonNull(link, "link is null");
    }

    static List<DriverView> of(Report report, Frame frame) {
        Links links = new Links(report.request().days());
        return report.drivers().stream()
                .map(
                        driver ->
                                of(
                                        driver,
                                        links.scored(
                                                report.request().touchpoint(),
                                                Dimension.REASON,
                                                driver.reason()),
                                        frame))
                .toList();
    }

    private static DriverView of(Driver driver, String link, Frame frame) {
        Numbers numbers = frame.numbers();
        return new DriverView(
                frame.value("reason", driver.reason()),
                frame.text(
                        "share.of",
                        numbers.percent(driver.share().value()),
                        numbers.count(driver.with().replies())),
                driver.with().mean().map(m -> numbers.decimal(m, 1)).orElse(Words.NOTHING),
                driver.without().mean().map(m -> numbers.decimal(m, 1)).orElse(Words.NOTHING),
                driver.difference().map(numbers::signed).orElse(Words.NOTHING),
                driver.interval()
                        .map(
                                interval ->
                                        frame.text(
                                                "range",
                                                numbers.signed(interval.low()),
                                                numbers.signed(interval.high())))
                        .orElse(""),
                link);
    }
}
