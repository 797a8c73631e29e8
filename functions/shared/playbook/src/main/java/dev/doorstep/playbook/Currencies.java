package dev.doorstep.playbook;

import java.util.Optional;
import java.util.Set;

/** The currencies that money is paid in, by ISO 4217. */
final class Currencies {
    private static final String KNOWN =
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP"
                + " BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR"
                + " FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK"
                + " JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL"
                + " MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB"
                + " PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS"
                + " SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS"
                + " VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";
    private static final Set<String> CODES = Set.of(KNOWN.split(" ", -1));

    private Currencies() {}

    static Set<String> codes() {
        return CODES;
    }

    static String require(Node.Member member) {
        return Optional.of(member.name())
                .filter(CODES::contains)
                .orElseThrow(() -> member.place().wrong(unknown(member.name())));
    }

    static String require(Node node) {
        return Optional.of(node.text())
                .filter(CODES::contains)
                .orElseThrow(() -> node.place().wrong(unknown(node.text())));
    }

    private static String unknown(String code) {
        return "there is no currency \"%s\"; write its three letters as in EUR or GBP"
                .formatted(code);
    }
}
