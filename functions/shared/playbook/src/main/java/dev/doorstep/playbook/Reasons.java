package dev.doorstep.playbook;

import java.util.List;

/** The reasons that a rule may ask for, by the ids under which customers give them. */
public final class Reasons {

    /** As the page offers them. */
    public static final List<String> IDS =
            List.of(
                    "product",
                    "size-or-wrong-item",
                    "damaged",
                    "missing",
                    "late",
                    "carrier",
                    "price",
                    "shipping-cost",
                    "choice-of-products",
                    "payment-methods",
                    "delivery-options",
                    "website",
                    "information",
                    "returns",
                    "service",
                    "other");

    private Reasons() {}
}
