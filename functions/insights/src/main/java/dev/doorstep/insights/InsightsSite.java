package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.programme.Programme;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;
import dev.doorstep.signin.Door;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * All that is reached by HTTP: the API, whose callers API Gateway has let in, and the page, which
 * has a door before it.
 */
final class InsightsSite {
    private final InsightsApi reports;
    private final ExportsApi exports;
    private final InsightsPage page;
    private final Door door;

    InsightsSite(InsightsApi reports, ExportsApi exports, InsightsPage page, Door door) {
        this.reports = requireNonNull(reports, "reports is null");
        this.exports = requireNonNull(exports, "exports is null");
        this.page = requireNonNull(page, "page is null");
        this.door = requireNonNull(door, "door is null");
    }

    /**
     * @param jobs which most requests do not need
     */
    static InsightsSite production(
            Environment environment,
            Programme programme,
            Reports reports,
            Behind behind,
            Supplier<ExportJobs> jobs) {
        Groups groups = Groups.production(environment);
        Clock clock = Clock.systemUTC();
        return new InsightsSite(
                new InsightsApi(groups, reports),
                new ExportsApi(groups, jobs, clock),
                new InsightsPage(reports, behind, jobs, programme, clock),
                Door.production(environment, Role.VIEWER, Role.LEAD));
    }

    HttpResponse respond(HttpRequest request) {
        if (isIn(InsightsApi.REPORT, request)) {
            return reports.respond(request);
        }
        return isIn(ExportsApi.EXPORTS, request)
                ? exports.respond(request)
                : door.respond(request, page);
    }

    private static boolean isIn(String place, HttpRequest request) {
        return request.path().equals(place) || request.path().startsWith(place + "/");
    }
}
