package dev.doorstep.emailreply.text;

/** What an introduction holds besides its verb: a date, an address. All is looked for in keys. */
final class Evidence {
    private static final int NUMBERS_OF_DATE = 2;
    private static final int NUMBERS_OF_DATE_AND_TIME = 3;
    private static final int LONGEST_LOCAL_PART = 80;

    private Evidence() {}

    /** Whether there is a year, or as many numbers as a date and a time have. */
    static boolean hasDate(String key) {
        return hasDate(key, NUMBERS_OF_DATE_AND_TIME);
    }

    /** Whether there is a year, or as many numbers as a date without one has. */
    static boolean mayHaveDate(String key) {
        return hasDate(key, NUMBERS_OF_DATE);
    }

    private static boolean hasDate(String key, int numbersNeeded) {
        int numbers = 0;
        int at = 0;
        while (at < key.length()) {
            int end = endOfDigits(key, at);
            if (end > at && end - at <= 2) {
                numbers++;
            }
            if (end - at == 4 && isYear(key, at)) {
                return true;
            }
            at = Math.max(end, at + 1);
        }
        return numbers >= numbersNeeded;
    }

    static boolean hasDigit(String key) {
        return key.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    static boolean hasAddress(String key) {
        return indexOfAddress(key, 0) >= 0;
    }

    /** Whether there is an address as programs write it behind a name: {@code <a@b>}. */
    static boolean hasAddressInBrackets(String key) {
        for (int at = indexOfAddress(key, 0); at >= 0; at = indexOfAddress(key, at + 1)) {
            if (isAfterBracket(key, at)) {
                return true;
            }
        }
        return false;
    }

    private static int indexOfAddress(String key, int from) {
        int at = key.indexOf('@', from);
        while (at >= 0 && !isAddress(key, at)) {
            at = key.indexOf('@', at + 1);
        }
        return at;
    }

    private static boolean isAddress(String key, int at) {
        return at > 0
                && at + 1 < key.length()
                && key.charAt(at - 1) > ' '
                && Character.isLetterOrDigit(key.charAt(at + 1));
    }

    private static boolean isAfterBracket(String key, int at) {
        for (int i = at - 1; i >= 0 && at - i < LONGEST_LOCAL_PART; i--) {
            char c = key.charAt(i);
            if (c == '<' || c == '[' || c == '(') {
                return true;
            }
            if (c == ' ') {
                return false;
            }
        }
        return false;
    }

    private static boolean isYear(String key, int at) {
        return key.startsWith("19", at) || key.startsWith("20", at);
    }

    private static int endOfDigits(String key, int at) {
        int end = at;
        while (end < key.length() && key.charAt(end) >= '0' && key.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
