package dev.doorstep.insights;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.pages.Asset;
import dev.doorstep.pages.Assets;

import java.util.Optional;

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
        return request.path().startsWith(FOLDER) ? Loaded.ALL.find(request) : Optional.empty();
    }

    /** Read when a page is first asked for: whoever counts needs none. */
    private static final class Loaded {
        static final Asset BASE = Asset.baseStyle(FOLDER);
        static final Asset STYLE = load("insights.css", "text/css");
        static final Asset SCRIPT = load("insights.js", "text/javascript");
        static final Asset CHARTS_SCRIPT = load(CHARTS, "text/javascript");
        static final Asset ICON = load("icon.svg", "image/svg+xml");
        static final Assets ALL = Assets.of(BASE, STYLE, SCRIPT, CHARTS_SCRIPT, ICON);

        private static Asset load(String resource, String type) {
            return Asset.load(InsightsAssets.class, resource, FOLDER, type);
        }
    }
}
