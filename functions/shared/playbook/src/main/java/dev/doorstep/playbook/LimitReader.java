package dev.doorstep.playbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a playbook says of the vouchers that a customer may get. */
record LimitReader(Doubts doubts) {
    static final BigDecimal LEAST_AMOUNT = new BigDecimal("0.01");
    static final BigDecimal MOST_AMOUNT = new BigDecimal(100_000);
    private static final int MOST_VOUCHERS = 100;
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final List<String> KINDS = List.of("percentage", "amount");
    private static final List<String> COMMON = List.of("kind", "vouchersPerMonth", "from", "until");
    private static final List<String> OF_AMOUNTS = List.of("currency", "amountPerMonth");

    PlaybookFile.PlacedLimit read(Node node) {
        Node.Members limit = node.members();
        String kind =
                limit.require("kind")
                        .word(
                                "kind of voucher",
                                word -> Optional.of(word).filter(KINDS::contains),
                                KINDS);
        boolean ofAmount = kind.equals("amount");
        limit.allow("entry of a limit for vouchers by " + kind, names(ofAmount));
        int vouchers = limit.require("vouchersPerMonth").whole(1, MOST_VOUCHERS);
        return new PlaybookFile.PlacedLimit(
                node.place(),
                limit(
                        ofAmount ? amount(limit) : new VoucherLimit.Kind.Percentage(),
                        vouchers,
                        limit));
    }

    private static List<String> names(boolean ofAmount) {
        List<String> names = new ArrayList<>(COMMON);
        if (ofAmount) {
            names.addAll(OF_AMOUNTS);
        }
        return names;
    }

    private VoucherLimit limit(VoucherLimit.Kind kind, int vouchers, Node.Members limit) {
        Optional<YearMonth> from = limit.find("from").map(LimitReader::month);
        Optional<YearMonth> until = limit.find("until").map(LimitReader::month);
        if (VoucherLimit.isContradictory(from, until)) {
            doubts.raise(
                    limit.require("until")
                            .place()
                            .senseless(
                                    "the limit ends before it begins: \"until\" is before"
                                            + " \"from\""));
            return new VoucherLimit(kind, vouchers, from, Optional.empty());
        }
        return new VoucherLimit(kind, vouchers, from, until);
    }

    private static VoucherLimit.Kind amount(Node.Members limit) {
        return new VoucherLimit.Kind.Amount(
                Currencies.require(limit.require("currency")),
                money(limit.require("amountPerMonth")));
    }

    /** An amount of money, to the hundredth. */
    static BigDecimal money(Node node) {
        BigDecimal amount = node.number(LEAST_AMOUNT, MOST_AMOUNT);
        if (amount.stripTrailingZeros().scale() > 2) {
            throw node.place().wrong("must have no more than two digits behind the point");
        }
        return amount;
    }

    private static YearMonth month(Node node) {
        String month = node.text();
        if (!MONTH.matcher(month).matches()) {
            throw node.place().wrong("must be a year and a month, as in 2026-11");
        }
        return YearMonth.parse(month);
    }
}
