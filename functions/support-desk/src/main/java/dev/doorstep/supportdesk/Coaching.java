package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Week;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.surveys.SurveyId;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How each agent fares beside the team, for that agent and for leads, and what cases teach. Safe
 * for use by several threads.
 */
final class Coaching {
    /** How many weeks are looked back at, this one among them. */
    static final int WEEKS = 4;

    private final FollowUps followUps;
    private final Clock clock;

    Coaching(FollowUps followUps, Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** One agent's figures. */
    record OfAgent(Agent agent, Figures figures) {

        OfAgent {
            requireNonNull(agent, "agent is null");
            requireNonNull(figures, "figures is null");
        }
    }

    /**
     * What someone may see.
     *
     * @param median of all agents, where there are enough of them
     * @param agents all of them for a lead, else only whoever looks
     * @param lessons of this week and the one before, for leads
     */
    record Report(
            Week from,
            Week until,
            Figures team,
            Optional<AgentsMedian> median,
            List<OfAgent> agents,
            List<Lesson> lessons) {

        Report {
            requireNonNull(from, "from is null");
            requireNonNull(until, "until is null");
            requireNonNull(team, "team is null");
            requireNonNull(median, "median is null");
            agents = List.copyOf(agents);
            lessons = List.copyOf(lessons);
        }
    }

    Report report(Agent viewer, boolean isLead) {
        Week week = Week.of(clock.instant());
        List<List<FollowUp>> weeks =
                IntStream.range(0, WEEKS)
                        .mapToObj(back -> followUps.resolvedIn(week.before(back)))
                        .toList();
        List<FollowUp> all = weeks.stream().flatMap(List::stream).toList();
        List<OfAgent> agents = agents(all);
        List<FollowUp> latest = weeks.stream().limit(2).flatMap(List::stream).toList();
        return new Report(
                week.before(WEEKS - 1),
                week,
                Figures.of(all),
                AgentsMedian.of(agents.stream().map(OfAgent::figures).toList()),
                agents.stream()
                        .filter(one -> isLead || one.agent().id().equals(viewer.id()))
                        .toList(),
                isLead ? Lesson.of(latest) : List.of());
    }

    /**
     * Picks a case for others to learn from; empty if it is not known.
     *
     * @throws Unavailable if others keep writing it
     */
    Optional<FollowUp> pick(SurveyId id, Agent lead) {
        Instant now = clock.instant();
        return followUps.change(id, found -> found.picked(lead, now));
    }

    private static List<OfAgent> agents(List<FollowUp> all) {
        Map<String, List<FollowUp>> cases = new LinkedHashMap<>();
        Map<String, Agent> agents = new LinkedHashMap<>();
        for (FollowUp followUp : all) {
            followUp.resolvedBy()
                    .ifPresent(
                            agent -> {
                                agents.put(agent.id(), agent);
                                cases.computeIfAbsent(agent.id(), _ -> new ArrayList<>())
                                        .add(followUp);
                            });
        }
        return agents.values().stream()
                .map(
                        agent ->
                                new OfAgent(
                                        agent,
                                        Figures.of(cases.getOrDefault(agent.id(), List.of()))))
                .sorted(Comparator.comparing(one -> one.agent().name().orElse(one.agent().id())))
                .toList();
    }
}
