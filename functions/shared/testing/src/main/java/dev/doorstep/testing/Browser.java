package dev.doorstep.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium, where the machine has it. */
public record Browser(Path program) {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern MEASURED = Pattern.compile("\\[([^\\[\\]=]+)=(\\d+)]");
    private static final String MEASURE =
            """
            <script>
            onload = () => document.body.textContent = [...document.querySelectorAll('iframe')]
                .map(f => `[${f.title}=${f.contentDocument.documentElement.scrollWidth}]`)
                .join(' ');
            </script>
            """;

    public static Optional<Browser> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /**
     * The documents in which something does not fit, with the width that they need, in pixels.
     *
     * @param documents HTML by name
     * @param room the width that there is
     * @throws IllegalStateException if not all could be measured
     */
    public Map<String, Integer> tooWide(Map<String, String> documents, int room) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\">");
        documents.forEach((name, html) -> page.append(frame(name, html, room)));
        page.append(MEASURE);
        Map<String, Integer> widths = new LinkedHashMap<>();
        MEASURED.matcher(render(page.toString()))
                .results()
                .forEach(found -> widths.put(found.group(1), Integer.valueOf(found.group(2))));
        if (!widths.keySet().equals(documents.keySet())) {
            throw new IllegalStateException("measured only " + widths.keySet());
        }
        widths.values().removeIf(width -> width <= room);
        return widths;
    }

    private static String frame(String name, String html, int room) {
        return "<iframe width=\"%d\" height=\"600\" title=\"%s\" srcdoc=\"%s\"></iframe>"
                .formatted(room, name, escaped(html));
    }

    /** The page as it is once all in it is loaded. */
    private String render(String page) {
        try {
            Path folder = Files.createTempDirectory("browser");
            Path file = Files.writeString(folder.resolve("page.html"), page);
            Process browser =
                    new ProcessBuilder(
                                    program.toString(),
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--user-data-dir=" + folder.resolve("profile"),
                                    "--dump-dom",
                                    file.toUri().toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new String(browser.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String html) {
        return html.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
