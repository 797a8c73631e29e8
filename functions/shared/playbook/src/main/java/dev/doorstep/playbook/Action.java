package dev.doorstep.playbook;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Something that support might do for a customer. A person does it, or does not. */
public sealed interface Action {

    /** The name in the playbook and in texts. */
    String id();

    /** Say sorry, in words of one's own. */
    record Apologise() implements Action {
        @Override
        public String id() {
            return "apologise";
        }
    }

    /** Send it anew; the customer need not send back what came. */
    record ReplaceAndLetKeep() implements Action {
        @Override
        public String id() {
            return "replace-and-let-keep";
        }
    }

    /** Give back what the shipping cost. */
    record RefundShipping() implements Action {
        @Override
        public String id() {
            return "refund-shipping";
        }
    }

    /** Call the customer within the hour. */
    record CallWithinTheHour() implements Action {
        @Override
        public String id() {
            return "call-within-the-hour";
        }
    }

    /** Let the carrier look into it. */
    record PassToCarrier() implements Action {
        @Override
        public String id() {
            return "pass-to-carrier";
        }
    }

    /** Let those who choose and describe the products know. */
    record PassToProductTeam() implements Action {
        @Override
        public String id() {
            return "pass-to-product-team";
        }
    }

    /** Something off the next order; how much of it a customer may get, the limits say. */
    sealed interface Voucher extends Action {

        @Override
        default String id() {
            return "voucher";
        }

        /** A part of the next order's value. */
        record Percentage(int percent) implements Voucher {
            public Percentage {
                if (percent < 1 || percent > 100) {
                    throw new IllegalArgumentException("a percentage is from 1 to 100");
                }
            }
        }

        /** An amount, per ISO 4217 currency. */
        record Amount(Map<String, BigDecimal> perCurrency) implements Voucher {
            public Amount {
                perCurrency = Map.copyOf(perCurrency);
            }

            public Optional<BigDecimal> in(String currency) {
                return Optional.ofNullable(perCurrency.get(currency));
            }
        }
    }
}
