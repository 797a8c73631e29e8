package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import dev.doorstep.texts.Texts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a suggestion into support's words, in English or German. Nothing in it is escaped. */
public record Wording(Texts texts) {

    public Wording {
        requireNonNull(texts, "texts is null");
    }

    public static Wording in(Locale locale) {
        return new Wording(Texts.of("playbook", locale));
    }

    public String title(Suggestion suggestion) {
        return suggestion.title().in(texts.locale());
    }

    public String practice(Practice practice) {
        return texts.text("practice." + practice.id());
    }

    public String action(Action action) {
        return switch (action) {
            case Action.Voucher.Percentage voucher ->
                    texts.text("action.voucher.percentage", voucher.percent());
            case Action.Voucher.Amount voucher ->
                    texts.text("action.voucher.amount", amounts(voucher.perCurrency()));
            case Action.Apologise _,
                    Action.ReplaceAndLetKeep _,
                    Action.RefundShipping _,
                    Action.CallWithinTheHour _,
                    Action.PassToCarrier _,
                    Action.PassToProductTeam _ ->
                    texts.text("action." + action.id());
        };
    }

    public String because(Because because) {
        return switch (because) {
            case Because.AskedAbout asked ->
                    texts.text("because.touchpoint", word("touchpoint", asked.touchpoint().id()));
            case Because.Score score ->
                    texts.text(
                            "because.score", score.score(), score.metric(), range(score.range()));
            case Because.Answer answer ->
                    texts.text("because.answer", word("answer", answer.answer().id()));
            case Because.Reason reason -> texts.text("because.reason", reasons(reason.reasons()));
            case Because.Value value -> value(value.value(), value.range());
            case Because.DaysLate late ->
                    texts.text("because.days-late", late.days(), range(late.range()));
            case Because.Language language ->
                    texts.text("because.language", name(language.language()));
            case Because.EarlierCases earlier ->
                    texts.text("because.earlier-cases", earlier.cases(), range(earlier.range()));
            case Because.CallWish wish ->
                    texts.text("because.call-wish." + (wish.wishesCall() ? "yes" : "no"));
            case Because.NothingElse _ -> texts.text("because.nothing-else");
        };
    }

    private String value(OrderValue value, Range range) {
        Function<BigDecimal, String> money = amount -> money(amount, value.currency());
        return texts.text("because.value", money.apply(value.amount()), range(range, money));
    }

    private String reasons(List<String> ids) {
        return ids.stream().map(id -> word("reason", id)).collect(Collectors.joining(", "));
    }

    private String amounts(Map<String, BigDecimal> perCurrency) {
        return new TreeMap<>(perCurrency)
                .entrySet().stream()
                        .map(each -> money(each.getValue(), each.getKey()))
                        .reduce((one, other) -> texts.text("list.or", one, other))
                        .orElseThrow();
    }

    private String range(Range range) {
        return range(range, BigDecimal::toPlainString);
    }

    private String range(Range range, Function<BigDecimal, String> written) {
        if (range.min().isPresent() && range.max().isPresent()) {
            return texts.text(
                    "range.from-to",
                    written.apply(range.min().get()),
                    written.apply(range.max().get()));
        }
        return range.min()
                .map(min -> texts.text("range.from", written.apply(min)))
                .or(() -> range.max().map(max -> texts.text("range.to", written.apply(max))))
                .orElse("");
    }

    private String word(String kind, String id) {
        return texts.text(kind + "." + id);
    }

    private String name(String language) {
        return Locale.of(language).getDisplayLanguage(texts.locale());
    }

    /**
     * @param currency by ISO 4217
     */
    public String money(BigDecimal amount, String currency) {
        return amount.toPlainString().replace(".", texts.text("decimal.mark")) + " " + currency;
    }
}
