package dev.doorstep.emailreply.text;

import java.util.List;

/** Knows the numbers of a scale that can be pressed, in one line or in a line each. */
final class Scales {
    private static final int NUMBERS_OF_ONE_LINE = 5;
    private static final int MOST_OTHER_WORDS = 8;
    private static final int LINES = 4;
    private static final int NONE = -1;

    private Scales() {}

    /** How many lines the scale has that begins at a line; 0 if none does. */
    static int at(List<Line> lines, int at) {
        if (!Evidence.hasDigit(lines.get(at).key())) {
            return 0;
        }
        return isScale(lines.get(at)) ? 1 : linesAt(lines, at);
    }

    /** Whether the second line holds nothing but the number after that of the first. */
    static boolean isNext(Line first, Line second) {
        int number = button(first);
        return number != NONE && button(second) == number + 1;
    }

    private static boolean isScale(Line line) {
        int run = 0;
        int longest = 0;
        int others = 0;
        int last = NONE;
        for (String word : Spelling.words(line.key())) {
            int number = number(word);
            others += number == NONE ? 1 : 0;
            run = number != NONE && number == last + 1 && run > 0 ? run + 1 : 1;
            last = number;
            longest = number == NONE ? longest : Math.max(longest, run);
        }
        return longest >= NUMBERS_OF_ONE_LINE && others <= MOST_OTHER_WORDS;
    }

    private static int linesAt(List<Line> lines, int at) {
        int numbers = 0;
        int end = at;
        int next = button(lines.get(at));
        for (int i = at; i < lines.size() && next != NONE; i++) {
            Line line = lines.get(i);
            if (line.blank()) {
                continue;
            }
            if (button(line) != next) {
                break;
            }
            numbers++;
            next++;
            end = i + 1;
        }
        return numbers >= LINES ? end - at : 0;
    }

    /** The number of a line that holds nothing else than it and a link. */
    private static int button(Line line) {
        List<String> words = Spelling.words(line.key());
        return words.size() == 1 ? number(words.getFirst()) : NONE;
    }

    private static int number(String word) {
        boolean small = word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return small && !word.isEmpty() ? Integer.parseInt(word) : NONE;
    }
}
