package dev.doorstep.emailreply.mime;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads mails as they come, however broken, within bounds: 10 MB, 50 parts, 20 levels. What lies
 * beyond is left out. Safe for use by several threads.
 */
public final class MessageReader {
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_HEADERS = 1000;
    private static final MimeConfig BOUNDS =
            new MimeConfig.Builder()
                    .setMaxHeaderLen(MAX_HEADER_BYTES)
                    .setMaxHeaderCount(MAX_HEADERS)
                    .setMaxLineLen(-1)
                    .build();

    /**
     * @throws UncheckedIOException if the mail cannot be had now
     */
    public Message read(InputStream mail) {
        MessageCollector collector = new MessageCollector();
        MimeStreamParser parser =
                new MimeStreamParser(
                        BOUNDS,
                        DecodeMonitor.SILENT,
                        new DefaultBodyDescriptorBuilder(
                                null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));
        parser.setContentDecoding(true);
        parser.setContentHandler(collector);
        boolean isParsed = parse(parser, new BoundedStream(mail, MAX_BYTES));
        return collector.message(isParsed);
    }

    /** What was read before a mail turned out to be broken stays. */
    private static boolean parse(MimeStreamParser parser, InputStream mail) {
        try {
            parser.parse(mail);
            return true;
        } catch (MimeException | MimeIOException | BoundedStream.Exceeded _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
