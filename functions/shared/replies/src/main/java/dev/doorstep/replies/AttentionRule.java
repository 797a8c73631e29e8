package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Support;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Which replies a person must look after: unhappy ones, parcels that have not come, letters that
 * must be read, and whoever asks for it. What looks automated does not count.
 */
public final class AttentionRule {
    private static final int LOWEST_SCORES_OF_NPS = 2;

    private final Support support;

    public AttentionRule(Support support) {
        this.support = requireNonNull(support, "support is null");
    }

    /**
     * What a reply as it is now needs. Its time counts from the moment at which the need arose or
     * became more urgent: adding a comment postpones nothing, and what was promised while it was
     * urgent stays promised.
     *
     * @param previous what the reply needed before this change
     * @param toRead whether there is a letter that a person must read
     * @param value of the order, and its ISO 4217 currency
     */
    public Optional<Attention> after(
            Optional<Attention> previous,
            Metric metric,
            Answer answer,
            Optional<ContactChannel> wish,
            boolean toRead,
            Evidence evidence,
            Optional<BigDecimal> value,
            Optional<String> currency,
            Instant at) {
        boolean needed =
                evidence != Evidence.SUSPECT
                        && (answer.isUnhappy(metric) || wish.isPresent() || toRead);
        if (!needed) {
            return Optional.empty();
        }
        Severity severity =
                isUrgent(metric, answer) || isValuable(value, currency)
                        ? Severity.URGENT
                        : Severity.NORMAL;
        return previous.filter(before -> before.severity().compareTo(severity) >= 0)
                .or(() -> Optional.of(new Attention(severity, at)));
    }

    /**
     * What a delivery that went badly needs before the customer says anything.
     *
     * @param isLost whether the parcel is lost, not only late
     * @param value of the order, and its ISO 4217 currency
     */
    public Attention unasked(
            boolean isLost, Optional<BigDecimal> value, Optional<String> currency, Instant since) {
        boolean isUrgent = isLost || isValuable(value, currency);
        return new Attention(isUrgent ? Severity.URGENT : Severity.NORMAL, since);
    }

    private static boolean isUrgent(Metric metric, Answer answer) {
        return switch (answer) {
            case Answer.NotReceived _ -> true;
            case Answer.Unscored _ -> false;
            case Answer.Score score ->
                    metric == Metric.NPS
                            ? score.value() <= LOWEST_SCORES_OF_NPS
                            : score.value() == metric.lowest();
        };
    }

    private boolean isValuable(Optional<BigDecimal> value, Optional<String> currency) {
        return currency.map(support.urgentOrderValue()::get)
                .flatMap(limit -> value.map(amount -> amount.compareTo(limit) > 0))
                .orElse(false);
    }
}
