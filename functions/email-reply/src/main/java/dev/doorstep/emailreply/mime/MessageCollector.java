package dev.doorstep.emailreply.mime;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps of a mail what its reader needs, as the parser comes by it. */
final class MessageCollector extends AbstractContentHandler {
    private static final int MAX_PARTS = 50;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_TEXT_BYTES = 1024 * 1024;
    private static final int MAX_PHOTOGRAPHS = 10;

    /** What takes encoded words of file names apart takes a time that grows with the square. */
    private static final int MAX_CONTENT_FIELD = 4 * 1024;

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Photograph> photographs = new ArrayList<>();
    private final Deque<Multipart> open = new ArrayDeque<>();
    private Optional<Multipart> plainIn = Optional.empty();
    private Optional<TextPart> plain = Optional.empty();
    private Optional<TextPart> html = Optional.empty();
    private boolean isReport;
    private boolean isWhole = true;
    private int parts;
    private int depth;
    private int messages;

    Message message(boolean isParsed) {
        return new Message(
                new Headers(headers), plain, html, photographs, isReport, isWhole && isParsed);
    }

    @Override
    public void startMessage() throws MimeException {
        if (++messages > 1) {
            descend();
        }
    }

    @Override
    public void endMessage() {
        if (--messages > 0) {
            depth--;
        }
    }

    @Override
    public void field(Field field) throws MimeException {
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (name.startsWith("content-") && field.getBody().length() > MAX_CONTENT_FIELD) {
            throw new MimeException("too long");
        }
        if (messages == 1 && depth == 0) {
            headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(field.getBody().strip());
        }
    }

    @Override
    public void startMultipart(BodyDescriptor multipart) throws MimeException {
        isReport |= messages == 1 && multipart.getMimeType().equals("multipart/report");
        descend();
        open.push(new Multipart(multipart.getMimeType().equals("multipart/alternative")));
    }

    @Override
    public void endMultipart() {
        open.pop();
        depth--;
    }

    /** A mail that is attached to this one says nothing of its own. */
    @Override
    public void body(BodyDescriptor part, InputStream content) throws MimeException, IOException {
        if (++parts > MAX_PARTS) {
            throw new MimeException("too many parts");
        }
        if (messages > 1 || !(part instanceof MaximalBodyDescriptor descriptor)) {
            return;
        }
        Optional<String> photograph = PhotographType.of(descriptor);
        if (photograph.isPresent()) {
            keepPhotograph(photograph.get(), descriptor, content);
        } else if (!"attachment".equalsIgnoreCase(descriptor.getContentDispositionType())) {
            keepText(descriptor, content);
        }
    }

    private void descend() throws MimeException {
        if (++depth > MAX_DEPTH) {
            throw new MimeException("too deep");
        }
    }

    private void keepText(MaximalBodyDescriptor part, InputStream content) throws IOException {
        if (part.getMimeType().equals("text/plain")) {
            keepPlain(part, content);
        } else if (part.getMimeType().equals("text/html") && html.isEmpty()) {
            html = Optional.of(text(part, content));
        }
    }

    /** Where a photograph stands in the middle of a text, each side of it is a part. */
    private void keepPlain(MaximalBodyDescriptor part, InputStream content) throws IOException {
        Optional<Multipart> in = Optional.ofNullable(open.peek());
        if (plain.isEmpty()) {
            plain = Optional.of(text(part, content));
            plainIn = in;
        } else if (in.equals(plainIn)
                && in.stream().noneMatch(Multipart::isAlternative)
                && part.getContentDispositionFilename() == null) {
            plain = Optional.of(plain.get().followedBy(text(part, content)));
        }
    }

    private TextPart text(MaximalBodyDescriptor part, InputStream content) throws IOException {
        Map<String, String> parameters = part.getContentTypeParameters();
        byte[] bytes = content.readNBytes(MAX_TEXT_BYTES);
        boolean isCut = content.read() >= 0;
        isWhole &= !isCut;
        return new TextPart(
                isCut ? upToLastAscii(bytes) : bytes,
                Optional.ofNullable(part.getCharset()),
                "flowed".equalsIgnoreCase(parameters.get("format")),
                "yes".equalsIgnoreCase(parameters.get("delsp")));
    }

    /** Half a character at its end would make all of the text look as if in another charset. */
    private static byte[] upToLastAscii(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] < 0) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private void keepPhotograph(String type, MaximalBodyDescriptor part, InputStream content)
            throws IOException {
        if (photographs.size() == MAX_PHOTOGRAPHS) {
            isWhole = false;
            return;
        }
        byte[] bytes = content.readAllBytes();
        if (!PhotographType.isDecoration(part, bytes.length)) {
            photographs.add(new Photograph(type, bytes));
        }
    }

    /** Equal to none but itself. */
    private static final class Multipart {
        private final boolean isAlternative;

        Multipart(boolean isAlternative) {
            this.isAlternative = isAlternative;
        }

        boolean isAlternative() {
            return isAlternative;
        }
    }
}
