package dev.doorstep.emailreply.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Photograph> photographs = new ArrayList<>();
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
    public void startMessage() {
        messages++;
    }

    @Override
    public void endMessage() {
        messages--;
    }

    @Override
    public void field(Field field) {
        if (messages == 1 && depth == 0) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(decoded(field.getBody()));
        }
    }

    @Override
    public void startMultipart(BodyDescriptor multipart) throws MimeException {
        isReport |= multipart.getMimeType().equals("multipart/report");
        if (++depth > MAX_DEPTH) {
            throw new MimeException("too deep");
        }
    }

    @Override
    public void endMultipart() {
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

    private void keepText(MaximalBodyDescriptor part, InputStream content) throws IOException {
        if (part.getMimeType().equals("text/plain") && plain.isEmpty()) {
            plain = Optional.of(text(part, content));
        } else if (part.getMimeType().equals("text/html") && html.isEmpty()) {
            html = Optional.of(text(part, content));
        }
    }

    private TextPart text(MaximalBodyDescriptor part, InputStream content) throws IOException {
        Map<String, String> parameters = part.getContentTypeParameters();
        byte[] bytes = content.readNBytes(MAX_TEXT_BYTES);
        isWhole &= content.read() < 0;
        return new TextPart(
                bytes,
                Optional.ofNullable(part.getCharset()),
                "flowed".equalsIgnoreCase(parameters.get("format")),
                "yes".equalsIgnoreCase(parameters.get("delsp")));
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

    private static String decoded(String raw) {
        try {
            return DecoderUtil.decodeEncodedWords(raw.strip(), DecodeMonitor.SILENT, UTF_8);
        } catch (IllegalArgumentException _) {
            return raw.strip();
        }
    }
}
