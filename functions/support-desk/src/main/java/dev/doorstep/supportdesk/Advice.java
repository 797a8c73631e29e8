package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.Voucher;
import dev.doorstep.contacts.VoucherAllowance;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.followups.Advised;
import dev.doorstep.followups.EarlierCase;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.ReplySummary;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.playbook.Action;
import dev.doorstep.playbook.Facts;
import dev.doorstep.playbook.OrderValue;
import dev.doorstep.playbook.Playbook;
import dev.doorstep.playbook.Suggestion;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Surveys;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the playbook says of a case, and what follows from doing it. Safe for many threads. */
final class Advice {
    private static final String VOUCHER = "voucher";
    private static final String PERCENTAGE = "percentage";
    private static final int MOST_EARLIER = 20;

    private final FollowUps followUps;
    private final Surveys surveys;
    private final Vouchers vouchers;
    private final Supplier<Playbook> playbook;
    private final Programme programme;
    private final Clock clock;

    /**
     * @param playbook asked for only when a case is looked at
     */
    Advice(
            FollowUps followUps,
            Surveys surveys,
            Vouchers vouchers,
            Supplier<Playbook> playbook,
            Programme programme,
            Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.vouchers = requireNonNull(vouchers, "vouchers is null");
        this.playbook = requireNonNull(playbook, "playbook is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The other cases of the same customer, the latest first. */
    List<EarlierCase> earlier(FollowUp followUp) {
        return followUp
                .customer()
                .contactId()
                .map(contact -> followUps.ofContact(contact, MOST_EARLIER + 1))
                .orElse(List.of())
                .stream()
                .filter(other -> !other.id().equals(followUp.id()))
                .limit(MOST_EARLIER)
                .toList();
    }

    Optional<Suggestion> of(FollowUp followUp) {
        return of(followUp, surveys.find(followUp.id().order()), earlier(followUp));
    }

    /**
     * @param order that the follow-up is about, if it is known
     * @param earlier the other cases of the same customer
     */
    Optional<Suggestion> of(
            FollowUp followUp, Optional<OrderSurveys> order, List<EarlierCase> earlier) {
        return playbook.get()
                .suggest(facts(followUp, order.map(o -> o.order(programme)), earlier.size()));
    }

    /** What was done, beside what the playbook says. */
    Advised advised(Optional<Suggestion> suggestion, List<String> done) {
        return new Advised(
                suggestion.map(Suggestion::ruleId).orElse(""),
                suggestion.map(Suggestion::actions).orElse(List.of()).stream()
                        .map(Action::id)
                        .toList(),
                done);
    }

    /**
     * Whether the voucher that is among what was done may be given: the playbook suggests one, and
     * the customer has not had this month's. Asking again for the same case changes nothing.
     */
    boolean allows(FollowUp followUp, Optional<Suggestion> suggestion, List<String> done) {
        return !done.contains(VOUCHER)
                || suggestion
                        .flatMap(advice -> voucher(advice, followUp))
                        .filter(voucher -> isGranted(followUp, voucher))
                        .isPresent();
    }

    /**
     * @throws Rejected if one of these is nothing that can be done
     */
    static List<String> requireKnown(List<String> done) {
        if (!Playbook.actions().containsAll(done)) {
            throw new Rejected("/done", "has an action that the playbook does not know");
        }
        return done.stream().distinct().toList();
    }

    private boolean isGranted(FollowUp followUp, Voucher voucher) {
        YearMonth month = YearMonth.from(clock.instant().atZone(programme.support().zone()));
        Optional<VoucherAllowance> allowance =
                playbook.get()
                        .voucherLimit(voucher.kind(), month)
                        .map(
                                limit ->
                                        new VoucherAllowance(
                                                limit.vouchersPerMonth(), limit.amountPerMonth()));
        Optional<ContactId> contact = followUp.customer().contactId().map(ContactId::new);
        return contact.isPresent()
                && allowance.isPresent()
                && vouchers.grant(contact.get(), voucher, month, allowance.get());
    }

    private Optional<Voucher> voucher(Suggestion suggestion, FollowUp followUp) {
        String grant = followUp.id() + "~" + followUp.timesOpened();
        return suggestion.actions().stream()
                .filter(Action.Voucher.class::isInstance)
                .map(Action.Voucher.class::cast)
                .findFirst()
                .map(action -> voucher(action, grant, followUp));
    }

    private Voucher voucher(Action.Voucher action, String grant, FollowUp followUp) {
        return switch (action) {
            case Action.Voucher.Percentage part ->
                    new Voucher(grant, PERCENTAGE, BigDecimal.valueOf(part.percent()));
            case Action.Voucher.Amount amount -> {
                String currency = currency(amount.perCurrency(), followUp);
                yield new Voucher(grant, currency, amount.in(currency).orElseThrow());
            }
        };
    }

    /** That of the order, or else the first that the playbook knows. */
    private String currency(Map<String, BigDecimal> amounts, FollowUp followUp) {
        return surveys.find(followUp.id().order())
                .flatMap(order -> order.order(programme).value())
                .map(value -> value.currency())
                .filter(amounts::containsKey)
                .orElseGet(() -> amounts.keySet().stream().sorted().findFirst().orElseThrow());
    }

    private Facts facts(FollowUp followUp, Optional<Order> order, int earlierCases) {
        ReplySummary reply = followUp.reply();
        return new Facts(
                followUp.id().touchpoint(),
                reply.metric(),
                answer(reply.answer()),
                reply.reasons(),
                order.flatMap(Order::value).map(v -> new OrderValue(v.amount(), v.currency())),
                order.map(this::daysLate).orElse(0),
                followUp.customer().customer().locale(),
                earlierCases,
                reply.contactWish().filter(wish -> wish == ContactChannel.PHONE).isPresent());
    }

    private static Facts.Answer answer(Answer answer) {
        return switch (answer) {
            case Answer.Score score -> new Facts.Answer.Score(score.value());
            case Answer.NotReceived _ -> new Facts.Answer.NotReceived();
            case Answer.Unscored _ -> new Facts.Answer.Unscored();
        };
    }

    private int daysLate(Order order) {
        ZoneId zone = order.customer().zone();
        LocalDate arrived = day(order.deliveredAt().orElseGet(clock::instant), zone);
        return order.promisedAt()
                .map(promised -> ChronoUnit.DAYS.between(day(promised, zone), arrived))
                .map(days -> Math.toIntExact(Math.max(0, days)))
                .orElse(0);
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }
}
