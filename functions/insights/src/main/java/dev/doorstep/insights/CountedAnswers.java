package dev.doorstep.insights;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.surveys.SurveyId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the replies that were counted. */
final class CountedAnswers {

    private CountedAnswers() {}

    /** In the order in which they are counted; those that are there no more are absent. */
    static Map<Counted, Reply> find(Replies replies, List<Counted> things) {
        Map<SurveyId, Reply> byId =
                replies
                        .findAll(
                                things.stream()
                                        .map(CountedAnswers::id)
                                        .collect(Collectors.toUnmodifiableSet()),
                                Consistency.EVENTUAL)
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Reply::survey, reply -> reply));
        Map<Counted, Reply> found = new LinkedHashMap<>();
        things.forEach(
                thing ->
                        Optional.ofNullable(byId.get(id(thing)))
                                .ifPresent(reply -> found.put(thing, reply)));
        return found;
    }

    private static SurveyId id(Counted thing) {
        return SurveyId.parse(thing.id());
    }
}
