package dev.doorstep.contacts;

import java.net.IDN;
import java.util.regex.Pattern;

/** Writes the domains of addresses in ASCII, the form in which mail is sent. */
public final class MailDomain {
    /** Sharp s, final sigma, and the joiners. */
    private static final Pattern DIFFERS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    private MailDomain() {}

    /**
     * The domain by IDNA2003 (RFC 3490). A few letters it makes others of, which IDNA2008 (RFC
     * 5891) and the registries keep: a domain with one of these would become somebody else's.
     *
     * @throws IllegalArgumentException if there is no such domain, or it has one of these letters
     *     and is not written in ASCII
     */
    public static String ascii(String domain) {
        if (DIFFERS.matcher(domain).find()) {
            throw new IllegalArgumentException("the domain is to be written in ASCII");
        }
        return IDN.toASCII(domain);
    }
}
