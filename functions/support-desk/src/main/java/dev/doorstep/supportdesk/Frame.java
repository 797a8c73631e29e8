package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.roles.Role;
import dev.doorstep.signin.Session;
import dev.doorstep.texts.Texts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all of the desk's pages need to know: who looks at them, in which language, and when. */
public record Frame(
        Texts texts,
        DeskAssets assets,
        String shop,
        ZoneId zone,
        Instant now,
        Optional<Session> session) {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    public Frame {
        requireNonNull(texts, "texts is null");
        requireNonNull(assets, "assets is null");
        requireNonNull(shop, "shop is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(now, "now is null");
        requireNonNull(session, "session is null");
    }

    /** The first language that a browser asks for and the page speaks; English if there is none. */
    static Texts texts(Optional<String> acceptLanguage) {
        return Texts.of("desk", acceptLanguage, LANGUAGES);
    }

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Whether whoever looks at it may do something; the others see no buttons. */
    public boolean mayAct() {
        return session.filter(s -> s.may(Role.AGENT)).isPresent();
    }

    public boolean isSignedIn() {
        return session.isPresent();
    }

    public String formKey() {
        return session.map(Session::formKey).orElse("");
    }

    public String user() {
        return session.map(Session::agent).map(a -> a.name().orElse(a.id())).orElse("");
    }

    /** In support's time zone. */
    Moment moment(Instant at) {
        return Moment.of(at, zone, texts);
    }

    /** In support's time zone, and by the customer's clock beside it where that shows another. */
    Moment moment(Instant at, ZoneId customer) {
        return Moment.of(at, zone, customer, texts);
    }

    /** The texts of some choices, by their ids. */
    List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(Ids::of)
                .map(id -> new Choice(id, text(prefix + "." + id)))
                .toList();
    }

    /** Something to choose in a form. */
    public record Choice(String id, String label) {}
}
