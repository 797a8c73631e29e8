package dev.doorstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import java.util.Map;

final class TablesTest {

    @Test
    void createsATableWithTheKeysOfTheTemplate() {
        TableDescription timers = describe(Tables.create("TimersTable"));

        assertThat(timers.keySchema())
                .extracting(KeySchemaElement::attributeName)
                .containsExactly("shard", "dueAtId");
        assertThat(timers.streamSpecification()).isNull();
    }

    @Test
    void createsItsIndexesAndItsStream() {
        TableDescription followUps = describe(Tables.create("FollowUpsTable"));
        TableDescription replies = describe(Tables.create("RepliesTable"));

        assertThat(followUps.globalSecondaryIndexes())
                .extracting(index -> index.indexName())
                .containsExactlyInAnyOrder("byState", "byContact", "byWeek");
        assertThat(replies.streamSpecification().streamViewType())
                .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @Test
    void keepsTheItemsOfTwoTablesApart() {
        String one = Tables.create("LinksTable");
        String other = Tables.create("LinksTable");
        Map<String, AttributeValue> key = Map.of("tokenHash", AttributeValue.fromS("a1"));

        DynamoDbLocal.client().putItem(put -> put.tableName(one).item(key));

        assertThat(DynamoDbLocal.client().getItem(get -> get.tableName(one).key(key)).item())
                .isEqualTo(key);
        assertThat(DynamoDbLocal.client().getItem(get -> get.tableName(other).key(key)).hasItem())
                .isFalse();
    }

    @Test
    void refusesWhatIsNotATable() {
        assertThatThrownBy(() -> Tables.create("OrdersBus")).hasMessage("OrdersBus is not a table");
        assertThatThrownBy(() -> Tables.create("PartiesTable")).hasMessageContaining("template");
    }

    private static TableDescription describe(String name) {
        return DynamoDbLocal.client().describeTable(table -> table.tableName(name)).table();
    }
}
