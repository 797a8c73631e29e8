package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Share;
import dev.doorstep.programme.Touchpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who was asked, and why others were not. */
public record SurveysView(
        ShareView responseRate, CountView delivered, CountView bounced, List<CountView> skipped) {

    public SurveysView {
        requireNonNull(responseRate, "responseRate is null");
        requireNonNull(delivered, "delivered is null");
        requireNonNull(bounced, "bounced is null");
        skipped = List.copyOf(skipped);
    }

    static SurveysView of(Report report, Frame frame) {
        Invitations surveys = report.surveys();
        Touchpoint touchpoint = report.request().touchpoint();
        Links links = new Links(report.request().days());
        return new SurveysView(
                ShareView.of(surveys.responseRate().orElse(new Share(0, 0)), frame),
                CountView.of(
                        frame.text("surveys.delivered"),
                        surveys.delivered(),
                        links.surveys(touchpoint, SurveyTally.SENT),
                        frame),
                CountView.of(
                        frame.text("surveys.bounced"),
                        surveys.bounced(),
                        links.surveys(touchpoint, SurveyTally.BOUNCED),
                        frame),
                surveys.skipped().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(
                                reason ->
                                        CountView.of(
                                                frame.name("skipped", reason.getKey()),
                                                reason.getValue(),
                                                links.surveys(
                                                        touchpoint,
                                                        SurveyTally.skipped(reason.getKey())),
                                                frame))
                        .toList());
    }
}
