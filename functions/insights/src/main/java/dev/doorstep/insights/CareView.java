package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Middle;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.texts.Texts;

import java.time.Duration;
import java.util.List;

/** How the unhappy were looked after. */
public record CareView(
        ShareView kept,
        String keptLink,
        List<CountView> promises,
        String contact,
        String contactRange,
        String contactLink,
        ShareView recovered,
        String recoveredLink) {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    public CareView {
        requireNonNull(kept, "kept is null");
        requireNonNull(keptLink, "keptLink is null");
        promises = List.copyOf(promises);
        requireNonNull(contact, "contact is null");
        requireNonNull(contactRange, "contactRange is null");
        requireNonNull(contactLink, "contactLink is null");
        requireNonNull(recovered, "recovered is null");
        requireNonNull(recoveredLink, "recoveredLink is null");
    }

    static CareView of(Report report, Frame frame) {
        Care care = report.care();
        Touchpoint touchpoint = report.request().touchpoint();
        Links links = new Links(report.request().days());
        return new CareView(
                ShareView.of(care.kept(), frame),
                links.cases(touchpoint, CaseTally.PROMISE, CaseTally.KEPT),
                List.of(
                        promises(CaseTally.KEPT, care.kept().of(), touchpoint, links, frame),
                        promises(CaseTally.BROKEN, care.broken(), touchpoint, links, frame),
                        promises(CaseTally.OPEN, care.open(), touchpoint, links, frame),
                        promises(CaseTally.CALLED_OFF, care.calledOff(), touchpoint, links, frame)),
                care.firstContact()
                        .map(m -> words(m.median(), frame.texts()))
                        .orElse(Words.NOTHING),
                care.firstContact()
                        .flatMap(middle -> middle.range())
                        .map(range -> words(range, frame.texts()))
                        .orElse(""),
                links.cases(touchpoint, Dimension.ALL.id(), Dimension.ALL.id()),
                ShareView.of(care.recovered(), frame),
                links.cases(touchpoint, CaseTally.RECOVERY, CaseTally.RECOVERED));
    }

    private static CountView promises(
            String fate, long number, Touchpoint touchpoint, Links links, Frame frame) {
        return CountView.of(
                frame.text("promise." + fate),
                number,
                links.cases(touchpoint, CaseTally.PROMISE, fate),
                frame);
    }

    private static String words(Middle.Range<Duration> range, Texts texts) {
        String low = words(range.low(), texts);
        String high = words(range.high(), texts);
        return low.equals(high) ? low : texts.text("range", low, high);
    }

    private static String words(Duration time, Texts texts) {
        if (Minutes.isLast(time)) {
            return texts.text("time.over-days", time.toDays());
        }
        long minutes = time.toMinutes();
        long hours = minutes / MINUTES_PER_HOUR;
        if (hours == 0) {
            return texts.text("time.minutes", minutes);
        }
        return hours < 2 * HOURS_PER_DAY
                ? texts.text("time.hours", hours, minutes % MINUTES_PER_HOUR)
                : texts.text("time.days", hours / HOURS_PER_DAY, hours % HOURS_PER_DAY);
    }
}
