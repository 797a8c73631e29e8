package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.OrderSurveys;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What counting takes of DynamoDB. */
class ConsumptionTest {
    private static final int BATCH = 100;
    private static final int BATCHES = 10;
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
