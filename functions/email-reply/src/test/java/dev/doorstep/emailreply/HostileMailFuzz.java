package dev.doorstep.emailreply;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for mails that cannot be read: {@code ./mvnw -Pfuzz}. */
class HostileMailFuzz {

    @FuzzTest(maxDuration = "5m")
    void readsAnyMail(byte[] mail) {
        Hostile.mail(mail);
    }
}
