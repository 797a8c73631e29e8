package dev.doorstep.supportdesk;

import dev.doorstep.playbook.Suggestion;
import dev.doorstep.playbook.Wording;

import java.util.List;

/**
 * What the playbook suggests, and why.
 *
 * @param actions by their ids, which the form of the end gives back for those that were done
 */
public record SuggestionView(String title, List<Frame.Choice> actions, List<String> because) {

    public SuggestionView {
        actions = List.copyOf(actions);
        because = List.copyOf(because);
    }

    static SuggestionView of(Suggestion suggestion, Frame frame) {
        Wording wording = Wording.in(frame.texts().locale());
        return new SuggestionView(
                wording.title(suggestion),
                suggestion.actions().stream()
                        .map(action -> new Frame.Choice(action.id(), wording.action(action)))
                        .toList(),
                suggestion.because().stream().map(wording::because).toList());
    }
}
