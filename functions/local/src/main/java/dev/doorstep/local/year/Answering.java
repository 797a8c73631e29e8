package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.local.year.Comments.Theme;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Mood;
import dev.doorstep.replies.Reasons;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.ReplyReason;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.Survey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes up what customers answer to what they went through. */
final class Answering {
    private static final double SUSPECT = 0.015;
    private static final double BY_MAIL = 0.09;
    private static final double SPOKEN = 0.04;
    private static final double WITHOUT_SCORE = 0.2;
    private static final double TO_READ = 0.5;
    private static final double SAYS_MORE = 0.75;
    private static final double COMMENTS = 0.34;
    private static final double WISHES_OF_UNHAPPY = 0.15;
    private static final double SECOND_REASON = 0.35;
    private static final double NOTICES_ABSENCE = 0.85;
    private static final int KEY_DIGITS = 64;
    private static final List<Channel> SPOKEN_CHANNELS =
            List.of(Channel.PHONE, Channel.PHONE, Channel.PHONE, Channel.CHAT, Channel.SOCIAL);

    private final AttentionRule attention;
    private final SupportHours hours;
    private final Comments comments;
    private final Chance chance;

    Answering(Programme programme, Comments comments, Chance chance) {
        this.attention = new AttentionRule(programme.support());
        this.hours = new SupportHours(programme.support());
        this.comments = requireNonNull(comments, "comments is null");
        this.chance = requireNonNull(chance, "chance is null");
    }

    /** The versions of the answer to a survey that was sent, the first one first. */
    List<Reply> answer(Survey survey, Order order, Experience experience, Instant at) {
        if (chance.in(SUSPECT)) {
            return List.of(suspect(survey, order, at));
        }
        if (chance.in(BY_MAIL)) {
            return List.of(mail(survey, order, experience, at));
        }
        return chance.in(SPOKEN)
                ? List.of(spoken(survey, order, experience, heardAt(at)))
                : page(survey, order, experience, at);
    }

    /** When somebody is there whom a customer can tell who wants to from then on. */
    Instant heardAt(Instant from) {
        return hours.after(from, Duration.ofMinutes(chance.between(1, 60)));
    }

    /** What a customer tells support, who writes it down. */
    Reply spoken(Survey survey, Order order, Experience experience, Instant at) {
        Answer answer = answer(survey, experience);
        Channel channel = chance.of(SPOKEN_CHANNELS);
        Draft draft =
                new Draft(survey, order, at, answer, channel, Evidence.AGENT)
                        .recordedBy(chance.of(SupportTeam.AGENTS).id());
        Reply plain = draft.reply();
        return draft.saying(reasons(plain, experience), comment(plain, order, experience)).reply();
    }

    /** Who was unhappy thinks again, before anybody had time for them. */
    Reply calmed(Reply before, Order order, Instant at) {
        return again(
                before,
                order,
                new Answer.Score(before.metric().highest() - chance.below(2)),
                List.of(),
                before.comment(),
                Optional.empty(),
                at);
    }

    /** A mail scanner presses a button. */
    private Reply suspect(Survey survey, Order order, Instant at) {
        Answer any = new Answer.Score(chance.of(survey.metric().scores()));
        return new Draft(survey, order, at, any, Channel.PAGE, Evidence.SUSPECT).reply();
    }

    private List<Reply> page(Survey survey, Order order, Experience experience, Instant at) {
        Answer answer = answer(survey, experience);
        Reply pressed =
                new Draft(survey, order, at, answer, Channel.PAGE, Evidence.CONFIRMED).reply();
        if (!chance.in(SAYS_MORE)) {
            return List.of(pressed);
        }
        Reply more =
                again(
                        pressed,
                        order,
                        answer,
                        reasons(pressed, experience),
                        chance.in(COMMENTS)
                                ? comment(pressed, order, experience)
                                : Optional.empty(),
                        wish(pressed),
                        at.plusSeconds(chance.between(15, 120)));
        return List.of(pressed, more);
    }

    private Optional<ContactChannel> wish(Reply pressed) {
        boolean wishes = Mood.of(pressed) == Mood.UNHAPPY && chance.in(WISHES_OF_UNHAPPY);
        return wishes
                ? Optional.of(chance.of(List.of(ContactChannel.PHONE, ContactChannel.MAIL)))
                : Optional.empty();
    }

    private Reply mail(Survey survey, Order order, Experience experience, Instant at) {
        boolean isScored = !chance.in(WITHOUT_SCORE);
        Answer answer = isScored ? answer(survey, experience) : new Answer.Unscored();
        Letter.Kind kind =
                isScored
                        ? Letter.Kind.SCORED
                        : chance.in(TO_READ) ? Letter.Kind.TO_READ : Letter.Kind.UNCLEAR;
        Draft draft = new Draft(survey, order, at, answer, Channel.MAIL, Evidence.MAIL);
        String text = text(answer, comment(draft.reply(), order, experience));
        return draft.writing(letter(survey, kind, text, at)).reply();
    }

    private static String text(Answer answer, Optional<String> comment) {
        Stream<String> score =
                answer instanceof Answer.Score said
                        ? Stream.of(Integer.toString(said.value()))
                        : Stream.empty();
        return String.join("\n", Stream.concat(score, comment.stream()).toList());
    }

    private static Letter letter(Survey survey, Letter.Kind kind, String text, Instant at) {
        String id = Letter.idOf("<" + survey.id() + "@example.com>");
        return new Letter(id, kind, "mails/" + id, at, text, List.of());
    }

    private Answer answer(Survey survey, Experience experience) {
        boolean isMissing =
                survey.touchpoint() == Touchpoint.DELIVERY
                        && experience.trouble() == Trouble.NOT_THERE
                        && chance.in(NOTICES_ABSENCE);
        return isMissing
                ? new Answer.NotReceived()
                : new Answer.Score(score(survey.metric(), experience));
    }

    /** Most who had no trouble are promoters; each point of displeasure shows on any scale. */
    private int score(Metric metric, Experience experience) {
        double felt =
                switch (metric) {
                    case NPS -> 9.7 + 1.5 * chance.around() - experience.points();
                    case CES -> 6.4 + chance.around() - experience.points() * 0.8;
                    case CSAT -> 4.5 + 0.9 * chance.around() - experience.points() * 0.5;
                };
        return Math.clamp(Math.round(felt), metric.lowest(), metric.highest());
    }

    /** Of those that the page offers: first what went wrong, then whatever there is. */
    private List<String> reasons(Reply pressed, Experience experience) {
        List<String> offered = Reasons.offered(pressed.survey().touchpoint(), pressed);
        List<String> chosen = new ArrayList<>();
        experience.trouble().reasons().stream()
                .map(ReplyReason::id)
                .filter(offered::contains)
                .findFirst()
                .ifPresent(chosen::add);
        if (chosen.isEmpty() || chance.in(SECOND_REASON)) {
            chosen.add(chance.of(offered, id -> 1.0 / (1 + offered.indexOf(id))));
        }
        return chosen.stream().distinct().toList();
    }

    private Optional<String> comment(Reply pressed, Order order, Experience experience) {
        return comments.about(theme(pressed, experience), order.customer().locale(), chance);
    }

    private Theme theme(Reply pressed, Experience experience) {
        boolean isHappy = Mood.of(pressed) == Mood.HAPPY;
        return switch (pressed.survey().touchpoint()) {
            case DELIVERY -> isHappy ? Theme.HAPPY : themeOfDelivery(pressed, experience);
            case RETURN, EXCHANGE ->
                    Mood.of(pressed) == Mood.UNHAPPY ? Theme.SLOW_RETURN : Theme.SENT_BACK;
            case CANCELLATION -> Theme.CALLED_OFF;
            case FOLLOW_UP -> isHappy ? Theme.PUT_RIGHT : Theme.NOT_PUT_RIGHT;
        };
    }

    private Theme themeOfDelivery(Reply pressed, Experience experience) {
        if (experience.trouble() != Trouble.NONE) {
            return Theme.valueOf(experience.trouble().name());
        }
        return Mood.of(pressed) == Mood.BETWEEN
                ? Theme.BETWEEN
                : chance.of(List.of(Theme.QUALITY, Theme.SILENCE));
    }

    private Reply again(
            Reply before,
            Order order,
            Answer answer,
            List<String> reasons,
            Optional<String> comment,
            Optional<ContactChannel> wish,
            Instant at) {
        return new Reply(
                before.survey(),
                before.metric(),
                answer,
                reasons,
                comment,
                wish,
                before.channel(),
                before.evidence(),
                before.recordedAt(),
                at,
                before.version() + 1,
                attention.after(
                        before.attention(),
                        before.metric(),
                        answer,
                        wish,
                        before.hasLetterToRead(),
                        before.evidence(),
                        order.value().map(Money::amount),
                        order.value().map(Money::currency),
                        at),
                before.editKeyHash(),
                Optional.of(chance.digits(KEY_DIGITS)),
                before.earlierWithThis(),
                before.signals(),
                before.letters(),
                before.locale(),
                before.recordedBy(),
                before.startedAt());
    }

    /** The first version of a reply, as it comes together. */
    private final class Draft {
        private final Survey survey;
        private final Order order;
        private final Instant at;
        private final Answer answer;
        private final Channel channel;
        private final Evidence evidence;
        private List<String> reasons = List.of();
        private Optional<String> comment = Optional.empty();
        private Optional<String> recordedBy = Optional.empty();
        private List<Letter> letters = List.of();

        Draft(
                Survey survey,
                Order order,
                Instant at,
                Answer answer,
                Channel channel,
                Evidence evidence) {
            this.survey = survey;
            this.order = order;
            this.at = at;
            this.answer = answer;
            this.channel = channel;
            this.evidence = evidence;
        }

        Draft saying(List<String> ticked, Optional<String> said) {
            reasons = ticked;
            comment = said;
            return this;
        }

        Draft recordedBy(String agent) {
            recordedBy = Optional.of(agent);
            return this;
        }

        Draft writing(Letter letter) {
            letters = List.of(letter);
            comment = Optional.of(letter.text()).filter(text -> !text.isEmpty());
            return this;
        }

        Reply reply() {
            boolean isOfPage = channel == Channel.PAGE;
            return new Reply(
                    survey.id(),
                    survey.metric(),
                    answer,
                    reasons,
                    comment,
                    Optional.empty(),
                    channel,
                    evidence,
                    at,
                    at,
                    1,
                    attention.after(
                            Optional.empty(),
                            survey.metric(),
                            answer,
                            Optional.empty(),
                            letters.stream().anyMatch(l -> l.kind() == Letter.Kind.TO_READ),
                            evidence,
                            order.value().map(Money::amount),
                            order.value().map(Money::currency),
                            at),
                    isOfPage ? Optional.of(chance.digits(KEY_DIGITS)) : Optional.empty(),
                    channel == Channel.MAIL
                            ? Optional.empty()
                            : Optional.of(chance.digits(KEY_DIGITS)),
                    List.of(),
                    0,
                    letters,
                    Optional.empty(),
                    recordedBy);
        }
    }
}
