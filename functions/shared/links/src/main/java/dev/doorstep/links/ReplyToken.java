package dev.doorstep.links;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of the address that a mail is answered at, {@code r-<26 characters>@<domain>}. It is
 * made from the token of the mail's link, from which it cannot be traced back: addresses wander
 * into address books and the logs of mail servers, and there must not open the page.
 */
public record ReplyToken(String value) {
    private static final Pattern ADDRESS = Pattern.compile("r-([a-z2-7]{26})");

    public ReplyToken {
        if (!Token.isForm(value)) {
            throw new IllegalArgumentException("not the form of a token");
        }
    }

    /** The token of an address, if it is one to answer at; whatever its domain. */
    public static Optional<ReplyToken> ofAddress(String address) {
        int at = address.indexOf('@');
        String local = (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
        Matcher form = ADDRESS.matcher(local);
        return form.matches() ? Optional.of(new ReplyToken(form.group(1))) : Optional.empty();
    }

    public String address(String domain) {
        return "r-" + value + "@" + domain;
    }

    /** What is stored instead of the token: its SHA-256 as 64 hexadecimal digits. */
    public String hash() {
        return Token.sha256(value);
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "ReplyToken";
    }
}
