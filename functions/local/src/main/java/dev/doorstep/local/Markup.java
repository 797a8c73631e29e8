package dev.doorstep.local;

/** Text within HTML and XML. */
final class Markup {
    private Markup() {}

    /** For use between tags and within quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
