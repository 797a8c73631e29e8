package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.surveys.Customer;
import dev.doorstep.texts.Texts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How agents fare, and what cases teach. */
public record AgentsView(
        Frame frame, String weeks, Row team, List<Row> agents, List<LessonView> lessons) {

    public AgentsView {
        agents = List.copyOf(agents);
        lessons = List.copyOf(lessons);
    }

    static AgentsView of(Coaching.Report report, Frame frame) {
        return new AgentsView(
                frame,
                frame.text("agents.weeks", report.from().toString(), report.until().toString()),
                Row.of(frame.text("agents.team"), report.team(), frame),
                report.agents().stream()
                        .map(
                                one ->
                                        Row.of(
                                                one.agent().name().orElse(one.agent().id()),
                                                one.figures(),
                                                frame))
                        .toList(),
                report.lessons().stream().map(lesson -> LessonView.of(lesson, frame)).toList());
    }

    public boolean isLead() {
        return frame.session().filter(session -> session.may(Role.LEAD)).isPresent();
    }

    /** One line of figures. */
    public record Row(String name, int cases, String kept, String recovered, String contact) {

        static Row of(String name, Figures figures, Frame frame) {
            return new Row(
                    name,
                    figures.cases(),
                    share(figures.kept(), frame),
                    share(figures.recovered(), frame),
                    figures.timeToContact()
                            .map(middle -> middle(middle, frame.texts()))
                            .orElseGet(() -> frame.text("agents.none")));
        }

        private static String share(Share share, Frame frame) {
            return share.all() == 0
                    ? frame.text("agents.none")
                    : frame.text(
                            "agents.share",
                            share.of(),
                            share.all(),
                            percent(share.low()),
                            percent(share.high()));
        }

        private static long percent(double part) {
            return Math.round(part * 100);
        }

        private static String middle(Middle middle, Texts texts) {
            String median = words(middle.median(), texts);
            return middle.range()
                    .map(
                            range ->
                                    texts.text(
                                            "agents.middle",
                                            median,
                                            words(range.low(), texts),
                                            words(range.high(), texts)))
                    .orElseGet(() -> texts.text("agents.middle.few", median));
        }

        private static String words(Duration time, Texts texts) {
            return Moment.words(time, texts);
        }
    }

    /** A case that teaches something, without who the customer is. */
    public record LessonView(
            String pick,
            String order,
            List<String> teaches,
            boolean isPicked,
            String language,
            Optional<String> comment,
            Optional<String> thanks) {

        static LessonView of(Lesson lesson, Frame frame) {
            FollowUp followUp = lesson.followUp();
            Customer customer = followUp.customer().customer();
            return new LessonView(
                    DeskPaths.pick(followUp.id()),
                    followUp.id().order().value(),
                    lesson.inOrder().stream()
                            .map(kind -> frame.text("lesson." + kind.id()))
                            .toList(),
                    followUp.isPicked(),
                    customer.locale().toLanguageTag(),
                    followUp.reply().comment().map(text -> Nameless.of(text, customer)),
                    followUp.verdict()
                            .flatMap(verdict -> verdict.reply().comment())
                            .map(text -> Nameless.of(text, customer)));
        }
    }
}
