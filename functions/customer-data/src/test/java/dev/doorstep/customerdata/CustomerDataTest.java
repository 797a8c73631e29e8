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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(house.mentions(ADA)).isNotEmpty();

        String id = house.order(Kind.ERASE, " ADA@customer.example ");
        house.work(() -> true);

        assertThat(house.show(id).body().string("state")).isEqualTo("done");
        assertThat(house.mentions(ADA)).isEmpty();
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
        assertThat(DataHouse.countsOf(proof))
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
        assertThat(house.contacts.questions(contact.id())).as("about which orders").isEmpty();
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
        assertThat(DataHouse.countsOf(house.show(again).body()).values()).containsOnly(0);
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
        assertThat(files.values()).noneMatch(file -> BOB.isNamedIn(file));
        assertThat(house.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPORT", "ERASE"})
    void endsWellForSomebodyOfWhomNothingIsKnown(Kind kind) {
        house.fill(BOB);

        String id = house.order(kind, "nobody@customer.example");
        house.work(() -> true);

        JsonObject shown = house.show(id).body();
        assertThat(shown.string("state")).isEqualTo("done");
        assertThat(DataHouse.countsOf(shown).values()).isNotEmpty().containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "ERASE, NEVER_MADE",
        "ERASE, ANSWER_LOST",
        "EXPORT, NEVER_MADE",
        "EXPORT, ANSWER_LOST"
    })
    void finishesThoughEachCallFailsOnce(Kind kind, Faults.Fault fault) {
        try (DataHouse roomy = new DataHouse(1_000, 50)) {
            Map<String, Integer> undisturbed = countsOfOne(roomy, kind, () -> {});

            Map<String, Integer> disturbed =
                    countsOfOne(roomy, kind, () -> roomy.faults.failEachOnce(fault));

            assertThat(disturbed).isEqualTo(undisturbed);
            assertThat(roomy.faults.failures()).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource(Faults.Fault.class)
    void isToldWhicheverCallFails(Faults.Fault fault) {
        int call = 0;
        boolean hasFailed = true;
        while (hasFailed) {
            house.faults.fail(++call, fault);
            String id = house.order(Kind.ERASE, "nobody@customer.example");
            hasFailed = house.faults.hasFired();
            house.faults.rest();

            assertThat(house.work(() -> true)).as("call %d", call).isPositive();
            assertThat(house.show(id).body().string("state")).isEqualTo("done");
        }
        assertThat(call).isGreaterThan(4);
    }

    /** What is found of somebody unhappy, when nothing of them is left, or all is copied. */
    private static Map<String, Integer> countsOfOne(DataHouse house, Kind kind, Runnable spoil) {
        Person person = Person.numbered(house.items().size() + 1);
        house.fillUnhappy(person);
        String id = house.order(kind, person.address());
        spoil.run();
        house.work(() -> true);
        house.faults.rest();
        JsonObject shown = house.show(id).body();
        assertThat(shown.string("state")).isEqualTo("done");
        if (kind == Kind.ERASE) {
            assertThat(house.mentions(person)).isEmpty();
        } else {
            assertThat(files(shown).values()).hasSize(3).allMatch(person::isNamedIn);
        }
        return DataHouse.countsOf(shown);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPORT", "ERASE"})
    void goesOnInAsManyRunsAsItTakes(Kind kind) {
        house.fill(BOB);
        house.fill(ADA);

        String id = house.order(kind, ADA.address());
        int runs = house.work(() -> false);

        JsonObject shown = house.show(id).body();
        assertThat(runs).isGreaterThan(20);
        assertThat(shown.string("state")).isEqualTo("done");
        assertThat(DataHouse.countsOf(shown))
                .containsEntry("replies", 3)
                .containsEntry("inbound-mails", 4);
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
        assertThat(house.mentions(ADA)).isEmpty();
        assertThat(DataHouse.countsOf(house.show(id).body()))
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
        assertThat(house.mentions(ADA.at("wrong@customer.example"))).isEmpty();
        assertThat(left.order(house.programme).customer().address()).contains(BOB.address());
        assertThat(left.survey(Touchpoint.DELIVERY).orElseThrow().isPlanned()).isTrue();
        assertThat(DataHouse.countsOf(house.show(id).body()))
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

    @Test
    void isConfirmedByWhoSaysTheSameAddress() {
        house.fill(ADA);
        String id = house.ask(Kind.ERASE, BOB.address()).body().string("id");

        DataHouse.Told other = house.confirm(id, ADA.address());
        DataHouse.Told none =
                house.call(
                        DataHouse.read("confirmed")
                                .replace(DataHouse.SAMPLE_ID, id)
                                .replace("{\\\"address\\\": \\\"ada@customer.example\\\"}", "{}"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().string("detail")).contains("another address");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().string("field")).isEqualTo("/address");
        assertThat(house.show(id).body().string("state")).isEqualTo("asked");
        assertThat(house.confirm(id, " BOB@customer.example").status()).isEqualTo(202);
    }

    @Test
    void erasesWhatIsAnsweredWhileItIsAtWork() {
        try (DataHouse settling = DataHouse.settling(Duration.ofMinutes(12))) {
            settling.fill(ADA);
            String id = settling.order(Kind.ERASE, ADA.address());
            settling.work(() -> true);
            settling.answerLate(ADA, DataHouse.id(ADA.planned()));

            assertThat(settling.deliver(id, () -> true)).isTrue();
            assertThat(settling.show(id).body().string("state")).isEqualTo("confirmed");
            assertThat(settling.mentions(ADA)).isNotEmpty();

            settling.clock.pass(Duration.ofMinutes(12));
            assertThat(settling.deliver(id, () -> true)).isTrue();
            assertThat(settling.show(id).body().string("state")).isEqualTo("done");
            assertThat(settling.mentions(ADA)).isEmpty();
            assertThat(DataHouse.countsOf(settling.show(id).body())).containsEntry("replies", 4);
        }
    }

    @Test
    void erasesWhatOthersAnsweredToMailsToTheCustomer() {
        house.fill(ADA);
        house.answerFor(ADA, DataHouse.id(ADA.unhappy()));

        String id = house.order(Kind.ERASE, ADA.address());
        house.work(() -> true);

        assertThat(house.mentions(ADA)).isEmpty();
        assertThat(DataHouse.countsOf(house.show(id).body())).containsEntry("inbound-mails", 5);
    }

    @Test
    void beginsAnExportAnewOfWhichPartsAreForgotten() {
        house.fill(ADA);
        String id = house.order(Kind.EXPORT, ADA.address());
        for (int step = 0; step < 12; step++) {
            assertThat(house.deliver(id, () -> false)).isTrue();
        }
        assertThat(house.s3.objects().keySet().removeIf(key -> key.startsWith("exports/")))
                .isTrue();

        house.work(() -> true);

        Map<String, String> files = files(house.show(id).body());
        JsonObject whole = Json.parseObject(requireNonNull(files.get("customer-data.json")));
        assertThat(whole.objects("surveys")).hasSize(3);
        assertThat(files.keySet()).containsAll(whole.strings("files"));
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
                "\u200bada@customer.example",
                "ada@customer.example\u00a0",
                "ada@customer\u00ad.example",
                ""
            })
    void refusesWhatIsNoAddress(String address) {
        DataHouse.Told answer = house.ask(Kind.EXPORT, address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().string("field")).isEqualTo("/address");
        assertThat(answer.body().string("detail")).isEqualTo("is not a mail address");
    }

    @Test
    void refusesADomainThatWouldBecomeAnotherOnesInAscii() {
        DataHouse.Told answer = house.ask(Kind.ERASE, "info@stra\u00dfe.example");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().string("detail")).contains("must be written in ASCII");
        assertThat(house.ask(Kind.ERASE, "info@b\u00fcro.example").status()).isEqualTo(201);
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
