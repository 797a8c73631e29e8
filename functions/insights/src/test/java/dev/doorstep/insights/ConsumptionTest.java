package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.ForwardingDynamoDb;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What counting takes of DynamoDB. */
class ConsumptionTest {
    private static final int BATCH = 100;
    private static final int BATCHES = 10;
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));
    private static final ContactChannel PHONE = ContactChannel.PHONE;
    private static final Resolution END =
            new Resolution(Outcome.REFUNDED, RootCause.WRONG_ITEM, NOW);
    private static final List<String> CARRIERS = List.of("DHL", "UPS", "GLS", "Hermes", "DPD");
    private static final List<String> COUNTRIES = List.of("DE", "AT", "LU", "FR", "NL", "BE");
    private static final List<String> REASONS =
            List.of("late", "damaged", "missing", "product", "carrier", "information", "fast");
    private static final List<String> TOUCHPOINTS =
            List.of("delivery", "delivery", "delivery", "return", "exchange");

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Meter meter = new Meter(dynamoDb);
    private final String surveysTable = Tables.create("SurveysTable");
    private final Surveys surveys = new Surveys(dynamoDb, surveysTable);
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final Random random = new Random(7);
    private final Counting counting =
            new Counting(
                    new Scores(meter, Tables.create("ScoresTable")),
                    new Surveys(meter, surveysTable),
                    Samples.PROGRAMME);

    @Test
    void takesNoMoreThanFourUnitsForAReplyAtAHundredABatch() {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                replies.add(reply("A-" + batch + "-" + i));
            }
            counting.count(replies);
        }

        assertThat(meter.units).isGreaterThan(BATCH * BATCHES * 2);
        assertThat(meter.units / (BATCH * BATCHES)).isLessThanOrEqualTo(4);
    }

    /** Each is planned, claimed, sent, and after that its order goes on. */
    @Test
    void takesNoMoreThanThreeUnitsForASurveyAtAHundredABatch() {
        List<OrderSurveys> orders =
                IntStream.range(0, BATCH * BATCHES)
                        .mapToObj(i -> Samples.order("A-" + i, "DHL", "DE"))
                        .toList();
        Survey.State sending = new Survey.State.Sending(NOW);
        Survey.State sent = new Survey.State.Sent(NOW, "0107019abc-ses-1");

        double planning = unitsOf(orders, planned(), 1);
        double claiming = unitsOf(orders, sending, 2);
        double counting = unitsOf(orders, sent, 3);
        double after = unitsOf(orders, sent, 4);

        assertThat(planning + claiming).isZero();
        assertThat(counting).isGreaterThan(2).isLessThanOrEqualTo(3);
        assertThat(after).as("a look that it is counted").isLessThanOrEqualTo(0.5);
    }

    /** Each is opened, hinted at, claimed, contacted, noted in, resolved and judged. */
    @Test
    void takesNoMoreThanTwelveUnitsForACaseAtAHundredABatch() {
        List<FollowUp> cases =
                IntStream.range(0, BATCH * BATCHES)
                        .mapToObj(i -> Samples.followUp("A-" + i + "~delivery", 2, NOW))
                        .toList();
        List<UnaryOperator<FollowUp>> steps =
                List.of(
                        FollowUp::withHint,
                        open -> open.claimed(ROBIN, NOW, LEASE),
                        open -> open.contacted(ROBIN, minutes(), LEASE, PHONE, "Sorry."),
                        open -> open.noted(ROBIN, NOW, LEASE, "Sent a new one."),
                        open -> open.resolved(ROBIN, END, Optional.empty()),
                        ended ->
                                ended.judged(verdict(ended), Samples.promise(NOW), NOW)
                                        .orElseThrow());

        follow(cases.stream().map(open -> new Seen.OfCase(Optional.empty(), open)).toList());
        List<FollowUp> before = cases;
        for (UnaryOperator<FollowUp> step : steps) {
            List<Seen> seen = new ArrayList<>();
            List<FollowUp> after = before.stream().map(step).toList();
            for (int i = 0; i < after.size(); i++) {
                seen.add(new Seen.OfCase(Optional.of(before.get(i)), after.get(i)));
            }
            follow(seen);
            before = after;
        }

        assertThat(meter.units / cases.size()).isGreaterThan(8).isLessThanOrEqualTo(12);
    }

    private static Survey.State planned() {
        return new Survey.State.Planned();
    }

    private Instant minutes() {
        return NOW.plusSeconds(60 * random.nextLong(600));
    }

    private Reply verdict(FollowUp ended) {
        return Samples.reply(
                ended.id().order().value() + "~follow-up", 1, random.nextBoolean() ? 10 : 1);
    }

    /** For each order, of the version in which its survey about the delivery comes into a state. */
    private double unitsOf(List<OrderSurveys> orders, Survey.State state, long version) {
        double before = meter.units;
        follow(
                orders.stream()
                        .map(
                                order ->
                                        new Seen.OfOrder(
                                                before(order, version), at(order, state, version)))
                        .toList());
        return (meter.units - before) / orders.size();
    }

    private static Optional<OrderSurveys> before(OrderSurveys order, long version) {
        return switch ((int) version) {
            case 1 -> Optional.empty();
            case 2 -> Optional.of(at(order, planned(), 1));
            case 3 -> Optional.of(at(order, new Survey.State.Sending(NOW), 2));
            default -> Optional.of(at(order, new Survey.State.Sent(NOW, "0107019abc-ses-1"), 3));
        };
    }

    private static OrderSurveys at(OrderSurveys order, Survey.State state, long version) {
        OrderSurveys then = Samples.in(order, Touchpoint.DELIVERY, state);
        return new OrderSurveys(then.facts(), then.surveys(), then.decisions(), version);
    }

    private void follow(List<? extends Seen> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            counting.follow(List.copyOf(all.subList(from, from + BATCH)));
        }
    }

    private Reply reply(String order) {
        OrderSurveys known =
                Samples.order(
                        order,
                        one(CARRIERS),
                        one(COUNTRIES),
                        "Group " + random.nextInt(30),
                        "Group " + random.nextInt(30));
        assertThat(surveys.write(OrderSurveys.unknown(known.facts().order()), known, timers))
                .isPresent();
        return Samples.reply(
                order + "~" + one(TOUCHPOINTS),
                1,
                new Answer.Score(1 + random.nextInt(7)),
                Evidence.CONFIRMED,
                NOW,
                List.of(one(REASONS), one(REASONS)));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static final class Meter extends ForwardingDynamoDb {
        private final DynamoDbClient real;
        private double units;

        Meter(DynamoDbClient real) {
            super(real);
            this.real = real;
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            BatchGetItemResponse answer =
                    super.batchGetItem(
                            request.toBuilder()
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                    .build());
            units +=
                    answer.consumedCapacity().stream()
                            .mapToDouble(ConsumedCapacity::capacityUnits)
                            .sum();
            return answer;
        }

        /** DynamoDB Local does not say what transactions take, so the published rule does. */
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            TransactWriteItemsResponse answer = super.transactWriteItems(request);
            request.transactItems().forEach(write -> units += ItemSize.ofTransaction(item(write)));
            return answer;
        }

        private Map<String, AttributeValue> item(TransactWriteItem write) {
            if (write.put() != null) {
                return write.put().item();
            }
            Update update = write.update();
            return real.getItem(get -> get.tableName(update.tableName()).key(update.key())).item();
        }
    }

    /**
     * Source: Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats" and "DynamoDB read
     * and write operations".
     */
    private static final class ItemSize {
        private static final double KILOBYTE = 1024;
        private static final int NESTED = 3;

        private ItemSize() {}

        /** Write units for an item of a transaction: two for each kilobyte begun. */
        static double ofTransaction(Map<String, AttributeValue> item) {
            return 2 * Math.ceil(of(item) / KILOBYTE);
        }

        private static int of(Map<String, AttributeValue> attributes) {
            return attributes.entrySet().stream()
                    .mapToInt(attribute -> of(attribute.getKey()) + of(attribute.getValue()))
                    .sum();
        }

        private static int of(AttributeValue value) {
            return switch (value.type()) {
                case S -> of(value.s());
                case N -> (value.n().length() + 1) / 2 + 1;
                case M -> NESTED + value.m().size() + of(value.m());
                case L ->
                        NESTED + value.l().size() + value.l().stream().mapToInt(ItemSize::of).sum();
                default -> throw new IllegalArgumentException("a score has no such attribute");
            };
        }

        private static int of(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
