package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Reply;

import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Mails what is worth knowing of the week that is over to the programme's addresses, each of them
 * once, from Monday morning on. Woken late, twice or not at all for days, it does what is left to
 * do. Safe for use by several threads.
 */
final class WeeklyDigest {
    private static final Duration UNTIL_MORNING = Duration.ofHours(7);

    /** Of a busy week, the latest are looked at for comments. */
    private static final int MOST_PAGES = 10;

    private final Reports reports;
    private final Behind behind;
    private final Mailer mailer;
    private final Programme programme;
    private final Optional<URI> page;
    private final Clock clock;

    /**
     * @param page where the pages of support and insights begin; empty if that is not known
     */
    WeeklyDigest(
            Reports reports,
            Behind behind,
            Mailer mailer,
            Programme programme,
            Optional<URI> page,
            Clock clock) {
        this.reports = requireNonNull(reports, "reports is null");
        this.behind = requireNonNull(behind, "behind is null");
        this.mailer = requireNonNull(mailer, "mailer is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.page = requireNonNull(page, "page is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static WeeklyDigest production(
            Environment environment, Programme programme, Reports reports, Behind behind) {
        return new WeeklyDigest(
                reports,
                behind,
                Mailer.production(environment, programme),
                programme,
                environment.find("DESK_URL").map(URI::create),
                Clock.systemUTC());
    }

    /**
     * Sends what is due.
     *
     * @return how many mails went out
     * @throws Unavailable if something cannot be had now; the next time goes on
     */
    int send() {
        Days week = weekBefore(clock.instant().atZone(programme.zone()).minus(UNTIL_MORNING));
        List<String> open = open(name(week));
        if (open.isEmpty()) {
            return 0;
        }
        Digest digest = digest(week);
        if (digest.isEmpty()) {
            return 0;
        }
        DigestWords words = new DigestWords(programme.locale(), page);
        int sent = 0;
        for (String address : open) {
            Outcome outcome = mailer.send(words.mail(digest, name(week), address));
            sent += outcome instanceof Outcome.Sent ? 1 : 0;
        }
        Log.info("digest sent", Map.of("week", name(week), "mails", sent));
        return sent;
    }

    /** The addresses that it may still be sent to. */
    private List<String> open(String week) {
        return programme.digestAddresses().stream()
                .filter(address -> mailer.outcomeOfDigest(week, address).isEmpty())
                .toList();
    }

    private Digest digest(Days week) {
        List<Report> all = reports.makeAll(week, Compare.PREVIOUS);
        List<Reply> said =
                new TreeMap<>(programme.touchpoints())
                        .entrySet().stream()
                                .map(
                                        plan ->
                                                new BehindRequest(
                                                        BehindRequest.Kind.REPLIES,
                                                        plan.getKey(),
                                                        plan.getValue().metric(),
                                                        week,
                                                        Dimension.ALL.id(),
                                                        Dimension.ALL.id(),
                                                        Optional.empty()))
                                .flatMap(request -> said(request).stream())
                                .toList();
        return new Digest(week, all, broken(week), Comments.worthReading(said));
    }

    private SortedMap<Touchpoint, Long> broken(Days week) {
        SortedMap<Touchpoint, Long> broken = new TreeMap<>();
        for (Touchpoint touchpoint : programme.touchpoints().keySet()) {
            long promises = reports.brokenPromises(touchpoint, week);
            if (promises > 0) {
                broken.put(touchpoint, promises);
            }
        }
        return broken;
    }

    private List<Reply> said(BehindRequest request) {
        List<Reply> said = new ArrayList<>();
        Behind.Found found = behind.find(request, Optional.empty());
        for (int page = 1; page <= MOST_PAGES; page++) {
            said.addAll(behind.replies(found.things()).values());
            if (found.next().isEmpty()) {
                break;
            }
            found = behind.find(request, found.next());
        }
        return said;
    }

    private static Days weekBefore(ZonedDateTime time) {
        LocalDate monday =
                time.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Days(monday.minusWeeks(1), monday.minusDays(1));
    }

    /** Such as {@code 2026-W48}, by ISO 8601. */
    private static String name(Days week) {
        return "%d-W%02d"
                .formatted(
                        week.first().get(IsoFields.WEEK_BASED_YEAR),
                        week.first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
