package dev.doorstep.supportdesk;

import dev.doorstep.surveys.Customer;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Takes out of a customer's words what tells who they are. */
final class Nameless {
    private static final String LEFT_OUT = "…";
    private static final int SHORTEST_NAME = 2;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()]+@[^\\s@<>()]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,}[0-9]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Nameless() {}

    static String of(String text, Customer customer) {
        String without = ADDRESS.matcher(text).replaceAll(LEFT_OUT);
        without = NUMBER.matcher(without).replaceAll(LEFT_OUT);
        for (String name : names(customer)) {
            without =
                    Pattern.compile(
                                    "(?<![\\p{L}\\p{N}])"
                                            + Pattern.quote(name)
                                            + "(?![\\p{L}\\p{N}])",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(without)
                            .replaceAll(LEFT_OUT);
        }
        return without;
    }

    private static String[] names(Customer customer) {
        return customer.name().stream()
                .flatMap(name -> Arrays.stream(SPACES.split(name.strip())))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .toArray(String[]::new);
    }
}
