package dev.doorstep.emailreply.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

import java.util.List;
import java.util.Optional;

/** Turns the HTML of a reply into lines that know whether they are quoted. */
final class HtmlLines {
    private static final int MOST_CHARACTERS = 1024 * 1024;
    private static final int DEEPEST = 256;
    private static final int TABLES_LOOKED_AT = 16;

    private final OurLines ours;

    HtmlLines(OurLines ours) {
        this.ours = ours;
    }

    static boolean exceedsLimits(String html) {
        return html.length() > MOST_CHARACTERS;
    }

    List<Line> of(String html) {
        String start = html.substring(0, Math.min(html.length(), MOST_CHARACTERS));
        Document document = Jsoup.parse(start, "", Parser.htmlParser().setMaxDepth(DEEPEST));
        ourMail(document).ifPresent(table -> table.wrap("<blockquote></blockquote>"));
        HtmlWalk walk = new HtmlWalk(ours);
        document.body().filter(walk);
        return walk.lines();
    }

    /** The outermost table that holds our links and not all of the reply. */
    private Optional<Element> ourMail(Document document) {
        Elements links = document.select("a[href]");
        return links.stream()
                .filter(link -> ours.holdsHost(link.attr("href")))
                .findFirst()
                .flatMap(link -> tableWithout(document, link));
    }

    private static Optional<Element> tableWithout(Document document, Element link) {
        int length = document.body().text().length();
        List<Element> tables = link.parents().stream().filter(e -> e.nameIs("table")).toList();
        return tables.reversed().stream()
                .limit(TABLES_LOOKED_AT)
                .filter(table -> table.text().length() < length)
                .findFirst();
    }
}
