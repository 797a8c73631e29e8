package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * What this machine has in the place of AWS, and who looks on when it is called.
 *
 * @param s3 if the template has buckets
 * @param rights what functions may do, and where it is noted what they did
 * @param watch asked before each call
 * @param consumption reads what calls consumed
 */
record AwsServices(
        URI dynamoDb,
        URI sqs,
        URI ses,
        Optional<URI> s3,
        Rights rights,
        CallWatch watch,
        Consumption consumption,
        Console console) {

    AwsServices {
        requireNonNull(dynamoDb, "dynamoDb is null");
        requireNonNull(sqs, "sqs is null");
        requireNonNull(ses, "ses is null");
        requireNonNull(s3, "s3 is null");
        requireNonNull(rights, "rights is null");
        requireNonNull(watch, "watch is null");
        requireNonNull(consumption, "consumption is null");
        requireNonNull(console, "console is null");
    }

    /**
     * @param service by its name in IAM
     */
    URI endpoint(String service) {
        return switch (service) {
            case "dynamodb" -> dynamoDb;
            case "sqs" -> sqs;
            case "ses" -> ses;
            case "s3" -> s3.orElseThrow(() -> new IllegalArgumentException("there is no bucket"));
            default -> throw new IllegalArgumentException(service + " is not known here");
        };
    }
}
