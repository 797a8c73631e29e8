package dev.doorstep.emailreply.text;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;

/** Knows the elements in which mail programs and mail services put quotes and signatures. */
final class HtmlMarks {
    private static final Set<String> BLOCKS =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "center",
                    "dd",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figure",
                    "footer",
                    "form",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hr",
                    "li",
                    "main",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "table",
                    "tbody",
                    "tfoot",
                    "thead",
                    "tr",
                    "ul");
    private static final Set<String> UNSEEN =
            Set.of("head", "style", "script", "title", "template", "noscript", "object", "xml");

    private static final Set<String> QUOTE_CLASSES =
            Set.of(
                    "gmail_attr",
                    "moz-cite-prefix",
                    "moz-email-headers-table",
                    "moz-forward-container",
                    "protonmail_quote",
                    "tutanota_quote",
                    "zmail_extra",
                    "yahoo_quoted",
                    "ydp_quoted",
                    "outlookmessageheader",
                    "bloop_original_html",
                    "front-blockquote",
                    "mail_android_quote",
                    "replyforwardmessage",
                    "fairemailquote",
                    "plaintext-quote",
                    "quotedmessage");
    private static final Set<String> QUOTE_IDS =
            Set.of(
                    "mail-editor-reference-message-container",
                    "reply-intro",
                    "isreplycontent",
                    "isforwardcontent",
                    "original-content",
                    "replysplit",
                    "zwchr",
                    "origbody");
    private static final Set<String> QUOTE_NAMES = Set.of("quote", "messagereplysection");
    private static final Set<String> QUOTE_MARKERS =
            Set.of("__quoted_text__", "__headers__", "__divider__");

    private static final Set<String> SIGNATURE_CLASSES =
            Set.of(
                    "gmail_signature",
                    "gmail_signature_prefix",
                    "moz-signature",
                    "protonmail_signature_block",
                    "yahoo_signature",
                    "tutanota_signature");
    private static final Set<String> SIGNATURE_IDS =
            Set.of("signature", "ms-outlook-mobile-signature", "composer_signature");

    private HtmlMarks() {}

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    static boolean isPreformatted(Element element) {
        return element.nameIs("pre") || style(element).contains("white-space:pre");
    }

    static boolean isHidden(Element element) {
        String style = style(element);
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("mso-hide:all")
                || style.contains("max-height:0;")
                || style.endsWith("max-height:0");
    }

    /** Whether all that an element holds is quoted. */
    static boolean isQuote(Element element) {
        return element.nameIs("blockquote")
                || hasClass(element, QUOTE_CLASSES)
                || QUOTE_IDS.contains(id(element))
                || id(element).contains("yahoo_quoted")
                || id(element).startsWith("olk_src_body_section")
                || QUOTE_NAMES.contains(lower(element.attr("name")))
                || QUOTE_MARKERS.contains(lower(element.attr("data-marker")))
                || isGmailQuoteAsAWhole(element);
    }

    /** Whether an element and all that follows it are quoted. */
    static boolean beginsQuote(Element element, boolean textAbove) {
        return id(element).equals("divrplyfwdmsg")
                || (id(element).equals("appendonsend") && textAbove)
                || isHeaderOfOutlook(element);
    }

    static boolean isSignature(Element element) {
        return hasClass(element, SIGNATURE_CLASSES)
                || SIGNATURE_IDS.contains(id(element))
                || element.attr("data-smartmail").equals("gmail_signature")
                || lower(element.attr("name")).equals("messagesignaturesection");
    }

    /** Gmail puts answers between quotes into this element too: then it holds several of them. */
    private static boolean isGmailQuoteAsAWhole(Element element) {
        return element.hasClass("gmail_quote")
                && !element.parents().hasClass("gmail_quote")
                && element.selectFirst("blockquote") == null;
    }

    private static boolean isHeaderOfOutlook(Element element) {
        String style = style(element);
        if (!element.nameIs("div") || !style.contains("border-top:solid")) {
            return false;
        }
        Element key = element.selectFirst("b");
        return key != null && key.text().strip().endsWith(":");
    }

    private static boolean hasClass(Element element, Set<String> classes) {
        return element.hasAttr("class")
                && element.classNames().stream().anyMatch(name -> classes.contains(lower(name)));
    }

    /** As it was before Outlook put its own letter in front. */
    private static String id(Element element) {
        String id = lower(element.id());
        return id.startsWith("x_") ? id.substring(2) : id;
    }

    private static String style(Element element) {
        return element.hasAttr("style") ? lower(element.attr("style")).replace(" ", "") : "";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
