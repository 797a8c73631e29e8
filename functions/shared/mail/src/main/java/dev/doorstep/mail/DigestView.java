package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

/** What the templates of a digest show. */
public record DigestView(DigestMail mail, Texts texts, String shop, String address) {}
