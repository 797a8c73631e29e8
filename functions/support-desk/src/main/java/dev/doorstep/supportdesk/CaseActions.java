package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.RootCause;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.surveys.SurveyId;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Does what a form of a case asks for, or says what is wrong with the form. */
final class CaseActions {
    static final Set<String> FORMS =
            Set.of("claim", "release", "contacted", "message", "promise", "note", "resolve");

    private final FollowUpDesk desk;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone whose clock the times in forms are read by
     */
    CaseActions(FollowUpDesk desk, ZoneId zone, Clock clock) {
        this.desk = requireNonNull(desk, "desk is null");
        this.zone = requireNonNull(zone, "zone is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** What became of a form. */
    sealed interface Answer {

        /** The desk was asked, and said this. */
        record Asked(FollowUpDesk.Result result) implements Answer {}

        /** The desk was not asked: the form is wrong. */
        record Wrong(Map<String, String> errors) implements Answer {}
    }

    /** Empty if there is no such form. */
    Optional<Answer> act(String form, SurveyId id, Agent agent, DeskForm values) {
        FormCheck check = new FormCheck(values);
        return switch (form) {
            case "claim" -> asked(check, () -> desk.claim(id, agent, Optional.empty()));
            case "release" -> release(id, agent, check);
            case "contacted" -> contacted(id, agent, check);
            case "message" -> message(id, agent, values, check);
            case "promise" -> promise(id, agent, values, check);
            case "note" -> note(id, agent, check);
            case "resolve" -> resolve(id, agent, values, check);
            default -> Optional.empty();
        };
    }

    private Optional<Answer> release(SurveyId id, Agent agent, FormCheck check) {
        Optional<String> note = check.findText("text");
        return asked(check, () -> desk.release(id, agent, Optional.empty(), note));
    }

    private Optional<Answer> contacted(SurveyId id, Agent agent, FormCheck check) {
        Optional<ContactChannel> channel = check.choice("channel", ContactChannel::find);
        String said = check.text("text");
        return asked(
                check,
                () -> desk.contacted(id, agent, Optional.empty(), channel.orElseThrow(), said));
    }

    private Optional<Answer> message(SurveyId id, Agent agent, DeskForm values, FormCheck check) {
        String text = check.text("text");
        return asked(check, () -> desk.write(id, agent, version(values), text));
    }

    /** Without a channel on which the customer was told, a mail tells them. */
    private Optional<Answer> promise(SurveyId id, Agent agent, DeskForm values, FormCheck check) {
        Instant by = check.ahead("by", zone, clock.instant());
        String said = check.text("text");
        Optional<ContactChannel> told = values.find("told").flatMap(ContactChannel::find);
        return asked(check, () -> desk.promise(id, agent, version(values), by, told, said));
    }

    private Optional<Answer> note(SurveyId id, Agent agent, FormCheck check) {
        String text = check.text("text");
        return asked(check, () -> desk.note(id, agent, Optional.empty(), text));
    }

    private Optional<Answer> resolve(SurveyId id, Agent agent, DeskForm values, FormCheck check) {
        Optional<Outcome> outcome = check.choice("outcome", Outcome::find);
        Optional<RootCause> cause = check.choice("cause", RootCause::find);
        Optional<String> note = check.findText("text");
        List<String> done = Advice.requireKnown(values.all("done"));
        return asked(
                check,
                () ->
                        desk.resolve(
                                id,
                                agent,
                                version(values),
                                outcome.orElseThrow(),
                                cause.orElseThrow(),
                                done,
                                note));
    }

    private static Optional<Answer> asked(FormCheck check, Supplier<FollowUpDesk.Result> ask) {
        return Optional.of(
                check.errors().isEmpty()
                        ? new Answer.Asked(ask.get())
                        : new Answer.Wrong(check.errors()));
    }

    /** What the customer wrote since must be seen before something is written or ended. */
    private static Optional<Integer> version(DeskForm values) {
        return values.find("version")
                .filter(version -> version.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }
}
