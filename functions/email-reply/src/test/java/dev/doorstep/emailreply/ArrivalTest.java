package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.testing.Events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

class ArrivalTest {

    @Test
    void readsWhatS3Writes() {
        assertThat(arrivals("mail-arrived"))
                .containsExactly(
                        new Arrival("mails/reply-nine", Instant.parse("2026-11-25T09:45:06.789Z")));
    }

    @Test
    void readsNothingInANotificationThatOnlyTries() {
        assertThat(arrivals("test-event")).isEmpty();
    }

    @Test
    void readsEachOfSeveralRecords() {
        assertThat(arrivals("two-mails-arrived"))
                .extracting(Arrival::key)
                .containsExactly("mails/reply-nine", "mails/a name+with 50% ü");
    }

    @ParameterizedTest
    @CsvSource({
        "mails%2Fx, mails/x",
        "mails/a+b, mails/a b",
        "mails/a%2Bb, mails/a+b",
        "mails/100%25, mails/100%",
        "mails/%C3%BC, mails/ü",
        "mails/%F0%9F%93%A6, mails/📦"
    })
    void decodesKeysAsS3EncodesThem(String written, String key) {
        assertThat(Arrival.parse(notification(written, "2026-11-25T09:45:06Z")))
                .extracting(Arrival::key)
                .containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                        |
                    nonsense                                                  |
                    []                                                        |
                    {"Records":[{}]}                                          | /Records/0/s3
                    {"Records":[{"s3":{}}]}                                   | /Records/0/s3/object
                    {"Records":[{"s3":{"object":{}}}]}                        | /Records/0/s3/object/key
                    {"Records":[{"s3":{"object":{"key":7}}}]}                 | /Records/0/s3/object/key
                    {"Records":[{"s3":{"object":{"key":"mails/%"}}}]}         | /Records/0/s3/object/key
                    {"Records":[{"s3":{"object":{"key":"mails/%ZZ"}}}]}       | /Records/0/s3/object/key
                    {"Records":[{"s3":{"object":{"key":"a"}}}]}               | /Records/0/eventTime
                    {"Records":[{"s3":{"object":{"key":"a"}},"eventTime":""}]}| /Records/0/eventTime
                    {"Records":7}                                             | /Records
                    """)
    void refusesWhatIsNoNotificationAndNamesThePlace(String body, String field) {
        assertThatThrownBy(() -> Arrival.parse(body))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(field == null ? "" : field);
    }

    /** The notification inside of the queue's first message. */
    private static List<Arrival> arrivals(String sample) {
        return Json.readObject(Events.stream("email-reply/" + sample + ".json"))
                .objects("Records")
                .stream()
                .map(message -> message.string("body"))
                .map(Arrival::parse)
                .flatMap(List::stream)
                .toList();
    }

    private static String notification(String key, String time) {
        return "{\"Records\":[{\"eventTime\":\"%s\",\"s3\":{\"object\":{\"key\":\"%s\"}}}]}"
                .formatted(time, key);
    }
}
