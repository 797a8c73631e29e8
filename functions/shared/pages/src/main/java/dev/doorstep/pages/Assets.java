package dev.doorstep.pages;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page serves besides itself. Safe for use by several threads. */
public final class Assets {
    private final Map<String, Asset> byPath;

    private Assets(Map<String, Asset> byPath) {
        this.byPath = byPath;
    }

    public static Assets of(Asset... assets) {
        return new Assets(
                Stream.of(assets)
                        .collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity())));
    }

    /** The one that is asked for, if it is one of these. */
    public Optional<HttpResponse> find(HttpRequest request) {
        return Optional.ofNullable(byPath.get(request.path())).map(Asset::response);
    }
}
