package dev.doorstep.insights;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An export as JSON, as {@code insights.openapi.json} describes it. */
final class ExportJson {

    private ExportJson() {}

    /**
     * @param link to the file, while it is there
     */
    static Map<String, Object> of(ExportJob job, Optional<ExportFiles.Link> link, Instant now) {
        ExportRequest request = job.request();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", job.id());
        json.put("state", job.state(now).id());
        json.put("askedAt", job.askedAt().toString());
        json.put("from", request.days().first().toString());
        json.put("to", request.days().last().toString());
        json.put("touchpoint", request.touchpoint().id());
        json.put("metric", request.metric().name());
        request.segment()
                .ifPresent(
                        segment -> {
                            json.put("by", segment.by().id());
                            json.put("value", segment.value());
                        });
        json.put("format", request.format().id());
        json.put("days", request.days().length());
        json.put("daysDone", job.progress().daysDone(request.days()));
        json.put("replies", job.progress().replies());
        link.ifPresent(to -> json.put("file", file(job, to)));
        return json;
    }

    private static Map<String, Object> file(ExportJob job, ExportFiles.Link link) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", link.name());
        file.put("url", link.url());
        file.put("urlExpiresAt", link.expiresAt().toString());
        file.put("expiresAt", job.expiresAt().toString());
        return file;
    }
}
