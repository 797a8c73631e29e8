package dev.doorstep.contacts;

import dev.doorstep.dynamodb.Item;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The vouchers that a contact got in the latest month in which it got one, and in the month before.
 * What is older is forgotten.
 */
record GivenVouchers(Map<YearMonth, List<Voucher>> byMonth) {
    private static final String KIND = "kind";
    private static final String WORTH = "worth";

    GivenVouchers {
        byMonth = Map.copyOf(byMonth);
    }

    static GivenVouchers of(Item months) {
        Map<YearMonth, List<Voucher>> byMonth = new TreeMap<>();
        months.attributes()
                .forEach((month, grants) -> byMonth.put(YearMonth.parse(month), vouchers(grants)));
        return new GivenVouchers(byMonth);
    }

    boolean has(Voucher voucher) {
        return all().anyMatch(given -> isSame(given, voucher));
    }

    /** Whether the voucher is a new one, and what is left in the month has room for it. */
    boolean allows(Voucher voucher, YearMonth month, VoucherAllowance all) {
        return !isForgotten(month)
                && in(month).size()
                        < VoucherAllowance.MOST // of all kinds, so that a row stays small
                && all().noneMatch(given -> given.grantId().equals(voucher.grantId()))
                && left(voucher.kind(), month, all).allows(voucher.worth());
    }

    VoucherAllowance left(String kind, YearMonth month, VoucherAllowance all) {
        List<Voucher> given =
                in(month).stream().filter(voucher -> voucher.kind().equals(kind)).toList();
        return all.without(
                given.size(),
                given.stream().map(Voucher::worth).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    GivenVouchers with(Voucher voucher, YearMonth month) {
        Map<YearMonth, List<Voucher>> more = new TreeMap<>(byMonth);
        more.put(month, Stream.concat(in(month).stream(), Stream.of(voucher)).toList());
        YearMonth latest = more.keySet().stream().max(YearMonth::compareTo).orElseThrow();
        more.keySet().removeIf(each -> each.isBefore(latest.minusMonths(1)));
        return new GivenVouchers(more);
    }

    Item item() {
        Item.Builder months = Item.builder();
        byMonth.forEach((month, vouchers) -> months.with(month.toString(), grants(vouchers)));
        return months.build();
    }

    /** What was given then is not known any more, so nothing can be given then. */
    private boolean isForgotten(YearMonth month) {
        return byMonth.keySet().stream().anyMatch(latest -> month.isBefore(latest.minusMonths(1)));
    }

    private List<Voucher> in(YearMonth month) {
        return byMonth.getOrDefault(month, List.of());
    }

    private Stream<Voucher> all() {
        return byMonth.values().stream().flatMap(List::stream);
    }

    private static boolean isSame(Voucher one, Voucher other) {
        return one.grantId().equals(other.grantId())
                && one.kind().equals(other.kind())
                && one.worth().compareTo(other.worth()) == 0;
    }

    private static Item grants(List<Voucher> vouchers) {
        Item.Builder grants = Item.builder();
        vouchers.forEach(
                voucher ->
                        grants.with(
                                voucher.grantId(),
                                Item.builder()
                                        .with(KIND, voucher.kind())
                                        .with(WORTH, voucher.worth())
                                        .build()));
        return grants.build();
    }

    private static List<Voucher> vouchers(AttributeValue grants) {
        return grants.m().entrySet().stream()
                .map(grant -> voucher(grant.getKey(), new Item(grant.getValue().m())))
                .toList();
    }

    private static Voucher voucher(String grantId, Item item) {
        return new Voucher(grantId, item.string(KIND), item.findDecimal(WORTH).orElseThrow());
    }
}
