package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a policy names as its resource: an ARN in which a star stands for any text. Source: AWS
 * Identity and Access Management User Guide, "IAM JSON policy elements: Resource".
 */
record ResourcePattern(String text) {
    private static final String ANYTHING = "*";

    /** They are about the account. Source: Service Authorization Reference, Amazon SES v2. */
    private static final Set<String> WITHOUT_RESOURCE = Set.of("ses:GetAccount");

    ResourcePattern {
        requireNonNull(text, "text is null");
    }

    boolean matches(String resource) {
        return Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining(".*"), Pattern::compile))
                .matcher(resource)
                .matches();
    }

    /** Whether it is no wider than it must be: a star is for keys, or for what has no resource. */
    boolean isNarrowFor(String action) {
        String beforeStar = text.split("\\*", 2)[0];
        return !text.contains(ANYTHING)
                || (text.equals(ANYTHING) && WITHOUT_RESOURCE.contains(action))
                || beforeStar.matches("arn:[^:*]+:s3:::[^/*]+/.*");
    }
}
