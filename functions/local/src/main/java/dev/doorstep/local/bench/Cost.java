package dev.doorstep.local.bench;

import java.util.List;

/**
 * What 1,000 surveys cost: all are planned, sent and come to their reminder, half are reminded, 30
 * % are answered, and of these 10 % by detractors, whose cases are taken by support. The timekeeper
 * runs each minute, whatever there is to do: what that costs is told apart.
 */
final class Cost {
    private static final double REMINDED = 0.5;
    private static final double REPLIES = 0.3;
    private static final double DETRACTORS = 0.1;

    /** A poll that finds a message, and its deletion. */
    private static final int QUEUE_REQUESTS_PER_MESSAGE = 2;

    private static final int MINUTES_OF_A_MONTH = 30 * 24 * 60;

    private final Prices prices;
    private final List<Operation> operations;

    /**
     * One step of a survey's life.
     *
     * @param perSurvey how often it happens
     * @param milliseconds that its function takes for it
     * @param millisecondsOfTen that it takes for one of ten that come together
     * @param invocations of its function, for one message each
     * @param messages that wake it
     * @param httpRequests that wake it
     */
    record Operation(
            String name,
            double perSurvey,
            Meter.Units units,
            double milliseconds,
            double millisecondsOfTen,
            int memoryMegabytes,
            int invocations,
            int messages,
            int httpRequests) {

        /** A message, or a timer, which has no run of its own: with others if there are any. */
        boolean comesWithOthers() {
            return messages > 0 || invocations == 0;
        }
    }

    Cost(Prices prices, List<Operation> operations) {
        this.prices = prices;
        this.operations = List.copyOf(operations);
    }

    static double share(String operation) {
        return switch (operation) {
            case "survey-sender: remind" -> REMINDED;
            case Workloads.MAIL_SENT, Workloads.MAIL_DELIVERED ->
                    1 + REMINDED + REPLIES * DETRACTORS;
            case Workloads.ONE_TIMER_DUE -> 2;
            case Workloads.NOTHING_DUE,
                    Workloads.MAIL_READ,
                    Workloads.PROMISE_BROKEN,
                    Workloads.YEAR_OF_FEW,
                    Workloads.YEAR_OF_MANY,
                    Workloads.DATA_ASKED_FOR ->
                    0;
            case "survey-page: show", Workloads.PRESS, "survey-page: thanks" -> REPLIES;
            case "survey-page: press, shown elsewhere" -> 0;
            case Workloads.REPLIES_COUNTED -> REPLIES / Workloads.REPLIES_OF_A_BATCH;
            case "escalator: happy" -> REPLIES * (1 - DETRACTORS);
            case "escalator: detractor", "support-desk: next" -> REPLIES * DETRACTORS;
            default -> 1;
        };
    }

    /**
     * Of 1,000 surveys, in US dollars, without SES.
     *
     * @param atATime how many messages a call to SQS and to a function carries; 1 is the dearest
     */
    double ofThousandSurveys(int atATime) {
        return 1000 * operations.stream().mapToDouble(o -> o.perSurvey() * of(o, atATime)).sum();
    }

    /** Of the mails of 1,000 surveys, in US dollars. */
    double ofTheirMails() {
        return 1000 * share(Workloads.MAIL_SENT) * prices.of("ses.mail");
    }

    /** Of one reply, from the page to what follows from it, in US dollars. */
    double ofReply() {
        return operations.stream()
                        .filter(
                                o ->
                                        o.name().startsWith("survey-page")
                                                || o.name().startsWith("escalator")
                                                || o.name().startsWith("insights"))
                        .mapToDouble(o -> o.perSurvey() * of(o, 1))
                        .sum()
                / REPLIES;
    }

    /** Of one reply by mail, with what SES and S3 ask for taking it in, in US dollars. */
    double ofReplyByMail() {
        return operations.stream()
                .filter(o -> o.name().equals(Workloads.MAIL_READ))
                .mapToDouble(
                        o ->
                                of(o, 1)
                                        + prices.of("ses.received-mail")
                                        + prices.of("s3.put")
                                        + prices.of("s3.get"))
                .sum();
    }

    /** Of 30 days in which the timekeeper looks each minute and finds nothing, in US dollars. */
    double ofIdleMonth() {
        return MINUTES_OF_A_MONTH
                * operations.stream()
                        .filter(o -> o.name().equals(Workloads.NOTHING_DUE))
                        .mapToDouble(o -> of(o, 1))
                        .sum();
    }

    /** Of one operation, in US dollars. */
    double of(Operation operation, int atATime) {
        double milliseconds =
                atATime == 1 ? Math.ceil(operation.milliseconds()) : operation.millisecondsOfTen();
        double gigabyteSeconds = milliseconds / 1000 * operation.memoryMegabytes() / 1024;
        double queueRequests =
                operation.units().queueRequests()
                        + operation.messages() * QUEUE_REQUESTS_PER_MESSAGE;
        double shared =
                queueRequests * prices.of("sqs.request")
                        + operation.invocations() * prices.of("lambda.request");
        return operation.units().writes() * prices.of("dynamodb.write-request-unit")
                + operation.units().reads() * prices.of("dynamodb.read-request-unit")
                + gigabyteSeconds * prices.of("lambda.gigabyte-second")
                + (operation.comesWithOthers() ? shared / atATime : shared)
                + operation.httpRequests() * prices.of("http-api.request");
    }
}
