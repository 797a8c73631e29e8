package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.ApiAnswer;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Problem;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;

import java.util.Map;

/**
 * Answers who is signed in and asks what the replies say; what is wrong with a request is in the
 * answer. Safe for use by several threads.
 */
final class InsightsApi {
    static final String REPORT = "/insights/report";

    private final Groups groups;
    private final Reports reports;

    InsightsApi(Groups groups, Reports reports) {
        this.groups = requireNonNull(groups, "groups is null");
        this.reports = requireNonNull(reports, "reports is null");
    }

    HttpResponse respond(HttpRequest request) {
        if (!groups.rolesByClaims(request.claims()).contains(Role.VIEWER)) {
            return problem(403, "Forbidden", "None of your groups may do this.");
        }
        if (!request.method().equals("GET") || !request.path().equals(REPORT)) {
            return problem(404, "Not Found", "There is nothing here.");
        }
        return ApiAnswer.of(() -> HttpResponse.json(200, report(request.query())));
    }

    private Map<String, Object> report(Map<String, String> query) {
        return ReportJson.of(reports.make(ReportRequest.of(query, reports.today())));
    }

    private static HttpResponse problem(int status, String title, String detail) {
        return HttpResponse.problem(Problem.of(status, title, detail));
    }
}
