package dev.doorstep.contacts;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One voucher for one contact.
 *
 * @param grantId names the giving of it once and for all; repeat it to repeat the same
 * @param kind what is counted together: {@code percentage}, or the ISO 4217 currency of an amount
 * @param worth the amount, or the percentage
 */
public record Voucher(String grantId, String kind, BigDecimal worth) {
    private static final int LONGEST_ID = 256;
    private static final int LONGEST_KIND = 16;

    public Voucher {
        requireNonNull(worth, "worth is null");
        if (grantId.isEmpty() || grantId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("a grant id has 1 to 256 letters");
        }
        if (kind.isEmpty() || kind.length() > LONGEST_KIND) {
            throw new IllegalArgumentException("a kind of voucher has 1 to 16 letters");
        }
        if (worth.signum() <= 0) {
            throw new IllegalArgumentException("a voucher is worth something");
        }
    }
}
