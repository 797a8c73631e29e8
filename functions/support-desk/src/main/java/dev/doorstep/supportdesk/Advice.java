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
    static final String VOUCHER = "voucher";
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

    /**
     * What of the playbook's vouchers is left.
     *
     * @param suggested the one that the playbook suggests
     */
    record VouchersLeft(VoucherAllowance left, Voucher suggested) {

        VouchersLeft {
            requireNonNull(left, "left is null");
            requireNonNull(suggested, "suggested is null");
        }

        boolean isEnough() {
            return left.allows(suggested.worth());
        }
    }

    /** The order that a case is about, if it is known. */
    Optional<OrderSurveys> order(FollowUp followUp) {
        return surveys.find(followUp.id().order());
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
    boolean allows(
            FollowUp followUp,
            Optional<OrderSurveys> order,
            Optional<Suggestion> suggestion,
            List<String> done) {
        return !done.contains(VOUCHER)
                || suggestion
                        .flatMap(advice -> voucher(advice, followUp, order))
                        .filter(voucher -> isGranted(followUp, voucher))
                        .isPresent();
    }

    /**
     * What is left for the customer this month of the vouchers that are suggested; empty if none
     * is.
     */
    Optional<VouchersLeft> vouchersLeft(
            FollowUp followUp, Optional<OrderSurveys> order, Optional<Suggestion> suggestion) {
        return suggestion
                .flatMap(advice -> voucher(advice, followUp, order))
                .map(voucher -> left(followUp, voucher));
    }

    private VouchersLeft left(FollowUp followUp, Voucher voucher) {
        Optional<ContactId> contact = contact(followUp);
        VoucherAllowance left =
                allowance(voucher.kind())
                        .filter(_ -> contact.isPresent())
                        .map(all -> vouchers.left(contact.get(), voucher.kind(), month(), all))
                        .orElse(VoucherAllowance.NONE);
        return new VouchersLeft(left, voucher);
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
        Optional<VoucherAllowance> allowance = allowance(voucher.kind());
        Optional<ContactId> contact = contact(followUp);
        return contact.isPresent()
                && allowance.isPresent()
                && vouchers.grant(contact.get(), voucher, month(), allowance.get());
    }

    private Optional<VoucherAllowance> allowance(String kind) {
        return playbook.get()
                .voucherLimit(kind, month())
                .map(
                        limit ->
                                new VoucherAllowance(
                                        limit.vouchersPerMonth(), limit.amountPerMonth()));
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(programme.support().zone()));
    }

    private static Optional<ContactId> contact(FollowUp followUp) {
        return followUp.customer().contactId().map(ContactId::new);
    }

    private Optional<Voucher> voucher(
            Suggestion suggestion, FollowUp followUp, Optional<OrderSurveys> order) {
        String grant = followUp.id() + "~" + followUp.timesOpened();
        return suggestion.actions().stream()
                .filter(Action.Voucher.class::isInstance)
                .map(Action.Voucher.class::cast)
                .findFirst()
                .map(action -> voucher(action, grant, order));
    }

    private Voucher voucher(Action.Voucher action, String grant, Optional<OrderSurveys> order) {
        return switch (action) {
            case Action.Voucher.Percentage part ->
                    new Voucher(grant, PERCENTAGE, BigDecimal.valueOf(part.percent()));
            case Action.Voucher.Amount amount -> {
                String currency = currency(amount.perCurrency(), order);
                yield new Voucher(grant, currency, amount.in(currency).orElseThrow());
            }
        };
    }

    /** That of the order, or else the first that the playbook knows. */
    private String currency(Map<String, BigDecimal> amounts, Optional<OrderSurveys> order) {
        return order.flatMap(known -> known.order(programme).value())
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
