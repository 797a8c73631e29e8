package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Figure;
import dev.doorstep.mail.DigestMail;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.texts.Texts;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a digest into words. Pure: reads and writes nothing. */
final class DigestWords {
    private final Words words;
    private final Optional<URI> page;

    /**
     * @param page where the pages of support and insights begin; empty if that is not known, and
     *     then the mail leads nowhere
     */
    DigestWords(Locale locale, Optional<URI> page) {
        this.words = new Words(Texts.of(Words.BUNDLE, locale));
        this.page = requireNonNull(page, "page is null");
    }

    DigestMail mail(Digest digest, String week, String to) {
        List<DigestMail.Section> sections = new ArrayList<>();
        sections.add(new DigestMail.Section(words.text("digest.changed"), changes(digest)));
        digest.costliest()
                .ifPresent(
                        point ->
                                sections.add(
                                        new DigestMail.Section(
                                                words.text("digest.costliest"),
                                                List.of(cost(point, digest)))));
        if (!digest.broken().isEmpty()) {
            sections.add(new DigestMail.Section(words.text("digest.broken"), broken(digest)));
        }
        if (!digest.comments().isEmpty()) {
            sections.add(
                    new DigestMail.Section(
                            words.text("digest.comments"),
                            digest.comments().stream().map(this::comment).toList()));
        }
        return new DigestMail(
                week,
                to,
                words.text("digest.subject", words.days(digest.week())),
                words.text("digest.intro", words.days(digest.week())),
                sections,
                new DigestMail.Line(
                        words.text("digest.all"),
                        at(
                                "/insights?from=%s&to=%s"
                                        .formatted(digest.week().first(), digest.week().last()))));
    }

    private List<DigestMail.Line> changes(Digest digest) {
        List<DigestMail.Line> lines =
                digest.changed().stream().map(report -> change(report)).toList();
        return lines.isEmpty()
                ? List.of(new DigestMail.Line(words.text("digest.nothing-changed")))
                : lines;
    }

    private DigestMail.Line change(Report report) {
        Figure figure = report.counts().figure().orElseThrow();
        String now =
                words.text(
                        "digest.figure",
                        words.text("touchpoint." + report.request().touchpoint().id()),
                        words.text("metric." + report.metric().name()),
                        FigureView.words(figure.metric(), figure.value(), words),
                        FigureView.range(figure.metric(), figure.interval(), words),
                        words.from(figure.replies()));
        return new DigestMail.Line(
                now + " " + ChangeView.sentence(report.comparison().orElseThrow(), words) + ".",
                at(new Links(report.request().days()).scored(report.request().touchpoint())));
    }

    private DigestMail.Line cost(Report.FrictionPoint point, Digest digest) {
        Numbers numbers = words.numbers();
        return new DigestMail.Line(
                words.text(
                        "digest.cost",
                        words.value("reason", point.friction().reason()),
                        words.text("touchpoint." + point.touchpoint().id()),
                        numbers.decimal(point.friction().cost(), 1),
                        words.text(
                                "range",
                                numbers.decimal(point.friction().interval().low(), 1),
                                numbers.decimal(point.friction().interval().high(), 1)),
                        numbers.percent(point.friction().share().value())),
                at(
                        new Links(digest.week())
                                .scored(
                                        point.touchpoint(),
                                        Dimension.REASON,
                                        point.friction().reason())));
    }

    /** A case is filed under the day of its opening, which may be long before its promise broke. */
    private List<DigestMail.Line> broken(Digest digest) {
        Links links = new Links(Reports.openings(digest.week()));
        return digest.broken().entrySet().stream()
                .map(
                        broken ->
                                new DigestMail.Line(
                                        words.text(
                                                "digest.broken.of",
                                                words.text("touchpoint." + broken.getKey().id()),
                                                words.numbers().count(broken.getValue())),
                                        at(
                                                links.cases(
                                                        broken.getKey(),
                                                        CaseTally.PROMISE,
                                                        CaseTally.BROKEN))))
                .toList();
    }

    private DigestMail.Line comment(Reply reply) {
        String score =
                reply.answer() instanceof Answer.Score of
                        ? words.text("digest.score", of.value(), reply.metric().highest())
                        : "";
        String text = Comments.shortened(reply.comment().orElse(""));
        return new DigestMail.Line(
                score.isEmpty() ? text : words.text("digest.comment", score, text),
                at(
                        reply.attention().isPresent()
                                ? Links.ofCase(reply.survey().toString())
                                : Links.ofOrder(reply.survey().order().value())));
    }

    private Optional<URI> at(String path) {
        return page.map(url -> url.resolve(path));
    }
}
