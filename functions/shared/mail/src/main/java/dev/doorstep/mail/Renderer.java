package dev.doorstep.mail;

import dev.doorstep.programme.Programme;
import dev.doorstep.texts.Texts;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.util.Locale;

/** Fills the templates. Safe for use by several threads. */
final class Renderer {
    private static final String BUNDLE = "mail";

    private final TemplateEngine html =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "dev.doorstep.mail.templates");
    private final TemplateEngine text =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Plain, null, "dev.doorstep.mail.templates.text");
    private final Programme programme;

    Renderer(Programme programme) {
        this.programme = programme;
    }

    Rendered render(SurveyMail mail) {
        SurveyView view =
                new SurveyView(mail, texts(mail.locale()), programme.shop(), programme.address());
        return render("survey.jte", view.subject(), view);
    }

    Rendered render(AcknowledgementMail mail, MailLink link) {
        AcknowledgementView view =
                new AcknowledgementView(
                        mail, link, texts(mail.locale()), programme.shop(), programme.address());
        return render("acknowledgement.jte", view.subject(), view);
    }

    Rendered render(AskBackMail mail) {
        AskBackView view =
                new AskBackView(mail, texts(mail.locale()), programme.shop(), programme.address());
        return render("ask-back.jte", view.subject(), view);
    }

    Rendered render(PromiseBrokenMail mail) {
        PromiseBrokenView view =
                new PromiseBrokenView(
                        mail, texts(mail.locale()), programme.shop(), programme.address());
        return render("promise-broken.jte", view.subject(), view);
    }

    Rendered render(FollowUpMail mail) {
        FollowUpView view =
                new FollowUpView(mail, texts(mail.locale()), programme.shop(), programme.address());
        return render("follow-up.jte", view.subject(), view);
    }

    /** Support reads the shop's own language. */
    Rendered render(StaffMail mail) {
        StaffView view =
                new StaffView(
                        mail, texts(programme.locale()), programme.shop(), programme.address());
        return render("staff.jte", view.subject(), view);
    }

    Rendered render(DeliveryNewsMail mail) {
        DeliveryNewsView view =
                new DeliveryNewsView(
                        mail, texts(mail.locale()), programme.shop(), programme.address());
        return render("delivery-news.jte", view.subject(), view);
    }

    Rendered render(DigestMail mail) {
        DigestView view =
                new DigestView(
                        mail, texts(programme.locale()), programme.shop(), programme.address());
        return render("digest.jte", mail.subject(), view);
    }

    private static Texts texts(Locale locale) {
        return Texts.of(BUNDLE, locale);
    }

    private Rendered render(String template, String subject, Object view) {
        StringOutput asHtml = new StringOutput();
        html.render(template, view, asHtml);
        StringOutput asText = new StringOutput();
        text.render(template, view, asText);
        return new Rendered(subject, asHtml.toString(), asText.toString());
    }
}
