package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.playbook.Suggestion;
import dev.doorstep.playbook.Wording;

import java.util.List;
import java.util.Optional;

/**
 * What the playbook suggests, and why.
 *
 * @param actions by their ids, which the form of the end gives back for those that were done
 * @param vouchers what of them the customer can still get this month; empty if none is suggested
 */
public record SuggestionView(
        String title, List<Frame.Choice> actions, List<String> because, Optional<String> vouchers) {

    public SuggestionView {
        actions = List.copyOf(actions);
        because = List.copyOf(because);
        requireNonNull(vouchers, "vouchers is null");
    }

    static SuggestionView of(
            Suggestion suggestion, Optional<Advice.VouchersLeft> vouchers, Frame frame) {
        Wording wording = Wording.in(frame.texts().locale());
        return new SuggestionView(
                wording.title(suggestion),
                suggestion.actions().stream()
                        .map(action -> new Frame.Choice(action.id(), wording.action(action)))
                        .toList(),
                suggestion.because().stream().map(wording::because).toList(),
                vouchers.map(left -> vouchers(left, wording, frame)));
    }

    private static String vouchers(Advice.VouchersLeft left, Wording wording, Frame frame) {
        if (!left.isEnough()) {
            return frame.text("vouchers.none");
        }
        int count = left.left().vouchers();
        return left.left()
                .worth()
                .map(worth -> wording.money(worth, left.suggested().kind()))
                .map(worth -> frame.text("vouchers.worth", count, worth))
                .orElseGet(() -> frame.text("vouchers.left", count));
    }
}
