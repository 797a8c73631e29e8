package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.contacts.Vouchers;
import dev.doorstep.followups.Advised;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.EarlierCase;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.playbook.Playbook;
import dev.doorstep.playbook.Suggestion;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class AdviceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> VOUCHER = List.of("voucher");

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final FollowUps followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
    private final Advice advice =
            new Advice(
                    followUps,
                    new Surveys(dynamoDb, Tables.create("SurveysTable")),
                    new Vouchers(dynamoDb, Tables.create("ContactsTable")),
                    Playbook::load,
                    Programme.load(new Environment(Map.of())),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void findsTheOtherCasesOfTheSameCustomerTheLatestFirst() {
        FollowUp first = open("A-1001", 1, "a");
        open("A-1002", 2, "b");
        FollowUp third = open("A-1003", 3, "a");
        FollowUp fourth = open("A-1004", 4, "a");

        assertThat(advice.earlier(third))
                .extracting(EarlierCase::id)
                .containsExactly(fourth.id(), first.id());
    }

    @Test
    void suggestsByWhatTheCustomerSaysTheTroubleIs() {
        FollowUp late = open("A-1001", 1, "a", "late");

        assertThat(suggestion(late)).map(Suggestion::ruleId).contains("last-mile");
    }

    @Test
    void knowsWhoWasUnhappyBefore() {
        open("A-1001", 1, "a");
        open("A-1002", 2, "a");
        FollowUp third = open("A-1003", 3, "a", "late");

        assertThat(suggestion(third)).map(Suggestion::ruleId).contains("unhappy-again");
    }

    @Test
    void keepsVouchersToTheLimitOfTheMonthHoweverOftenOneIsAskedFor() {
        open("A-1001", 1, "a");
        open("A-1002", 2, "a");
        FollowUp third = open("A-1003", 3, "a");
        FollowUp fourth = open("A-1004", 4, "a");
        FollowUp fifth = open("A-1005", 5, "a");

        assertThat(isAllowed(third)).isTrue();
        assertThat(isAllowed(third)).isTrue();
        assertThat(isAllowed(fourth)).isTrue();
        assertThat(isAllowed(fifth)).isFalse();
        assertThat(isAllowed(third)).isTrue();
    }

    @Test
    void allowsNoVoucherThatThePlaybookDoesNotSuggest() {
        FollowUp late = open("A-1001", 1, "a", "late");

        assertThat(isAllowed(late)).isFalse();
        assertThat(advice.allows(late, Optional.empty(), suggestion(late), List.of("apologise")))
                .isTrue();
    }

    @Test
    void tellsWhatIsLeftOfTheVouchersOfTheMonth() {
        open("A-1001", 1, "a");
        open("A-1002", 2, "a");
        FollowUp third = open("A-1003", 3, "a");
        FollowUp late = open("A-1004", 4, "b", "late");

        int before = left(third).orElseThrow().left().vouchers();
        boolean given = isAllowed(third);

        assertThat(given).isTrue();
        assertThat(left(third)).map(left -> left.left().vouchers()).contains(before - 1);
        assertThat(left(late)).isEmpty();
    }

    @Test
    void tellsWhatWasDoneBesideWhatWasSuggested() {
        FollowUp late = open("A-1001", 1, "a", "late");

        Advised advised = advice.advised(suggestion(late), List.of("refund-shipping"));

        assertThat(advised)
                .isEqualTo(
                        new Advised(
                                "last-mile",
                                List.of("apologise", "pass-to-carrier"),
                                List.of("refund-shipping")));
    }

    @Test
    void knowsWhatCanBeDone() {
        assertThat(Advice.requireKnown(List.of("apologise", "apologise")))
                .containsExactly("apologise");
        assertThatThrownBy(() -> Advice.requireKnown(List.of("magic")))
                .isInstanceOf(Rejected.class);
    }

    private boolean isAllowed(FollowUp followUp) {
        return advice.allows(followUp, Optional.empty(), suggestion(followUp), VOUCHER);
    }

    private Optional<Suggestion> suggestion(FollowUp followUp) {
        return advice.of(followUp, advice.order(followUp), advice.earlier(followUp));
    }

    private Optional<Advice.VouchersLeft> left(FollowUp followUp) {
        return advice.vouchersLeft(followUp, Optional.empty(), suggestion(followUp));
    }

    private FollowUp open(String order, int hour, String contact, String... reasons) {
        Instant openedAt = NOW.plusSeconds(hour * 3600L);
        Attention need = new Attention(Severity.NORMAL, openedAt);
        Customer customer =
                new Customer(
                        Optional.of("ada@customer.example"),
                        Optional.empty(),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Optional.empty());
        FollowUp opened =
                FollowUp.open(
                        reply(order, need, List.of(reasons)),
                        need,
                        new Promise(openedAt, openedAt, openedAt),
                        new CustomerSummary(customer, List.of(), Optional.of(contact.repeat(64))),
                        openedAt);
        assertThat(followUps.open(opened)).isTrue();
        return opened;
    }

    private static Reply reply(String order, Attention need, List<String> reasons) {
        return new Reply(
                SurveyId.parse(order + "~delivery"),
                Metric.NPS,
                new Answer.Score(3),
                reasons,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                Evidence.CONFIRMED,
                NOW,
                NOW,
                1,
                Optional.of(need),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
