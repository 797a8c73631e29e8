package dev.doorstep.texts;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What customers read, in their language; in English where there are no texts in theirs. Safe for
 * use by several threads.
 */
public final class Texts {
    private static final String PACKAGE = "dev.doorstep.texts.";
    private static final String TIMES = "times";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';
    private static final ResourceBundle.Control WITHOUT_THE_MACHINES_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final ResourceBundle times;

    private Texts(ResourceBundle bundle, ResourceBundle times) {
        this.bundle = bundle;
        this.times = times;
    }

    /**
     * @param bundle {@code mail} or {@code page}; {@code playbook} is for support, in English and
     *     German alone
     * @throws java.util.MissingResourceException if there is no such bundle
     */
    public static Texts of(String bundle, Locale locale) {
        return new Texts(load(bundle, locale), load(TIMES, locale));
    }

    /**
     * The texts in the first language that a browser asks for and the bundle has; in English if
     * there is none.
     *
     * @param acceptLanguage as in HTTP's header; what cannot be read counts as absent
     */
    public static Texts of(String bundle, Optional<String> acceptLanguage, List<Locale> languages) {
        return of(
                bundle,
                acceptLanguage.map(asked -> asked(asked, languages)).orElse(Locale.ENGLISH));
    }

    private static Locale asked(String acceptLanguage, List<Locale> languages) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), languages);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException _) {
            return Locale.ENGLISH;
        }
    }

    /**
     * The text with its arguments in place of {@code {0}}, {@code {1}} and so on; names that run
     * the other way are isolated. Nothing in it is escaped.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, Object... arguments) {
        Object[] isolated = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            isolated[i] = isolated(arguments[i].toString()); // numbers as the scale shows them
        }
        return new MessageFormat(bundle.getString(key), locale()).format(isolated);
    }

    /**
     * What a name or a number needs so that its direction does not upset the text around it, as
     * HTML's {@code bdi} does. Source: Unicode Standard Annex #9, "Explicit Directional Isolates".
     */
    private String isolated(String text) {
        return isRightToLeft() == hasRightToLeft(text)
                ? text
                : FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;
    }

    /** How the text runs, for HTML's {@code dir}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    private boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(locale().getLanguage());
    }

    private static boolean hasRightToLeft(String text) {
        return text.codePoints().anyMatch(Texts::isRightToLeft);
    }

    private static boolean isRightToLeft(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** A moment as the customer's clock and calendar show it, to the minute. */
    public String when(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern(times.getString("when"), locale())
                .format(moment.atZone(zone));
    }

    /** A day as the customer's calendar shows it. */
    public String day(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern(times.getString("day"), locale())
                .format(moment.atZone(zone));
    }

    /** The language of the texts, which may not be the one that was asked for. */
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }

    /** The language for HTML's {@code lang}. */
    public String language() {
        return locale().toLanguageTag();
    }

    /**
     * All texts of a bundle, in all languages, as they are written: a placeholder stands for what
     * {@link #text} puts there.
     *
     * @throws java.util.MissingResourceException if there is no such bundle
     */
    public static List<String> patterns(String bundle) {
        return Arrays.stream(Language.values())
                .map(language -> load(bundle, language.locale()))
                .flatMap(texts -> texts.keySet().stream().map(texts::getString))
                .distinct()
                .toList();
    }

    private static ResourceBundle load(String bundle, Locale locale) {
        return ResourceBundle.getBundle(
                PACKAGE + bundle,
                locale,
                Texts.class.getClassLoader(),
                WITHOUT_THE_MACHINES_LOCALE);
    }
}
