package dev.doorstep.local;

import java.util.List;
import java.util.stream.Collectors;

/** The pages of the inbox. */
final class InboxPage {
    private static final String STYLE =
            """
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
            ul{list-style:none;padding:0}li{border-bottom:1px solid #ccc;padding:.5rem 0}
            small{color:#555}iframe{width:100%;height:36rem;border:1px solid #ccc}
            pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem;overflow-wrap:anywhere}
            th{text-align:left;vertical-align:top;padding-right:1rem}td{overflow-wrap:anywhere}
            """;

    private InboxPage() {}

    static String list(List<Mail> mails) {
        String items = mails.reversed().stream().map(InboxPage::item).collect(Collectors.joining());
        return page(
                "Inbox",
                "<h1>Inbox</h1>"
                        + (items.isEmpty() ? "<p>No mail yet.</p>" : "<ul>" + items + "</ul>"));
    }

    static String show(Mail mail) {
        String headers =
                mail.headers().entrySet().stream()
                        .map(
                                header ->
                                        "<tr><th>%s<td>%s"
                                                .formatted(
                                                        escape(header.getKey()),
                                                        escape(header.getValue())))
                        .sorted()
                        .collect(Collectors.joining());
        return page(
                mail.subject(),
                """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <table><tr><th>From<td>%s<tr><th>To<td>%s<tr><th>Sent<td>%s%s</table>
                <iframe src="/html/%s" title="The mail as HTML"></iframe>
                <h2>As text</h2><pre>%s</pre>
                """
                        .formatted(
                                escape(mail.subject()),
                                escape(mail.from()),
                                escape(mail.to()),
                                mail.at(),
                                headers,
                                mail.id(),
                                escape(mail.text())));
    }

    static String unknown() {
        return page("Not found", "<p>There is no such mail. <a href=\"/\">All mails</a></p>");
    }

    private static String item(Mail mail) {
        return "<li><a href=\"/mails/%s\">%s</a><br><small>%s &middot; %s</small>"
                .formatted(mail.id(), escape(mail.subject()), escape(mail.to()), mail.at());
    }

    private static String page(String title, String body) {
        return """
        <!doctype html><html lang="en"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>%s</title>
        <style>%s</style>%s</html>
        """
                .formatted(escape(title), STYLE, body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
