package dev.doorstep.local;

import java.io.PrintStream;

/** What the person who started the runner is told. */
public record Console(PrintStream out) {

    public void line(String line) {
        out.println(line);
    }

    void problem(String where, String what) {
        out.println("! " + where + ": " + what);
    }
}
