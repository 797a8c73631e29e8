package dev.doorstep.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

class VouchersTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = NOVEMBER.plusMonths(1);
    private static final YearMonth JANUARY = NOVEMBER.plusMonths(2);
    private static final VoucherAllowance TWO_FOR_30 =
            new VoucherAllowance(2, Optional.of(BigDecimal.valueOf(30)));
    private static final VoucherAllowance ONE = new VoucherAllowance(1, Optional.empty());

    private final String table = Tables.create("ContactsTable");
    private final Vouchers vouchers = new Vouchers(DynamoDbLocal.client(), table);
    private final ContactId ada =
            ContactKey.of("0123456789abcdef0123456789abcdef").idOf("ada@customer.example");

    @Test
    void givesAsManyAsTheMonthAllows() {
        assertThat(grant(euros("A-1", "5"), NOVEMBER)).isTrue();
        assertThat(grant(euros("A-2", "5"), NOVEMBER)).isTrue();

        assertThat(grant(euros("A-3", "5"), NOVEMBER)).isFalse();
        assertThat(grant(euros("A-3", "5"), DECEMBER)).isTrue();
    }

    @Test
    void givesNoMoreThanTheMonthsAmount() {
        assertThat(grant(euros("A-1", "20"), NOVEMBER)).isTrue();

        assertThat(grant(euros("A-2", "10.01"), NOVEMBER)).isFalse();
        assertThat(left(NOVEMBER)).isEqualTo(new VoucherAllowance(1, Optional.of(BigDecimal.TEN)));
        assertThat(grant(euros("A-2", "10"), NOVEMBER)).isTrue();
        assertThat(left(NOVEMBER)).isEqualTo(new VoucherAllowance(0, Optional.of(BigDecimal.ZERO)));
    }

    @Test
    void countsEachKindAlone() {
        grant(euros("A-1", "30"), NOVEMBER);

        assertThat(grant(new Voucher("A-2", "GBP", BigDecimal.TEN), NOVEMBER)).isTrue();
        assertThat(
                        vouchers.grant(
                                ada,
                                new Voucher("A-3", "percentage", BigDecimal.TEN),
                                NOVEMBER,
                                ONE))
                .isTrue();
        assertThat(
                        vouchers.grant(
                                ada,
                                new Voucher("A-4", "percentage", BigDecimal.TEN),
                                NOVEMBER,
                                ONE))
                .isFalse();
        assertThat(vouchers.left(ada, "percentage", NOVEMBER, ONE).vouchers()).isZero();
    }

    @Test
    void countsAGrantOnceHoweverOftenItIsRepeated() {
        grant(euros("A-1", "15"), NOVEMBER);
        grant(euros("A-2", "15.00"), NOVEMBER);

        assertThat(grant(euros("A-1", "15"), NOVEMBER)).isTrue();
        assertThat(grant(euros("A-2", "15"), DECEMBER)).isTrue();
        assertThat(left(DECEMBER)).isEqualTo(TWO_FOR_30);
    }

    @Test
    void givesNoOtherVoucherUnderTheSameGrant() {
        grant(euros("A-1", "5"), NOVEMBER);

        assertThat(grant(euros("A-1", "25"), NOVEMBER)).isFalse();
        assertThat(grant(new Voucher("A-1", "GBP", BigDecimal.valueOf(5)), NOVEMBER)).isFalse();
    }

    @Test
    void leavesNothingWhenTheLimitWasLowered() {
        grant(euros("A-1", "20"), NOVEMBER);

        assertThat(
                        vouchers.left(
                                ada,
                                "EUR",
                                NOVEMBER,
                                new VoucherAllowance(1, Optional.of(BigDecimal.TEN))))
                .isEqualTo(new VoucherAllowance(0, Optional.of(BigDecimal.ZERO)));
    }

    @Test
    void keepsToTheLimitWhenAllAgentsGiveAtOnce() throws Exception {
        List<Boolean> answers = race(agent -> euros("A-" + agent, "5"));

        assertThat(answers).filteredOn(given -> given).hasSize(2);
        assertThat(left(NOVEMBER).vouchers()).isZero();
    }

    @Test
    void keepsToTheAmountWhenAllAgentsGiveAtOnce() throws Exception {
        List<Boolean> answers = race(agent -> euros("A-" + agent, "20"));

        assertThat(answers).filteredOn(given -> given).hasSize(1);
        assertThat(left(NOVEMBER).worth()).contains(BigDecimal.TEN);
    }

    @Test
    void givesOnceWhenOneGrantArrivesManyTimesAtOnce() throws Exception {
        List<Boolean> answers = race(_ -> euros("A-1", "20"));

        assertThat(answers).containsOnly(true);
        assertThat(left(NOVEMBER).vouchers()).isEqualTo(1);
    }

    @Test
    void remembersThisMonthAndTheLast() {
        grant(euros("A-1", "5"), NOVEMBER);
        grant(euros("A-2", "5"), DECEMBER);
        grant(euros("A-3", "5"), JANUARY);

        assertThat(row().findItem("vouchers").orElseThrow().attributes())
                .containsOnlyKeys("2026-12", "2027-01");
        assertThat(grant(euros("A-4", "5"), DECEMBER)).isTrue();
        assertThat(grant(euros("A-5", "5"), NOVEMBER)).isFalse();
    }

    @Test
    void remembersAHundredVouchersAMonthAndNoMore() {
        VoucherAllowance most = new VoucherAllowance(100, Optional.empty());
        IntStream.range(0, 100)
                .forEach(
                        i ->
                                vouchers.grant(
                                        ada,
                                        new Voucher(
                                                "A-" + i,
                                                i % 2 == 0 ? "EUR" : "GBP",
                                                BigDecimal.ONE),
                                        NOVEMBER,
                                        most));

        assertThat(vouchers.grant(ada, euros("A-100", "1"), NOVEMBER, most)).isFalse();
        assertThat(vouchers.grant(ada, euros("A-99", "1"), NOVEMBER, most)).isFalse();
        assertThat(row().attributes()).containsOnlyKeys("contactId", "vouchers", "vouchersVersion");
    }

    @Test
    void leavesAloneWhatElseIsKnownOfTheContact() {
        Contacts contacts = new Contacts(DynamoDbLocal.client(), table);
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, Instant.EPOCH);

        grant(euros("A-1", "5"), NOVEMBER);

        assertThat(contacts.load(ada, Consistency.STRONG).isSuppressed()).isTrue();
        assertThat(left(NOVEMBER).vouchers()).isEqualTo(1);
    }

    @Test
    void refusesAVoucherThatIsNone() {
        assertThatThrownBy(() -> euros("", "5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros("x".repeat(257), "5"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros("A-1", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VoucherAllowance(101, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Boolean> race(IntFunction<Voucher> voucher) throws Exception {
        List<Callable<Boolean>> agents =
                IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(
                                agent -> () -> grant(voucher.apply(agent), NOVEMBER))
                        .toList();
        List<Boolean> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> answer : threads.invokeAll(agents)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private boolean grant(Voucher voucher, YearMonth month) {
        return vouchers.grant(ada, voucher, month, TWO_FOR_30);
    }

    private VoucherAllowance left(YearMonth month) {
        return vouchers.left(ada, "EUR", month, TWO_FOR_30);
    }

    private Item row() {
        return new Item(
                DynamoDbLocal.client()
                        .getItem(
                                get ->
                                        get.tableName(table)
                                                .key(Contacts.key(ada))
                                                .consistentRead(true))
                        .item());
    }

    private static Voucher euros(String grantId, String amount) {
        return new Voucher(grantId, "EUR", new BigDecimal(amount));
    }
}
