package dev.doorstep.insights;

import dev.doorstep.followups.Agent;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.roles.Role;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.scores.Tally;
import dev.doorstep.signin.Session;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The page of insights with what it stands on. */
final class InsightsHouse {
    static final Session LEAD =
            new Session(
                    new Agent("lee", Optional.of("Lee"), Optional.empty()),
                    Set.of(Role.values()),
                    "key");
    static final Session VIEWER =
            new Session(
                    new Agent("vera", Optional.of("Vera"), Optional.empty()),
                    Set.of(Role.VIEWER),
                    "key");

    private static final LocalDate LAST = LocalDate.parse("2026-11-28");
    private static final List<String> CARRIERS = List.of("dhl", "ups", "gls", "hermes");
    private static final List<String> UNHAPPY = List.of("late", "damaged", "information");

    final Scores scores = new Scores(DynamoDbLocal.client(), Tables.create("ScoresTable"));
    final Replies replies = new Replies(DynamoDbLocal.client(), Tables.create("RepliesTable"));
    final InsightsPage page =
            new InsightsPage(
                    new Reports(
                            scores,
                            Samples.PROGRAMME,
                            Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC)),
                    new Behind(scores, replies),
                    Samples.PROGRAMME);

    private final Random random = new Random(20261129);
    private int things;

    HttpResponse get(String path, Map<String, String> query, Session session) {
        HttpRequest request =
                new HttpRequest(
                        "GET", path, Map.of(), Map.of(), query, Map.of(), Map.of(), new byte[0]);
        return page.respond(request, session);
    }

    /** Sixty days of everything. */
    void fill() {
        for (int day = 0; day < 60; day++) {
            LocalDate date = LAST.minusDays(day);
            scores.count(ofOneDay(date));
        }
    }

    /** A reply that is counted as it is. */
    Reply reply(String order, LocalDate day, int score, String comment, String... reasons) {
        Reply sample =
                Samples.reply(
                        order + "~delivery",
                        1,
                        new Answer.Score(score),
                        Evidence.CONFIRMED,
                        day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                        List.of(reasons));
        Reply reply = Samples.withComment(sample, comment);
        replies.write(reply);
        scores.count(
                List.of(
                        new ReplyTally(Samples.PROGRAMME.zone())
                                .of(reply, Optional.empty(), Optional.empty())));
        return reply;
    }

    private List<Counted> ofOneDay(LocalDate day) {
        List<Counted> counted = new ArrayList<>();
        int number = 4 + random.nextInt(12);
        for (int i = 0; i < number; i++) {
            counted.add(delivery(day));
        }
        IntStream.range(0, 2).forEach(_ -> counted.add(sentBack(day)));
        IntStream.range(0, number * 3).forEach(_ -> counted.add(survey(day)));
        IntStream.range(0, 2).forEach(_ -> counted.add(followUp(day)));
        return counted;
    }

    private Counted delivery(LocalDate day) {
        boolean isLate = random.nextDouble() < 0.2;
        boolean isUnhappy = random.nextDouble() < (isLate ? 0.6 : 0.12);
        int score = isUnhappy ? random.nextInt(7) : 7 + random.nextInt(4);
        Map<String, Set<String>> values = new TreeMap<>();
        values.put("all", Set.of("all"));
        values.put("carrier", Set.of(CARRIERS.get(random.nextInt(CARRIERS.size()))));
        values.put("country", Set.of(random.nextInt(3) == 0 ? "at" : "de"));
        values.put("days-late", Set.of(isLate ? "2" : "on-time"));
        values.put(ReplyTally.SENT_ON, Set.of(day.minusDays(1).toString()));
        if (isUnhappy) {
            values.put("reason", Set.of(isLate ? "late" : UNHAPPY.get(random.nextInt(3))));
        } else if (score > 8) {
            values.put("reason", Set.of("fast"));
        }
        boolean isSuspect = random.nextInt(30) == 0;
        return thing(
                ReplyTally.about(Touchpoint.DELIVERY, Metric.NPS),
                "delivery",
                day,
                isSuspect ? ReplyTally.SUSPECT : Integer.toString(score),
                values);
    }

    private Counted sentBack(LocalDate day) {
        boolean isHard = random.nextInt(3) == 0;
        Map<String, Set<String>> values = new TreeMap<>(Map.of("all", Set.of("all")));
        if (isHard) {
            values.put("reason", Set.of("returns"));
        }
        return thing("return", "return", day, isHard ? "2" : "6", values);
    }

    private Counted survey(LocalDate day) {
        int dice = random.nextInt(20);
        String outcome =
                switch (dice) {
                    case 0 -> SurveyTally.BOUNCED;
                    case 1, 2, 3, 4 -> SurveyTally.skipped("capped");
                    case 5 -> SurveyTally.skipped("suppressed");
                    case 6 -> SurveyTally.skipped("no-address");
                    default -> SurveyTally.SENT;
                };
        return thing(
                "surveys~delivery", "surveys~delivery", day, outcome, Map.of("all", Set.of("all")));
    }

    private Counted followUp(LocalDate day) {
        Map<String, Set<String>> values = new TreeMap<>(Map.of("all", Set.of("all")));
        boolean isKept = random.nextInt(9) != 0;
        values.put("promise", Set.of(isKept ? CaseTally.KEPT : CaseTally.BROKEN));
        values.put("contact", Set.of(Integer.toString(20 + random.nextInt(isKept ? 300 : 900))));
        values.put("recovery", Set.of(random.nextInt(3) == 0 ? CaseTally.RECOVERED : "unanswered"));
        return thing("cases~delivery", "cases~delivery", day, "cases", values);
    }

    private Counted thing(
            String about,
            String filedUnder,
            LocalDate day,
            String counter,
            Map<String, Set<String>> values) {
        Tally tally = new Tally(about, day, counter, new TreeMap<>(values));
        String touchpoint = about.substring(about.indexOf('~') + 1);
        return new Counted(filedUnder, day, "M-" + things++ + "~" + touchpoint, 1, tally);
    }
}
