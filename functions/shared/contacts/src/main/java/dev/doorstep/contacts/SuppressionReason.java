package dev.doorstep.contacts;

import java.util.Arrays;
import java.util.Locale;

/** Why an address is never asked again. */
public enum SuppressionReason {
    UNSUBSCRIBED,
    BOUNCED,
    COMPLAINED,
    REJECTED;

    /** Whether mails that are no questions still reach the address. */
    public boolean takesMails() {
        return this == UNSUBSCRIBED;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is no such reason
     */
    public static SuppressionReason of(String id) {
        return Arrays.stream(values())
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("suppression reason is unknown"));
    }
}
