package dev.doorstep.surveys;

import dev.doorstep.lambda.Rejected;

import java.util.regex.Pattern;

/** The order system's number of an order: up to 64 letters, digits and {@code # . _ : -}. */
public record OrderId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9#][A-Za-z0-9#._:-]{0,63}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new Rejected("", "must be an order id of up to 64 letters, digits and # . _ : -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
