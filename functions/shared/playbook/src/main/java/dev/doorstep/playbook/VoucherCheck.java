package dev.doorstep.playbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Whether the vouchers that a playbook suggests can be given under its own limits. */
record VoucherCheck(List<PlaybookFile.PlacedLimit> limits, Doubts doubts) {

    VoucherCheck {
        limits = List.copyOf(limits);
    }

    void check(PlaybookFile.PlacedRule rule) {
        rule.voucher().ifPresent(node -> check(node.place(), rule.rule().actions()));
    }

    private void check(Place place, List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Voucher voucher) {
                check(place, voucher);
            }
        }
    }

    private void check(Place place, Action.Voucher voucher) {
        if (voucher instanceof Action.Voucher.Amount amount) {
            amount.perCurrency().forEach((currency, worth) -> check(place, currency, worth));
        } else {
            requireLimit(place, "percentage");
        }
    }

    private void check(Place place, String currency, BigDecimal worth) {
        requireLimit(place, currency);
        if (of(currency).noneMatch(limit -> allows(limit, worth))) {
            doubts.raise(
                    place.senseless(
                            "the voucher of %s %s can never be given: it is more than its limit"
                                            .formatted(worth.toPlainString(), currency)
                                    + " allows in a month"));
        }
    }

    private void requireLimit(Place place, String kind) {
        if (of(kind).findAny().isEmpty()) {
            doubts.raise(
                    place.senseless(
                            "for such vouchers (%s) there is no limit; add one under \"voucherLimits\""
                                    .formatted(kind)));
        }
    }

    private Stream<VoucherLimit> of(String kind) {
        return limits.stream()
                .map(PlaybookFile.PlacedLimit::limit)
                .filter(limit -> limit.kind().id().equals(kind));
    }

    private static boolean allows(VoucherLimit limit, BigDecimal worth) {
        return limit.amountPerMonth().filter(most -> worth.compareTo(most) > 0).isEmpty();
    }
}
