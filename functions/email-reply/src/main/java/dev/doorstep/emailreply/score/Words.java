package dev.doorstep.emailreply.score;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The words that replies in one language are read with; the English ones always among them, for a
 * customer may answer in English whatever the survey's language. Safe for use by several threads.
 */
public final class Words {
    private static final String BUNDLE = "dev.doorstep.emailreply.words";
    private static final ResourceBundle.Control WITHOUT_THE_MACHINES_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Set<String> WITH_DOTTED_ORDINALS = Set.of("de", "lb", "sl");
    private static final int HIGHEST_NUMBER = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern MARKS_BUT_DOTS = Pattern.compile("[\\p{Mn}&&[^\u0308]]+");
    private static final Map<String, Words> CACHE = new ConcurrentHashMap<>();

    private final String language;
    private final Map<Role, Phrases> phrases = new EnumMap<>(Role.class);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> articles = new HashSet<>();
    private final List<String> automaticSubjects = new ArrayList<>();

    private Words(Locale locale) {
        language = locale.getLanguage();
        for (Role role : Role.values()) {
            phrases.put(role, new Phrases());
        }
        Lists own = Lists.of(locale);
        addAll(own, Set.of());
        if (!language.equals(Locale.ENGLISH.getLanguage())) {
            addAll(Lists.of(Locale.ENGLISH), own.foreignToEnglish());
        }
    }

    /** The words of a language; English alone for a language that has no list. */
    public static Words of(Locale locale) {
        return CACHE.computeIfAbsent(
                locale.getLanguage(), _ -> new Words(Locale.of(locale.getLanguage())));
    }

    /**
     * Whether the text is nothing but a wish for no more questions; a greeting, thanks and signs
     * aside.
     */
    public boolean isUnsubscribe(String newText) {
        return formalities(newText).surround(Role.UNSUBSCRIBE);
    }

    /** Whether the text is nothing but thanks, greetings and signs. */
    public boolean isCourtesy(String newText) {
        return formalities(newText).areAll();
    }

    private Formalities formalities(String newText) {
        return new Formalities(new MarkedText(requireNonNull(newText, "newText is null"), this));
    }

    /** How subjects of automatic mails begin, in lower case. */
    public List<String> automaticSubjects() {
        return List.copyOf(automaticSubjects);
    }

    boolean isLanguage(String other) {
        return language.equals(other);
    }

    /** Whether "8." is "the eighth" too. */
    boolean hasDottedOrdinals() {
        return WITH_DOTTED_ORDINALS.contains(language);
    }

    Phrases phrases(Role role) {
        return requireNonNull(phrases.get(role), "every role has phrases");
    }

    OptionalInt number(String word) {
        Integer value = numbers.get(word);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Whether the number word is an article or a pronoun too. */
    boolean isArticle(String word) {
        return articles.contains(word);
    }

    private void addAll(Lists lists, Set<String> left) {
        for (Role role : Role.values()) {
            for (String entry : lists.entries(role)) {
                if (!left.contains(entry) && !isOrdinalEnding(entry)) {
                    add(role, entry);
                }
            }
        }
        automaticSubjects.addAll(lists.automaticSubjects());
        addNumbers(lists, word -> word);
        addNumbers(lists, Words::spelledOut);
        addNumbers(lists, word -> bare(word, MARKS));
    }

    /** After a full stop they would be the next sentence's first word. */
    private static boolean isOrdinalEnding(String entry) {
        return entry.startsWith(".");
    }

    private void add(Role role, String entry) {
        Phrases all = phrases(role);
        // "wurde" is no "würde": where dots are left out of a condition, it is another word
        Pattern leftOut = role == Role.CONDITIONAL ? MARKS_BUT_DOTS : MARKS;
        for (String form : List.of(entry, bare(entry, leftOut), spelledOut(entry))) {
            all.add(Tokens.of(Fold.text(form)).texts());
        }
        if (entry.endsWith(".")) {
            all.add(Tokens.of(Fold.text(entry.substring(0, entry.length() - 1))).texts());
        }
    }

    /** The first meaning of a word stays: one without accents never becomes another number. */
    private void addNumbers(Lists lists, UnaryOperator<String> form) {
        for (int number = 0; number <= HIGHEST_NUMBER; number++) {
            for (String word : lists.number(number)) {
                numbers.putIfAbsent(Fold.word(Fold.text(form.apply(word))), number);
            }
        }
        for (String word : lists.articles()) {
            articles.add(Fold.word(Fold.text(form.apply(word))));
        }
    }

    private static String bare(String entry, Pattern leftOut) {
        String split = Normalizer.normalize(entry, Normalizer.Form.NFD);
        return Normalizer.normalize(leftOut.matcher(split).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String spelledOut(String entry) {
        return entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    }

    /** The lists of one language as they are written. */
    private record Lists(ResourceBundle bundle) {

        static Lists of(Locale locale) {
            boolean isEnglish = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            ResourceBundle bundle =
                    ResourceBundle.getBundle(
                            BUNDLE,
                            isEnglish ? Locale.ROOT : locale,
                            Words.class.getClassLoader(),
                            WITHOUT_THE_MACHINES_LOCALE);
            return new Lists(bundle);
        }

        List<String> entries(Role role) {
            return entries(role.key());
        }

        List<String> number(int number) {
            return entries("number." + number);
        }

        List<String> articles() {
            return entries("number.also-articles");
        }

        /** How subjects of automatic mails begin, in lower case. */
        List<String> automaticSubjects() {
            return entries("automatic");
        }

        /** What English lists must not bring along, for it has a meaning of its own here. */
        Set<String> foreignToEnglish() {
            return Set.copyOf(entries(Role.FOREIGN));
        }

        private List<String> entries(String key) {
            return bundle.containsKey(key) ? split(bundle.getString(key)) : List.of();
        }

        private static List<String> split(String list) {
            return Arrays.stream(list.split(","))
                    .map(String::strip)
                    .filter(entry -> !entry.isEmpty())
                    .toList();
        }
    }
}
