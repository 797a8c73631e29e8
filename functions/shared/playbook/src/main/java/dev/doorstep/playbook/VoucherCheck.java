package dev.doorstep.playbook;

import java.math.BigDecimal;
import java.util.List;

/** Whether the vouchers that a playbook suggests can be given under its own limits. */
record VoucherCheck(List<PlaybookFile.PlacedLimit> limits) {

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
        switch (voucher) {
            case Action.Voucher.Percentage _ -> of("percentage", place);
            case Action.Voucher.Amount amount ->
                    amount.perCurrency()
                            .forEach((currency, worth) -> check(place, currency, worth));
        }
    }

    private void check(Place place, String currency, BigDecimal worth) {
        if (of(currency, place).stream().noneMatch(limit -> allows(limit, worth))) {
            throw place.senseless(
                    "the voucher of %s %s can never be given: it is more than its limit allows in a month"
                            .formatted(worth.toPlainString(), currency));
        }
    }

    private List<VoucherLimit> of(String kind, Place place) {
        List<VoucherLimit> found =
                limits.stream()
                        .map(PlaybookFile.PlacedLimit::limit)
                        .filter(limit -> limit.kind().id().equals(kind))
                        .toList();
        if (found.isEmpty()) {
            throw place.senseless(
                    "for such vouchers (%s) there is no limit; add one under \"voucherLimits\""
                            .formatted(kind));
        }
        return found;
    }

    private static boolean allows(VoucherLimit limit, BigDecimal worth) {
        return switch (limit.kind()) {
            case VoucherLimit.Kind.Percentage _ -> true;
            case VoucherLimit.Kind.Amount amount -> worth.compareTo(amount.perMonth()) <= 0;
        };
    }
}
