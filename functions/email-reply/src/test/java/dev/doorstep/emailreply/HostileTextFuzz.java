package dev.doorstep.emailreply;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for texts that cannot be read: {@code ./mvnw -Pfuzz}. */
class HostileTextFuzz {

    @FuzzTest(maxDuration = "5m")
    void readsAnyText(byte[] text) {
        Hostile.text(text);
    }
}
