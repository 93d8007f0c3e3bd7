package khabar.feed.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import khabar.feed.format.CsvRecords;
import khabar.feed.format.JsonElements;
import khabar.feed.format.JsonLines;
import khabar.feed.format.RecordReader;
import khabar.feed.format.SeedText;
import khabar.feed.format.XmlFeed;
import khabar.feed.text.UnicodeInput;

/** Tells the format of a stream: by its content where that is plain, else by the extension of its name. */
public final class FormatDetector implements Formats {
    private static final Pattern FEED = Pattern.compile("<(?:rss|feed|(?:\\w+:)?RDF|(?:\\w+:)feed)[\\s>]");
    private static final Pattern OBJECT_ON_A_LINE = Pattern.compile("\\A\\{[^\\n]*\\}\\s*(?:\\n|\\z)|\\n\\{\\s*\"");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t|]");

    private final Predicate<List<String>> usableColumns;

    /** Takes a file for CSV only where its line of column names has any that an article can be made of. */
    public FormatDetector(Predicate<List<String>> usableColumns) {
        this.usableColumns = usableColumns;
    }

    @Override
    public Optional<RecordReader> readerFor(String label, byte[] head) throws IOException {
        String text =
                new String(UnicodeInput.utf8(new ByteArrayInputStream(head)).readAllBytes(), UTF_8);
        String content = text.stripLeading();
        String extension = extensionOf(label);
        if (content.startsWith("<") && FEED.matcher(content).find()) {
            return Optional.of(new XmlFeed());
        }
        if (content.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Optional<RecordReader> json = json(content, extension);
        if (json.isPresent()) {
            return json;
        }
        return switch (extension) {
            case "csv", "tsv" -> Optional.of(new CsvRecords(usableColumns));
            case "txt" -> Optional.of(new SeedText());
            case "xml", "rss", "atom", "rdf" -> Optional.of(new XmlFeed());
            default -> byContent(content);
        };
    }

    private static Optional<RecordReader> json(String content, String extension) {
        boolean object = content.startsWith("{");
        boolean named = extension.equals("jsonl") || extension.equals("ndjson");
        if (content.startsWith("[") && (named || extension.equals("json") || content.matches("(?s)\\[\\s*[{\\]].*"))) {
            return Optional.of(new JsonElements());
        }
        if (named || object && OBJECT_ON_A_LINE.matcher(content).find()) {
            return Optional.of(new JsonLines());
        }
        return extension.equals("json") || object ? Optional.of(new JsonElements()) : Optional.empty();
    }

    private Optional<RecordReader> byContent(String content) {
        if (content.startsWith("## ")) {
            return Optional.of(new SeedText());
        }
        String firstLine = content.lines().findFirst().orElse("");
        List<String> names = SEPARATOR
                .splitAsStream(firstLine)
                .map(name -> name.replace("\"", "").strip())
                .toList();
        return names.size() > 1 && usableColumns.test(names)
                ? Optional.of(new CsvRecords(usableColumns))
                : Optional.empty();
    }

    private static String extensionOf(String label) {
        int dot = label.lastIndexOf('.');
        return dot < 0 ? "" : label.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
