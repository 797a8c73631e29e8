package dev.doorstep.supportdesk;

import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Share;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.roles.Role;
import dev.doorstep.surveys.Customer;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How agents fare, and what cases teach. */
public record AgentsView(
        Frame frame, String weeks, List<Row> agents, List<Row> together, List<LessonView> lessons) {

    public AgentsView {
        agents = List.copyOf(agents);
        together = List.copyOf(together);
        lessons = List.copyOf(lessons);
    }

    static AgentsView of(Coaching.Report report, Frame frame) {
        return new AgentsView(
                frame,
                frame.text("agents.weeks", report.from().toString(), report.until().toString()),
                report.agents().stream()
                        .map(
                                one ->
                                        Row.of(
                                                one.agent().name().orElse(one.agent().id()),
                                                one.figures(),
                                                frame))
                        .toList(),
                Stream.concat(
                                report.median().map(median -> Row.of(median, frame)).stream(),
                                Stream.of(Row.of(frame.text("agents.team"), report.team(), frame)))
                        .toList(),
                report.lessons().stream().map(lesson -> LessonView.of(lesson, frame)).toList());
    }

    public boolean isLead() {
        return frame.session().filter(session -> session.may(Role.LEAD)).isPresent();
    }

    /** One line of figures. */
    public record Row(String name, String cases, String kept, String recovered, String contact) {

        static Row of(String name, Figures figures, Frame frame) {
            return new Row(
                    name,
                    Integer.toString(figures.cases()),
                    share(figures.kept(), frame),
                    share(figures.recovered(), frame),
                    time(figures.timeToContact(), frame));
        }

        static Row of(AgentsMedian median, Frame frame) {
            return new Row(
                    frame.text("agents.median"),
                    middle(median.cases().map(c -> c.map(cases -> count(cases, frame))), frame),
                    middle(median.kept().map(kept -> kept.map(k -> percent(k, frame))), frame),
                    middle(median.recovered().map(r -> r.map(part -> percent(part, frame))), frame),
                    time(median.timeToContact(), frame));
        }

        private static String count(double cases, Frame frame) {
            return NumberFormat.getInstance(frame.texts().locale()).format(cases);
        }

        private static String percent(double part, Frame frame) {
            return frame.text("agents.percent", percent(part));
        }

        private static String time(Optional<Middle<Duration>> middle, Frame frame) {
            return middle(middle.map(m -> m.map(time -> Moment.words(time, frame.texts()))), frame);
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

        private static String middle(Optional<Middle<String>> middle, Frame frame) {
            return middle.map(known -> middle(known, frame))
                    .orElseGet(() -> frame.text("agents.none"));
        }

        private static String middle(Middle<String> middle, Frame frame) {
            return middle.range()
                    .map(
                            range ->
                                    frame.text(
                                            "agents.middle",
                                            middle.median(),
                                            range.low(),
                                            range.high()))
                    .orElseGet(() -> frame.text("agents.middle.few", middle.median()));
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
