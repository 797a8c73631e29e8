package dev.doorstep.supportdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the desk's pages are. */
final class DeskPaths {
    static final String HOME = "/desk";
    static final String CASES = "/desk/cases/";
    static final String AGENTS = "/desk/agents";

    private DeskPaths() {}

    static String of(SurveyId followUp) {
        return CASES + encoded(followUp.toString());
    }

    static String pick(SurveyId followUp) {
        return AGENTS + "/" + encoded(followUp.toString());
    }

    static String search(OrderId order) {
        return "/desk/search?order=" + encoded(order.value());
    }

    /** Nothing is known under an id that cannot be one. */
    static <T> Optional<T> id(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (Rejected _) {
            return Optional.empty();
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }

    /** What follows {@code /desk}, in its parts; they come escaped or not. */
    static List<String> parts(String path) {
        return Arrays.stream(path.split("/", -1)).skip(2).map(DeskPaths::decoded).toList();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            return part;
        }
    }
}
