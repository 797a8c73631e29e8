package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.pages.Asset;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Styles and scripts of the page. */
public final class DeskAssets {
    private static final String FOLDER = "/desk/assets/";
    private static final String DIST = "/META-INF/resources/webjars/htmx.org/2.0.4/dist/";

    public String base() {
        return Loaded.BASE.path();
    }

    public String style() {
        return Loaded.STYLE.path();
    }

    public String script() {
        return Loaded.SCRIPT.path();
    }

    public String htmx() {
        return Loaded.HTMX.path();
    }

    public String icon() {
        return Loaded.ICON.path();
    }

    /** The asset that is asked for, if it is one. */
    Optional<HttpResponse> find(HttpRequest request) {
        return Optional.ofNullable(Loaded.BY_PATH.get(request.path())).map(Asset::response);
    }

    /** Read when a page is first asked for: the desk's API needs none. */
    private static final class Loaded {
        static final Asset BASE = Asset.baseStyle(FOLDER);
        static final Asset STYLE = load("desk.css", "text/css");
        static final Asset SCRIPT = load("desk.js", "text/javascript");
        static final Asset HTMX = load(DIST + "htmx.min.js", "text/javascript");
        static final Asset ICON = load("icon.svg", "image/svg+xml");
        static final Map<String, Asset> BY_PATH =
                Stream.of(BASE, STYLE, SCRIPT, HTMX, ICON)
                        .collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));

        private static Asset load(String resource, String type) {
            return Asset.load(DeskAssets.class, resource, FOLDER, type);
        }
    }
}
