package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The mail that tells those who lead what is worth knowing of a week, already in words.
 *
 * @param week by ISO 8601, such as {@code 2026-W48}
 * @param number of the one it is to, from 1: each gets the mail of a week once
 * @param all where all figures are
 */
public record DigestMail(
        String week,
        int number,
        String to,
        String subject,
        String intro,
        List<Section> sections,
        Line all) {

    public DigestMail {
        requireNonNull(week, "week is null");
        requireNonNull(to, "to is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(intro, "intro is null");
        sections = List.copyOf(sections);
        requireNonNull(all, "all is null");
    }

    MailId id() {
        return id(week, number);
    }

    /** Mails are kept under surveys; it is of none, so it has the name of one that cannot be. */
    static MailId id(String week, int number) {
        return new MailId(
                new SurveyId(new OrderId("#digest." + week), Touchpoint.DELIVERY),
                MailId.Purpose.DIGEST,
                number);
    }

    /** What belongs together. */
    public record Section(String title, List<Line> lines) {

        public Section {
            requireNonNull(title, "title is null");
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param link to what is behind it
     */
    public record Line(String text, Optional<URI> link) {

        public Line {
            requireNonNull(text, "text is null");
            requireNonNull(link, "link is null");
        }

        public Line(String text) {
            this(text, Optional.empty());
        }
    }
}
