package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How many vouchers of one kind a customer may get in a month.
 *
 * @param from the first month in which it holds; without one it always did
 * @param until the last month in which it holds; without one it holds for good
 */
public record VoucherLimit(
        Kind kind, int vouchersPerMonth, Optional<YearMonth> from, Optional<YearMonth> until) {

    public VoucherLimit {
        requireNonNull(kind, "kind is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        if (vouchersPerMonth < 1) {
            throw new IllegalArgumentException("a limit allows at least one voucher");
        }
        if (isContradictory(from, until)) {
            throw new IllegalArgumentException("from is after until");
        }
    }

    static boolean isContradictory(Optional<YearMonth> from, Optional<YearMonth> until) {
        return from.isPresent() && until.isPresent() && from.get().isAfter(until.get());
    }

    public boolean holdsIn(YearMonth month) {
        return from.filter(month::isBefore).isEmpty() && until.filter(month::isAfter).isEmpty();
    }

    /** What the vouchers of a month may be worth together; empty where only their number counts. */
    public Optional<BigDecimal> amountPerMonth() {
        return kind.worthPerMonth();
    }

    /** Whether there is a month in which both hold for the same vouchers. */
    boolean overlaps(VoucherLimit other) {
        return kind.id().equals(other.kind.id())
                && !isContradictory(from, other.until)
                && !isContradictory(other.from, until);
    }

    /** What the limit counts. */
    public sealed interface Kind {

        /** Names what is counted together: {@code percentage}, or the currency of an amount. */
        String id();

        /** What the vouchers of a month may be worth together, where that counts. */
        Optional<BigDecimal> worthPerMonth();

        /** Vouchers for a part of an order's value. */
        record Percentage() implements Kind {
            @Override
            public String id() {
                return "percentage";
            }

            @Override
            public Optional<BigDecimal> worthPerMonth() {
                return Optional.empty();
            }
        }

        /**
         * Vouchers for an amount.
         *
         * @param currency by ISO 4217
         * @param perMonth what the vouchers of a month may be worth together
         */
        record Amount(String currency, BigDecimal perMonth) implements Kind {
            public Amount {
                requireNonNull(currency, "currency is null");
                requireNonNull(perMonth, "perMonth is null");
            }

            @Override
            public String id() {
                return currency;
            }

            @Override
            public Optional<BigDecimal> worthPerMonth() {
                return Optional.of(perMonth);
            }
        }
    }
}
