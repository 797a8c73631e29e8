package dev.doorstep.supportdesk;

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
}
