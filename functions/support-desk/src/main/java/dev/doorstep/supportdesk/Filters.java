package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.texts.Language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases a list shows. The state is what the index is asked for; the others are looked for in
 * what it gives.
 *
 * @param owner {@code mine}, {@code nobody} or empty, as an empty one of the others stands for all
 */
public record Filters(
        FollowUpState state, String owner, String touchpoint, String reason, String language) {
    static final String MINE = "mine";
    static final String NOBODY = "nobody";

    public Filters {
        requireNonNull(state, "state is null");
    }

    /** What is not known filters nothing. */
    static Filters of(Map<String, String> query) {
        return new Filters(
                Optional.ofNullable(query.get("state"))
                        .flatMap(FollowUpState::find)
                        .orElse(FollowUpState.OPEN),
                query.getOrDefault("owner", ""),
                query.getOrDefault("touchpoint", ""),
                query.getOrDefault("reason", ""),
                query.getOrDefault("language", ""));
    }

    boolean accepts(FollowUp followUp, Frame frame) {
        return isOwned(followUp, frame)
                && accepts(touchpoint, followUp.id().touchpoint().id())
                && (reason.isEmpty() || followUp.reply().reasons().contains(reason))
                && accepts(language, followUp.customer().customer().locale().getLanguage());
    }

    private static boolean accepts(String asked, String value) {
        return asked.isEmpty() || asked.equals(value);
    }

    private boolean isOwned(FollowUp followUp, Frame frame) {
        return switch (owner) {
            case MINE -> frame.session().filter(s -> followUp.isOwnedBy(s.agent())).isPresent();
            case NOBODY -> followUp.isClaimable(frame.now());
            default -> true;
        };
    }

    /** Whether anything but the state is asked for. */
    public boolean areSet() {
        return Stream.of(owner, touchpoint, reason, language).anyMatch(f -> !f.isEmpty());
    }

    public boolean isTab(FollowUpState other, String otherOwner) {
        return state == other && owner.equals(otherOwner);
    }

    /** The list with these filters, from a place on. */
    String path(Optional<FollowUps.Cursor> from) {
        String query =
                Stream.of(
                                Map.entry("state", state.id()),
                                Map.entry("owner", owner),
                                Map.entry("touchpoint", touchpoint),
                                Map.entry("reason", reason),
                                Map.entry("language", language),
                                Map.entry("cursor", from.map(DeskCursor::encode).orElse("")))
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + DeskPaths.encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return DeskPaths.HOME + "?" + query;
    }

    static List<Frame.Choice> touchpoints(Frame frame) {
        return frame.choices("touchpoint", Touchpoint.values());
    }

    static List<Frame.Choice> languages(Frame frame) {
        return Stream.of(Language.values())
                .map(l -> new Frame.Choice(l.id(), SaidView.languageName(l.locale(), frame)))
                .toList();
    }
}
