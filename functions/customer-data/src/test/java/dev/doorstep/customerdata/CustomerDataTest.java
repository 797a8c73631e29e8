package dev.doorstep.customerdata;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.Faults;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

class CustomerDataTest {
    private static final Person ADA = Person.ADA;
    private static final Person BOB = Person.BOB;

    private final DataHouse house = new DataHouse(2, 1);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void erasesAllThatIsHeldOnACustomerAndNothingOfAnother() {
        house.fill(BOB);
        List<String> ofBob = house.items();
        Map<String, byte[]> objectsOfBob = new TreeMap<>(house.s3.objects());
        house.fill(ADA);
        assertThat(mentions(ADA)).isNotEmpty();

        String id = house.order(Kind.ERASE, " ADA@customer.example ");
        house.work(() -> true);

        assertThat(house.show(id).body().string("state")).isEqualTo("done");
        assertThat(mentions(ADA)).isEmpty();
        assertThat(house.items()).containsAll(ofBob);
        assertThat(house.s3.objects()).containsExactlyInAnyOrderEntriesOf(objectsOfBob);
    }

    @Test
    void provesWhatWasErasedWithoutTheData() {
        house.fill(BOB);
        house.fill(ADA);

        String id = house.order(Kind.ERASE, ADA.address());
        house.work(() -> true);

        JsonObject proof = house.show(id).body();
        assertThat(proof.string("kind")).isEqualTo("erase");
        assertThat(proof.string("contactId")).isEqualTo(house.contact(ADA).value());
        assertThat(proof.string("askedBy")).isEqualTo("lead-1");
        assertThat(proof.string("confirmedBy")).isEqualTo("lead-2");
        assertThat(proof.string("doneAt")).isEqualTo(DataHouse.NOW.toString());
        assertThat(counts(proof))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "surveys", 3,
                                "replies", 3,
                                "follow-ups", 2,
                                "links", 3,
                                // one of each delivery, a reminder, a lease, a mail of support
                                "timers", 6,
                                "inbound-mails", 4,
                                "photographs", 4));
    }

    @Test
    void keepsScoresDecisionsAndTheSuppression() {
        house.fill(ADA);
        OrderSurveys before = order(ADA.unhappy());

        house.order(Kind.ERASE, ADA.address());
        house.work(() -> true);

        Reply reply = house.replies.find(DataHouse.id(ADA.unhappy())).orElseThrow();
        Contact contact = house.contacts.load(house.contact(ADA), Consistency.STRONG);
        assertThat(reply.answer()).isEqualTo(new Answer.Score(2));
        assertThat(reply.version()).isEqualTo(1);
        assertThat(reply.reasons()).containsExactly("late");
        assertThat(order(ADA.unhappy()).decisions()).isEqualTo(before.decisions());
        assertThat(contact.suppression()).contains(SuppressionReason.UNSUBSCRIBED);
        assertThat(contact.askedAt()).contains(DataHouse.NOW);
        assertThat(house.items()).filteredOn(item -> item.startsWith("MAILS_TABLE")).hasSize(2);
    }

    @Test
    void asksNobodyAnyMoreAndLeavesNoCaseWaiting() {
        house.fill(ADA);

        house.order(Kind.ERASE, ADA.address());
        house.work(() -> true);

        Survey planned = order(ADA.planned()).survey(Touchpoint.DELIVERY).orElseThrow();
        FollowUp live = followUp(ADA.unhappy());
        FollowUp resolved = followUp(ADA.resolved());
        assertThat(planned.state())
                .isEqualTo(new Survey.State.Skipped(DataHouse.NOW, Reason.ERASED));
        assertThat(live.state()).isEqualTo(FollowUpState.WITHDRAWN);
        assertThat(live.claim()).isEmpty();
        assertThat(live.ledger().open()).isEmpty();
        assertThat(resolved.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(resolved.recovery()).isPresent();
        assertThat(live.history().entries())
                .extracting(HistoryEntry::text)
                .containsOnly(Optional.empty());
        assertThat(house.items()).noneMatch(item -> item.startsWith("TIMERS_TABLE"));
        assertThat(house.followUps.ofContact(house.contact(ADA).value())).isEmpty();
    }

    @Test
    void erasingAgainChangesNothing() {
        house.fill(ADA);
        house.order(Kind.ERASE, ADA.address());
        house.work(() -> true);
        List<String> erased = house.items();

        String again = house.order(Kind.ERASE, ADA.address());
        house.work(() -> true);

        assertThat(house.items()).containsExactlyInAnyOrderElementsOf(erased);
        assertThat(counts(house.show(again).body()).values()).containsOnly(0);
    }

    @Test
    void exportsAllThatIsHeldOnACustomerAndNothingOfAnother() {
        house.fill(BOB);
        house.fill(ADA);
        List<String> before = house.items();

        String id = house.order(Kind.EXPORT, ADA.address());
        house.work(() -> true);

        Map<String, String> files = files(house.show(id).body());
        String json = requireNonNull(files.get("customer-data.json"));
        JsonObject whole = Json.parseObject(json);
        assertThat(whole.members().keySet())
                .containsExactly(
                        "surveys",
                        "replies",
                        "follow-ups",
                        "links",
                        "timers",
                        "contacts",
                        "mails",
                        "files");
        assertThat(whole.objects("surveys")).hasSize(3);
        assertThat(whole.objects("replies")).hasSize(3);
        assertThat(whole.objects("follow-ups")).hasSize(2);
        assertThat(whole.objects("links")).hasSize(3);
        assertThat(whole.objects("timers")).hasSize(6);
        assertThat(whole.objects("contacts")).hasSize(1);
        assertThat(whole.objects("mails")).hasSize(2);
        assertThat(files).hasSize(9);
        assertThat(files.keySet()).containsAll(whole.strings("files"));
        assertThat(files.values()).allSatisfy(file -> assertThat(file).contains("Ada"));
        assertThat(ADA.secrets()).allMatch(json::contains);
        assertThat(files.values()).noneMatch(file -> isAbout(BOB, file));
        assertThat(house.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void endsWellForSomebodyOfWhomNothingIsKnown(Kind kind) {
        house.fill(BOB);

        String id = house.order(kind, "nobody@customer.example");
        house.work(() -> true);

        JsonObject shown = house.show(id).body();
        assertThat(shown.string("state")).isEqualTo("done");
        assertThat(counts(shown).values()).isNotEmpty().containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "ERASE, NEVER_MADE",
        "ERASE, ANSWER_LOST",
        "EXPORT, NEVER_MADE",
        "EXPORT, ANSWER_LOST"
    })
    void finishesWhicheverCallFails(Kind kind, Faults.Fault fault) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        try (DataHouse roomy = new DataHouse(1_000, 50)) { // so that steps do not grow in number
            int call = 0;
            boolean hasFailed = true;
            while (hasFailed) {
                Person person = Person.numbered(++call);
                roomy.fillUnhappy(person);
                roomy.faults.fail(call, fault);
                String id = roomy.order(kind, person.address());
                roomy.work(() -> true);
                hasFailed = roomy.faults.hasFired();
                roomy.faults.rest();

                JsonObject shown = roomy.show(id).body();
                assertThat(shown.string("state")).as("call %d", call).isEqualTo("done");
                counts.add(counts(shown));
                if (kind == Kind.ERASE) {
                    assertThat(mentions(roomy, person)).as("call %d", call).isEmpty();
                } else {
                    assertThat(files(shown).values()).hasSize(3).allMatch(f -> isAbout(person, f));
                    roomy.s3.objects().clear();
                }
            }

            assertThat(call).isGreaterThan(25);
            assertThat(Set.copyOf(counts)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void goesOnInAsManyRunsAsItTakes(Kind kind) {
        house.fill(BOB);
        house.fill(ADA);

        String id = house.order(kind, ADA.address());
        int runs = house.work(() -> false);

        JsonObject shown = house.show(id).body();
        assertThat(runs).isGreaterThan(20);
        assertThat(shown.string("state")).isEqualTo("done");
        assertThat(counts(shown)).containsEntry("replies", 3).containsEntry("inbound-mails", 4);
    }

    @Test
    void takesTheSameMessageTwiceAtATime() throws InterruptedException {
        house.fill(ADA);
        String id = house.order(Kind.ERASE, ADA.address());

        List<Thread> runs =
                Stream.generate(() -> Thread.ofVirtual().start(() -> house.work(() -> false)))
                        .limit(2)
                        .toList();
        assertThat(house.deliver(id, () -> true)).isTrue();
        for (Thread run : runs) {
            run.join();
        }
        house.work(() -> true);

        assertThat(house.deliver(id, () -> true)).isTrue();
        assertThat(mentions(ADA)).isEmpty();
        assertThat(counts(house.show(id).body()))
                .containsEntry("surveys", 3)
                .containsEntry("replies", 3)
                .containsEntry("links", 3);
    }

    @Test
    void takesWhoAnOrderNamedByMistakeOutOfItAndLeavesItsCustomer() {
        OrderId order = BOB.planned();
        house.happen(
                ADA.at("wrong@customer.example"),
                order,
                EventType.SHIPPED,
                DataHouse.NOW.minusSeconds(7200));
        house.deliver(BOB, order);
        house.link(ADA.at("wrong@customer.example"), DataHouse.id(order));

        String id = house.order(Kind.ERASE, "wrong@customer.example");
        house.work(() -> true);

        OrderSurveys left = order(order);
        assertThat(mentions(ADA.at("wrong@customer.example"))).isEmpty();
        assertThat(left.order(house.programme).customer().address()).contains(BOB.address());
        assertThat(left.survey(Touchpoint.DELIVERY).orElseThrow().isPlanned()).isTrue();
        assertThat(counts(house.show(id).body()))
                .containsEntry("surveys", 1)
                .containsEntry("links", 1)
                .containsEntry("timers", 0);
    }

    @Test
    void doesNothingBeforeAnotherLeadConfirms() {
        house.fill(ADA);
        List<String> before = house.items();

        DataHouse.Told asked = house.ask(Kind.ERASE, ADA.address());
        String id = asked.body().string("id");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.headers()).containsEntry("location", "/customer-data/requests/" + id);
        assertThat(house.work(() -> true)).isZero();
        assertThat(house.deliver(id, () -> true)).isFalse();
        assertThat(house.show(id).body().string("state")).isEqualTo("asked");
        assertThat(house.items()).isEqualTo(before);
    }

    @Test
    void mayNotBeConfirmedByWhoAsked() {
        String id = house.ask(Kind.ERASE, ADA.address()).body().string("id");

        String event = DataHouse.read("confirmed").replace(DataHouse.SAMPLE_ID, id);
        DataHouse.Told answer = house.call(event.replace("lead-2", "lead-1"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().string("detail")).contains("Another lead");
        assertThat(house.show(id).body().string("state")).isEqualTo("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-asked-for", "erasure-asked-for", "confirmed", "shown"})
    void isForLeadsAlone(String sample) {
        String event = DataHouse.read(sample);

        DataHouse.Told agents = house.call(event.replace("[doorstep-leads]", "[doorstep-agents]"));
        DataHouse.Told almost = house.call(event.replace("[doorstep-leads]", "doorstep-leads-2"));

        assertThat(agents.status()).isEqualTo(403);
        assertThat(almost.status()).isEqualTo(403);
        assertThat(agents.headers().get("content-type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "shown"})
    void knowsNoRequestThatNobodyAskedFor(String sample) {
        DataHouse.Told answer = house.call(DataHouse.read(sample));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().string("title")).isEqualTo("Not Found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@customer.example",
                "ada@customer",
                "ada@customer.example, bob@customer.example",
                "Ada <ada@customer.example>",
                ""
            })
    void refusesWhatIsNoAddress(String address) {
        DataHouse.Told answer = house.ask(Kind.EXPORT, address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().string("field")).isEqualTo("/address");
        assertThat(answer.body().string("detail")).isEqualTo("is not a mail address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|is missing",
                "{\\\"address\\\": 7}|400|must be a string",
                "[]|400|must be an object",
                "{|400|is not valid JSON",
                "|400|is empty"
            })
    void refusesABodyThatNamesNobody(@Nullable String body, int status, String detail) {
        String event =
                DataHouse.sample(Kind.ERASE)
                        .replace(
                                "{\\\"address\\\": \\\"ada@customer.example\\\"}",
                                body == null ? "" : body);

        DataHouse.Told answer = house.call(event);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().string("detail")).startsWith(detail);
    }

    @Test
    void refusesABodyOfAnotherKindOrSize() {
        String event = DataHouse.sample(Kind.ERASE);

        assertThat(house.call(event.replace("application/json\"\n", "text/plain\"\n")).status())
                .isEqualTo(415);
        assertThat(house.call(event.replace("ada@", "a".repeat(9_000) + "@")).status())
                .isEqualTo(413);
    }

    @Test
    void reportsAMessageThatNamesNoRequest() {
        assertThat(house.deliver("none", () -> true)).isFalse();
    }

    private OrderSurveys order(OrderId id) {
        return house.surveys.find(id).orElseThrow();
    }

    private FollowUp followUp(OrderId id) {
        return house.followUps.find(new SurveyId(id, Touchpoint.DELIVERY)).orElseThrow();
    }

    /** What still speaks of the person. */
    private List<String> mentions(Person person) {
        return mentions(house, person);
    }

    private static List<String> mentions(DataHouse house, Person person) {
        return house.everything().stream().filter(text -> isAbout(person, text)).toList();
    }

    private static boolean isAbout(Person person, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return person.secrets().stream().anyMatch(s -> lower.contains(s.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Integer> counts(JsonObject shown) {
        JsonObject counts = shown.object("counts");
        Map<String, Integer> numbers = new TreeMap<>();
        counts.members().keySet().forEach(name -> numbers.put(name, counts.integer(name)));
        return numbers;
    }

    /** The files of an export by name, fetched by their links. */
    private static Map<String, String> files(JsonObject shown) {
        Map<String, String> files = new LinkedHashMap<>();
        shown.objects("files").forEach(f -> files.put(f.string("name"), fetched(f.string("url"))));
        return files;
    }

    private static String fetched(String url) {
        assertThat(url).contains("X-Amz-Expires=3600");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
