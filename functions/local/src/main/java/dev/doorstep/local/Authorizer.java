package dev.doorstep.local;

import java.util.Map;
import java.util.Optional;

/** Who may call an API. */
interface Authorizer {

    /** What the function is told of the caller; empty if the caller is turned away. */
    Optional<Map<String, Object>> authorize(SignedRequest request);

    /** Lets everyone in. */
    static Authorizer none() {
        return _ -> Optional.of(Map.of());
    }
}
