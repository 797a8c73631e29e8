package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.roles.Role;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets leads take replies along from the page, as the API does. */
final class Downloads {
    static final String PATH = "/insights/downloads";
    private static final String ID = "id";

    private final Supplier<ExportJobs> jobs;
    private final InsightsTemplates templates;
    private final Clock clock;

    /**
     * @param jobs which most pages do not need
     */
    Downloads(Supplier<ExportJobs> jobs, InsightsTemplates templates, Clock clock) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.templates = requireNonNull(templates, "templates is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Takes the page's form, which comes from a lead; pressed twice, it is one export. */
    HttpResponse ask(HttpRequest request, Frame frame) {
        Map<String, String> fields = new HashMap<>();
        request.form()
                .forEach(
                        (name, values) -> {
                            if (ExportRequest.FIELDS.contains(name)) {
                                fields.put(name, values.getFirst());
                            }
                        });
        Optional<String> id =
                request.form().getOrDefault(ID, List.of()).stream()
                        .filter(key -> !key.isBlank())
                        .findFirst();
        try {
            return jobs.get()
                    .ask(fields, id, frame.session().agent().id(), clock.instant())
                    .map(job -> templates.seeOther(PATH + "/" + job.id()))
                    .orElseGet(() -> templates.message(409, "wrong", frame));
        } catch (Rejected _) {
            return templates.message(400, "wrong", frame);
        }
    }

    HttpResponse show(String id, Frame frame) {
        if (!frame.session().may(Role.LEAD)) {
            return templates.message(403, "leads", frame);
        }
        Instant now = clock.instant();
        return jobs.get()
                .find(id)
                .filter(job -> !job.isGone(now))
                .map(job -> templates.download(DownloadView.of(job, link(job, now), now, frame)))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    private Optional<ExportFiles.Link> link(ExportJob job, Instant now) {
        return jobs.get().link(job, now);
    }
}
