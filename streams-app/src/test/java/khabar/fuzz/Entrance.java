package khabar.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import khabar.feed.Corpora;
import khabar.feed.article.FieldMap;
import khabar.feed.format.CsvRecords;
import khabar.feed.format.JsonElements;
import khabar.feed.format.JsonLines;
import khabar.feed.format.SeedText;
import khabar.feed.format.XmlFeed;
import khabar.topology.ArticleDoor;

/** Every door, and what a sensible input for it looks like. */
enum Entrance {
    JSONL(() -> ReaderDoor.of(new JsonLines()), Samples.LINE + "\n" + Samples.OTHER_LINE + "\n"),
    JSON(() -> ReaderDoor.of(new JsonElements()), "[" + Samples.LINE + ",\n" + Samples.OTHER_LINE + "]", Samples.LINE),
    CSV(
            () -> ReaderDoor.of(new CsvRecords(FieldMap.standard()::hasText)),
            Samples.TABLE,
            Samples.TABLE.replace(',', ';').replace("\n", "\r\n"),
            Samples.TABLE.replace(',', '\t')),
    FEED(() -> ReaderDoor.of(new XmlFeed()), Samples.RSS, Samples.ATOM),
    SEED(() -> ReaderDoor.of(new SeedText()), Samples.SEED_TEXT),
    ARCHIVE(
            ReaderDoor::ofAnything,
            () -> List.of(
                    Corpora.gzip(Samples.LINE.getBytes(UTF_8)),
                    Corpora.zip("a.jsonl", Samples.LINE, "b/c.txt", Samples.SEED_TEXT),
                    Corpora.tar("a.json", "[" + Samples.LINE + "]", "b.rss", Samples.RSS),
                    Corpora.gzip(Corpora.tar("a.csv", Samples.TABLE, "b.atom", Samples.ATOM)),
                    Samples.RSS.getBytes(UTF_8),
                    Samples.LINE.getBytes(UTF_8))),
    ARTICLE(ArticleDoor::new, ArticleDoor::samples),
    RULE(RuleDoors::record, RuleDoors::records),
    NAMES(RuleDoors::names, Samples.NAMES),
    SUBJECTS(RuleDoors::subjects, Samples.SUBJECTS),
    ALERT(RuleDoors::alert, Samples.ALERT, Samples.THRESHOLD);

    private final Supplier<Door> door;
    private final Making samples;

    Entrance(Supplier<Door> door, String... samples) {
        this(
                door,
                () -> List.of(samples).stream()
                        .map(text -> text.getBytes(UTF_8))
                        .toList());
    }

    Entrance(Supplier<Door> door, Making samples) {
        this.door = door;
        this.samples = samples;
    }

    /** Makes samples. */
    private interface Making {
        List<byte[]> all() throws IOException;
    }

    /** Those to be tried: all, or those that {@code -Dfuzz.entrances=JSONL,CSV} names. */
    static Stream<Entrance> chosen() {
        String names = System.getProperty("fuzz.entrances", "");
        return names.isEmpty()
                ? Stream.of(values())
                : Stream.of(names.split(",")).map(Entrance::valueOf);
    }

    Door open() {
        return door.get();
    }

    List<byte[]> samples() {
        try {
            return samples.all();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
