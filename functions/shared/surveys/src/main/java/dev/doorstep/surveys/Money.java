package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** An amount in an ISO 4217 currency. */
public record Money(BigDecimal amount, String currency) {

    public Money {
        requireNonNull(amount, "amount is null");
        requireNonNull(currency, "currency is null");
    }
}
