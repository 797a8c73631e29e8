package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What an order is worth.
 *
 * @param currency by ISO 4217
 */
public record OrderValue(BigDecimal amount, String currency) {

    public OrderValue {
        requireNonNull(amount, "amount is null");
        requireNonNull(currency, "currency is null");
    }
}
