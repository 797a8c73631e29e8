package dev.doorstep.contacts;

import java.util.regex.Pattern;

/** The keyed hash of an address: 64 hexadecimal digits. Says nothing without the key. */
public record ContactId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ContactId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a contact id has 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
