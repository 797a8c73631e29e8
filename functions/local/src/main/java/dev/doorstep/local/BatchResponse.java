package dev.doorstep.local;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a function says of a batch: AWS Lambda Developer Guide, "Partial batch responses". */
final class BatchResponse {
    private BatchResponse() {}

    /** What failed of a batch; empty if all of it did, or if the answer cannot be read. */
    static Optional<Set<String>> failures(Lambdas.Result result) {
        return result instanceof Lambdas.Result.Ok ok ? read(ok.response()) : Optional.empty();
    }

    private static Optional<Set<String>> read(byte[] response) {
        if (response.length == 0) {
            return Optional.of(Set.of());
        }
        try {
            return Optional.of(
                    Json.parseObject(response).objects("batchItemFailures").stream()
                            .map(failure -> failure.string("itemIdentifier"))
                            .collect(Collectors.toSet()));
        } catch (Rejected _) {
            return Optional.empty();
        }
    }
}
