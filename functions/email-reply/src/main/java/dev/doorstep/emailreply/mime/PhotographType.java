package dev.doorstep.emailreply.mime;

import org.apache.james.mime4j.message.MaximalBodyDescriptor;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells photographs from all else that mails carry. */
final class PhotographType {
    private static final Set<String> TYPES =
            Set.of(
                    "image/jpeg",
                    "image/png",
                    "image/heic",
                    "image/heif",
                    "image/webp",
                    "image/gif",
                    "image/tiff");
    private static final Map<String, String> OTHER_SPELLINGS =
            Map.of(
                    "image/jpg", "image/jpeg",
                    "image/pjpeg", "image/jpeg",
                    "image/x-png", "image/png");
    private static final Map<String, String> BY_EXTENSION =
            Map.of(
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "png", "image/png",
                    "heic", "image/heic",
                    "heif", "image/heif",
                    "webp", "image/webp");

    /** Logos in signatures, and pictures that only tell that a mail was opened. */
    private static final int DECORATION_BYTES = 20 * 1024;

    private PhotographType() {}

    /** The media type, if the part is a photograph; drawings with scripts in them are none. */
    static Optional<String> of(MaximalBodyDescriptor part) {
        String named = part.getMimeType().toLowerCase(Locale.ROOT);
        String type = OTHER_SPELLINGS.getOrDefault(named, named);
        if (TYPES.contains(type)) {
            return Optional.of(type);
        }
        return type.equals("application/octet-stream")
                ? fileName(part)
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .map(extension -> BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Optional<String> fileName(MaximalBodyDescriptor part) {
        return Optional.ofNullable(part.getContentDispositionFilename())
                .or(() -> Optional.ofNullable(part.getContentTypeParameters().get("name")));
    }

    static boolean isDecoration(MaximalBodyDescriptor part, int bytes) {
        return bytes < DECORATION_BYTES
                && part.getContentId() != null
                && !"attachment".equalsIgnoreCase(part.getContentDispositionType());
    }
}
