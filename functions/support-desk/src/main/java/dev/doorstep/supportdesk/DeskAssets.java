package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.pages.Asset;
import dev.doorstep.pages.Assets;

import java.util.Optional;

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
        return Loaded.ALL.find(request);
    }

    /** Read when a page is first asked for: the desk's API needs none. */
    private static final class Loaded {
        static final Asset BASE = Asset.baseStyle(FOLDER);
        static final Asset STYLE = load("desk.css", "text/css");
        static final Asset SCRIPT = load("desk.js", "text/javascript");
        static final Asset HTMX = load(DIST + "htmx.min.js", "text/javascript");
        static final Asset ICON = load("icon.svg", "image/svg+xml");
        static final Assets ALL = Assets.of(BASE, STYLE, SCRIPT, HTMX, ICON);

        private static Asset load(String resource, String type) {
            return Asset.load(DeskAssets.class, resource, FOLDER, type);
        }
    }
}
