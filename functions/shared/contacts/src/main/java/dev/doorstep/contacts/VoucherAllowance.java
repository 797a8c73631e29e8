package dev.doorstep.contacts;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many vouchers of one kind there are for one contact in a month: all of them, or those that
 * are left.
 *
 * @param worth what they may be worth together; empty where only their number counts
 */
public record VoucherAllowance(int vouchers, Optional<BigDecimal> worth) {

    public static final VoucherAllowance NONE = new VoucherAllowance(0, Optional.empty());

    /** What a contact is remembered to have got stays small. */
    static final int MOST = 100;

    public VoucherAllowance {
        requireNonNull(worth, "worth is null");
        if (vouchers < 0 || vouchers > MOST) {
            throw new IllegalArgumentException("an allowance is from 0 to 100 vouchers");
        }
        if (worth.filter(w -> w.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("an allowance is worth 0 or more");
        }
    }

    /** Whether there is room for one more that is worth this. */
    public boolean allows(BigDecimal more) {
        return vouchers > 0 && worth.filter(left -> more.compareTo(left) > 0).isEmpty();
    }

    /** What is left of it; never less than nothing, also if it was larger before. */
    VoucherAllowance without(int given, BigDecimal givenWorth) {
        return new VoucherAllowance(
                Math.max(0, vouchers - given),
                worth.map(all -> all.subtract(givenWorth).max(BigDecimal.ZERO)));
    }
}
