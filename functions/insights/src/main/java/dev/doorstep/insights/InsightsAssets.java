package dev.doorstep.insights;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.pages.Asset;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Styles and scripts of the page. */
public final class InsightsAssets {
    private static final String FOLDER = "/insights/assets/";
    private static final String CHARTS =
            "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    public String base() {
        return Loaded.BASE.path();
    }

    public String style() {
        return Loaded.STYLE.path();
    }

    public String script() {
        return Loaded.SCRIPT.path();
    }

    public String charts() {
        return Loaded.CHARTS_SCRIPT.path();
    }

    public String icon() {
        return Loaded.ICON.path();
    }

    /** The asset that is asked for, if it is one. */
    Optional<HttpResponse> find(HttpRequest request) {
        return request.path().startsWith(FOLDER)
                ? Optional.ofNullable(Loaded.BY_PATH.get(request.path())).map(Asset::response)
                : Optional.empty();
    }

    /** Read when a page is first asked for: whoever counts needs none. */
    private static final class Loaded {
        static final Asset BASE = Asset.baseStyle(FOLDER);
        static final Asset STYLE = load("insights.css", "text/css");
        static final Asset SCRIPT = load("insights.js", "text/javascript");
        static final Asset CHARTS_SCRIPT = load(CHARTS, "text/javascript");
        static final Asset ICON = load("icon.svg", "image/svg+xml");
        static final Map<String, Asset> BY_PATH =
                Stream.of(BASE, STYLE, SCRIPT, CHARTS_SCRIPT, ICON)
                        .collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));

        private static Asset load(String resource, String type) {
            return Asset.load(InsightsAssets.class, resource, FOLDER, type);
        }
    }
}
