package dev.doorstep.insights;

import dev.doorstep.replies.Replies;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;
import dev.doorstep.scores.Scores;
import dev.doorstep.signin.Bearers;
import dev.doorstep.signin.Door;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is reached by HTTP, at a door behind which nobody is known. */
final class TestSite {
    static final Groups GROUPS =
            new Groups("groups", "doorstep-viewers", "doorstep-agents", "doorstep-leads");

    private TestSite() {}

    static InsightsSite of(Scores scores, Replies replies, Supplier<ExportJobs> jobs, Clock clock) {
        Reports reports = new Reports(scores, Samples.PROGRAMME, clock);
        return new InsightsSite(
                new InsightsApi(GROUPS, reports),
                new ExportsApi(GROUPS, jobs, clock),
                new InsightsPage(
                        reports, new Behind(scores, replies), jobs, Samples.PROGRAMME, clock),
                new Door(Nobody::new, GROUPS, Optional.empty(), Role.VIEWER, Role.LEAD));
    }

    private static final class Nobody implements Bearers {
        @Override
        public Optional<Person> bearer(String token) {
            return Optional.empty();
        }

        @Override
        public Set<String> origins() {
            return Set.of();
        }
    }
}
