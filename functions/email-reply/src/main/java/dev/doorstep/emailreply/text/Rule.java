package dev.doorstep.emailreply.text;

/** Why lines were cut. */
enum Rule {
    LIMIT,
    QUOTED_LINES,
    QUOTED_HTML,
    INTRODUCTION,
    ORIGINAL_MESSAGE,
    HEADER_BLOCK,
    SENT_TEXT,
    SCALE,
    WRAPPED_QUOTE,
    SIGNATURE_LINE,
    SIGNATURE_HTML,
    SENT_FROM,
    CLOSING,
    FOOTER
}
