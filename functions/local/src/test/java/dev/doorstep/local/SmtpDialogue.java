package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** What a mail client says to a server of this machine, and what it hears. */
record SmtpDialogue(int port) {

    /**
     * Sends a mail, unless its recipient is refused.
     *
     * @param sender in angle brackets
     * @param mail whose dots at the beginnings of lines are doubled
     * @return the answers
     */
    List<String> send(String sender, String recipient, String mail) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            List<String> answers = new ArrayList<>(List.of(in.readLine()));
            answers.add(ask(socket, in, "HELO client.test"));
            answers.add(ask(socket, in, "MAIL FROM:" + sender));
            answers.add(ask(socket, in, "RCPT TO:<" + recipient + ">"));
            if (answers.getLast().startsWith("2")) {
                answers.add(ask(socket, in, "DATA"));
                answers.add(ask(socket, in, mail + "."));
            }
            return answers;
        }
    }

    private static String ask(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        return in.readLine();
    }
}
