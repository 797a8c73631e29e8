package dev.doorstep.emailreply.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/**
 * A megabyte of anything is read in well under a second; the bound is generous, so that it holds on
 * a busy machine, and yet far below what any method takes whose time grows with the square.
 */
class LinearTimeTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration BOUND = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ">",
                "> ",
                ">\n",
                "On ",
                "On 17/04/2024 wrote ",
                "On 17/04/2024 08:02\n",
                "X <a@b> wrote:\n",
                "<a@b",
                "@",
                "From: a@b\n",
                "From: ",
                "-----Original Message-----\n",
                "-",
                "_",
                "____________________\n",
                "Thanks\n",
                "Thanks, ",
                "Sent from my iPhone\n",
                "1\n2\n3\n",
                "0 1 2 3 ",
                "One press is all it takes to tell us how it went.\n",
                "One press is all it takes ",
                "https://doorstep.example/s/abc\n",
                "'{",
                "\n",
                " ",
                "\u200F",
                "\u0301",
                "١٢"
            })
    void readsAMegabyteOfAnything(String part) {
        String text = part.repeat(MEGABYTE / part.length());

        assertTimeoutPreemptively(BOUND, () -> Readers.KNOWING.readPlain(text));
        assertTimeoutPreemptively(BOUND, () -> Flowed.unflow(text, true));
        assertThat(text).hasSizeGreaterThan(MEGABYTE - part.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote>",
                "<div>",
                "<div class=gmail_quote>x",
                "<div style='border-top:solid'><b>x</b>",
                "<table><tr><td><a href='https://doorstep.example/s/1'>1</a>",
                "<b>",
                "<p><b>",
                "<b><p>",
                "<a href=x><div>",
                "<table><b>",
                "<br>",
                "<hr>",
                "<pre>\n",
                "<",
                "<!--",
                "&amp",
                "<x y=z"
            })
    void readsAMegabyteOfAnyHtml(String part) {
        String html = part.repeat(MEGABYTE / part.length());

        assertTimeoutPreemptively(BOUND, () -> Readers.KNOWING.readHtml(html));
        assertThat(html).hasSizeGreaterThan(MEGABYTE - part.length());
    }
}
