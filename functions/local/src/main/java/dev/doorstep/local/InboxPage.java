package dev.doorstep.local;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the inbox. */
final class InboxPage {
    private static final String STYLE =
            """
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
            ul{list-style:none;padding:0}li{border-bottom:1px solid #ccc;padding:.5rem 0}
            small{color:#555}iframe{width:100%;height:36rem;border:1px solid #ccc}
            pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem;overflow-wrap:anywhere}
            textarea{width:100%;box-sizing:border-box;font:inherit}
            th{text-align:left;vertical-align:top;padding-right:1rem}td{overflow-wrap:anywhere}
            """;

    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

    private InboxPage() {}

    static String list(List<Mail> mails) {
        String items = mails.reversed().stream().map(InboxPage::item).collect(Collectors.joining());
        return page(
                "Inbox",
                "<h1>Inbox</h1>"
                        + (items.isEmpty() ? "<p>No mail yet.</p>" : "<ul>" + items + "</ul>"));
    }

    /**
     * @param isAnswerable whether an answer comes to someone here
     * @param isAnswered whether the answer was just sent
     */
    static String show(Mail mail, boolean isAnswerable, boolean isAnswered) {
        String headers =
                mail.headers().entrySet().stream()
                        .map(
                                header ->
                                        "<tr><th>%s<td>%s"
                                                .formatted(
                                                        Markup.escape(header.getKey()),
                                                        Markup.escape(header.getValue())))
                        .sorted()
                        .collect(Collectors.joining());
        return page(
                mail.subject(),
                """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <table><tr><th>From<td>%s<tr><th>To<td>%s<tr><th>Sent<td>%s%s</table>
                <iframe src="/html/%s" title="The mail as HTML"
                sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                %s
                <h2>As text</h2><pre>%s</pre>
                """
                        .formatted(
                                Markup.escape(mail.subject()),
                                Markup.escape(mail.from()),
                                Markup.escape(mail.to()),
                                mail.at(),
                                headers,
                                mail.id(),
                                isAnswerable ? answerBox(mail, isAnswered) : "",
                                Markup.escape(mail.text())));
    }

    /** The same page; what is clicked opens outside of the frame that it is shown in. */
    static String opensLinksElsewhere(String html) {
        return HEAD.matcher(html).replaceFirst("$0<base target=\"_blank\">");
    }

    private static String answerBox(Mail mail, boolean isAnswered) {
        return """
        <h2>Answer</h2>%s
        <form method="post" action="/mails/%s/answers">
        <textarea name="text" rows="5" aria-label="Answer as %s"></textarea>
        <p><button>Send as %s</button></p></form>
        """
                .formatted(
                        isAnswered ? "<p role=\"status\">Your answer was sent.</p>" : "",
                        mail.id(),
                        Markup.escape(mail.to()),
                        Markup.escape(mail.to()));
    }

    static String unknown() {
        return page("Not found", "<p>There is no such mail. <a href=\"/\">All mails</a></p>");
    }

    private static String item(Mail mail) {
        return "<li><a href=\"/mails/%s\">%s</a><br><small>%s &middot; %s</small>"
                .formatted(
                        mail.id(),
                        Markup.escape(mail.subject()),
                        Markup.escape(mail.to()),
                        mail.at());
    }

    private static String page(String title, String body) {
        return """
        <!doctype html><html lang="en"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>%s</title>
        <style>%s</style>%s</html>
        """
                .formatted(Markup.escape(title), STYLE, body);
    }
}
