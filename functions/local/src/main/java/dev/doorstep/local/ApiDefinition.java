package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** An HTTP API of the template. */
public record ApiDefinition(String logicalId, Access access, List<Route> routes) {

    public ApiDefinition {
        requireNonNull(logicalId, "logicalId is null");
        requireNonNull(access, "access is null");
        routes = List.copyOf(routes);
    }

    /** Who may call it. */
    public sealed interface Access {

        record Anyone() implements Access {}

        /** Requests signed with AWS Signature Version 4. */
        record Iam() implements Access {}

        /** Bearers of a token of this OpenID Connect issuer. */
        record Jwt(String issuer, List<String> audience) implements Access {

            public Jwt {
                requireNonNull(issuer, "issuer is null");
                audience = List.copyOf(audience);
            }
        }
    }
}
