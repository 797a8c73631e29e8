package dev.doorstep.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail that tells those who lead what is worth knowing of a week, already in words.
 *
 * @param week by ISO 8601, such as {@code 2026-W48}
 * @param to an address of the shop's own: each gets the mail of a week once
 * @param all where all figures are
 */
public record DigestMail(
        String week, String to, String subject, String intro, List<Section> sections, Line all) {
    private static final int HASH_BYTES = 8;

    public DigestMail {
        requireNonNull(week, "week is null");
        requireNonNull(to, "to is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(intro, "intro is null");
        sections = List.copyOf(sections);
        requireNonNull(all, "all is null");
    }

    MailId id() {
        return id(week, to);
    }

    /**
     * Mails are kept under surveys; it is of none, so it has the name of one that cannot be, such
     * as {@code #digest.2026-W48.0f1e2d3c4b5a6978}. It names the address itself, by a hash: a place
     * in a list is somebody else's when the list changes.
     */
    static MailId id(String week, String to) {
        return new MailId(
                new SurveyId(new OrderId("#digest." + week + "." + hash(to)), Touchpoint.DELIVERY),
                MailId.Purpose.DIGEST);
    }

    /** The same for every way in which one address is written. */
    private static String hash(String address) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(address.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
