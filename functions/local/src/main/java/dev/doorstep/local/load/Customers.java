package dev.doorstep.local.load;

import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Mail;
import dev.doorstep.local.story.Page;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Customers who read their mail: three in ten answer, one in ten of these is unhappy. Who answers
 * follows from the order's number. Some press the button twice; who hears of an error tries again.
 */
final class Customers {
    private static final int PATIENCE = 10;
    private static final int AT_ONCE = 8;
    private static final int HAPPY = 9;
    private static final int UNHAPPY = 2;

    private final LocalRunner runner;
    private final Share pressTwice;
    private final Set<String> read = new HashSet<>();
    private int seen;

    Customers(LocalRunner runner, Share pressTwice) {
        this.runner = runner;
        this.pressTwice = pressTwice;
    }

    /** Whether the customer of an order answers. */
    static boolean answers(int number) {
        return number % 10 < 3;
    }

    /** What they answer, if they do. */
    static int score(int number) {
        return number / 10 % 10 == 0 ? UNHAPPY : HAPPY;
    }

    static boolean isUnhappy(int number) {
        return answers(number) && score(number) == UNHAPPY;
    }

    /** How many customers were seen to have a mail. */
    int asked() {
        return read.size();
    }

    /** Lets everybody who got a first mail since the last time, and wants to, answer it. */
    void readMails() {
        List<Mail> mails = runner.mails();
        List<Future<?>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Mail mail : mails.subList(seen, mails.size())) {
                int number = Shop.numberOf(mail.to());
                if (read.add(mail.to()) && answers(number)) {
                    answers.add(threads.submit(() -> answer(mail, score(number))));
                }
            }
        }
        answers.forEach(Customers::requireGiven);
        seen = mails.size();
    }

    private static void requireGiven(Future<?> answer) {
        if (answer.state() != Future.State.SUCCESS) {
            throw new IllegalStateException("a customer could not answer", answer.exceptionNow());
        }
    }

    private void answer(Mail mail, int score) {
        Page question = patiently(() -> Page.open(link(mail, score), Optional.empty()));
        patiently(() -> question.press(Map.of()));
        if (pressTwice.falls()) {
            patiently(() -> question.press(Map.of()));
        }
    }

    private static URI link(Mail mail, int score) {
        return Page.links(mail.html()).stream()
                .filter(uri -> uri.getPath().endsWith("/" + score))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a mail has no link for " + score));
    }

    private static Page patiently(Supplier<Page> ask) {
        for (int i = 0; i < PATIENCE; i++) {
            Page page = ask.get();
            if (page.status() == 200) {
                return page;
            }
        }
        throw new IllegalStateException("the survey page fails again and again");
    }
}
