package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A call that a function makes to AWS.
 *
 * @param function its logical id
 * @param operation such as {@code dynamodb:TransactWriteItems}
 * @param uses what IAM asks leave for; a transaction for each of its writes
 * @param invocation the client's own id of the call, the same when it repeats it
 * @param attempt from 1
 */
public record AwsCall(
        String function, String operation, List<Use> uses, String invocation, int attempt) {
    private static final Set<String> READS =
            Set.of(
                    "dynamodb:GetItem",
                    "dynamodb:Query",
                    "dynamodb:BatchGetItem",
                    "dynamodb:Scan",
                    "s3:GetObject",
                    "s3:HeadObject",
                    "s3:HeadBucket",
                    "s3:ListBucket",
                    "ses:GetAccount");

    public AwsCall {
        requireNonNull(function, "function is null");
        requireNonNull(operation, "operation is null");
        uses = List.copyOf(uses);
        requireNonNull(invocation, "invocation is null");
    }

    /** Whether it only looks, into a table, a bucket or the account. */
    public boolean isRead() {
        return READS.contains(operation);
    }

    /** What it takes besides to be told that there is no such object in S3. */
    AwsCall listing() {
        List<Use> buckets =
                uses.stream()
                        .map(use -> use.resource().split("/", 2)[0])
                        .map(bucket -> Use.of("s3:ListBucket", bucket))
                        .toList();
        return new AwsCall(function, "s3:ListBucket", buckets, invocation, attempt);
    }

    /** The service's name in IAM. */
    String service() {
        return operation.substring(0, operation.indexOf(':'));
    }
}
