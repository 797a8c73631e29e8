package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An export as who asked for it sees it.
 *
 * @param state what became of it, in words
 * @param link to the file, once it is there
 * @param isUnderWay whether to look again is worth it
 */
public record DownloadView(
        Frame frame,
        String what,
        String state,
        String progress,
        Optional<String> link,
        String fileName,
        boolean isUnderWay) {

    public DownloadView {
        requireNonNull(frame, "frame is null");
        requireNonNull(what, "what is null");
        requireNonNull(state, "state is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(link, "link is null");
        requireNonNull(fileName, "fileName is null");
    }

    static DownloadView of(
            ExportJob job, Optional<ExportFiles.Link> link, Instant now, Frame frame) {
        ExportRequest request = job.request();
        ExportJob.State state = job.state(now);
        return new DownloadView(
                frame,
                frame.text(
                        "download.what",
                        frame.text("touchpoint." + request.touchpoint().id()),
                        frame.days(request.days())),
                frame.text("download." + state.id()),
                progress(
                        job.progress().daysDone(request.days()),
                        request.days().length(),
                        job.progress().replies(),
                        frame.words()),
                link.map(ExportFiles.Link::url),
                request.fileName(),
                state == ExportJob.State.WAITING || state == ExportJob.State.RUNNING);
    }

    static String progress(long done, long days, long replies, Words words) {
        Numbers numbers = words.numbers();
        return words.text(
                "download.progress",
                words.counted("download.days", days, numbers.count(done), numbers.count(days)),
                words.counted("download.replies", replies, numbers.count(replies)));
    }
}
