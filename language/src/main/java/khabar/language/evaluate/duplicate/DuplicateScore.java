package khabar.language.evaluate.duplicate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import khabar.language.Document;
import khabar.language.evaluate.Confusion;
import khabar.language.evaluate.Tally;
import khabar.language.match.Tokens;
import khabar.language.sketch.Likeness;
import khabar.language.sketch.Sketch;
import khabar.language.sketch.Sketcher;

/**
 * Counts how many edited copies of articles are recognised as copies of their own article, and how many
 * articles of a file resemble others as they are. Not safe for many threads.
 */
public final class DuplicateScore {
    private static final Tally RIGHT = new Tally(1, 0, 0);
    private static final Tally WRONG = new Tally(0, 1, 0);
    private static final Tally MISSED = new Tally(0, 0, 1);
    private static final int BEGINNING = 80;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Sketcher sketcher;
    private final Likeness likeness;
    private final Function<Document, List<Tokens>> words;
    private final List<Document> articles = new ArrayList<>();
    private final List<Optional<Sketch>> sketches = new ArrayList<>();
    private final Map<ByteBuffer, List<Integer>> byBand = new HashMap<>();
    private final Map<String, Tally> byEdit = new LinkedHashMap<>();
    private final List<Confusion> alike = new ArrayList<>();
    private long sketchNanos;
    private long repeated;

    /** A score of the given sketches and measure of likeness; the function says what the words of an article are. */
    public DuplicateScore(Sketcher sketcher, Likeness likeness, Function<Document, List<Tokens>> words) {
        this.sketcher = sketcher;
        this.likeness = likeness;
        this.words = words;
    }

    /** Adds an article. */
    public void add(Document article) {
        articles.add(article);
    }

    /** Makes copies of all articles and looks for their originals, and for articles that repeat each other. */
    public void decide() {
        for (Document article : articles) {
            index(sketch(article));
        }
        for (int i = 0; i < articles.size(); i++) {
            if (sketches.get(i).isPresent()) {
                compareWithEarlier(i);
                Document neighbour = articles.get((i + 1) % articles.size());
                int original = i;
                EditedCopies.of(articles.get(i), neighbour).forEach((edit, copy) -> judge(original, edit, copy));
            }
        }
    }

    private Optional<Sketch> sketch(Document article) {
        List<Tokens> tokens = words.apply(article);
        long start = System.nanoTime();
        Optional<Sketch> sketch = sketcher.sketch(tokens);
        sketchNanos += System.nanoTime() - start;
        return sketch;
    }

    private void index(Optional<Sketch> sketch) {
        int number = sketches.size();
        sketches.add(sketch);
        sketch.ifPresent(present -> {
            for (int band = 0; band < likeness.bands(); band++) {
                byBand.computeIfAbsent(key(present, band), key -> new ArrayList<>())
                        .add(number);
            }
        });
    }

    private ByteBuffer key(Sketch sketch, int band) {
        byte[] rows = sketch.band(band, likeness.rows());
        return ByteBuffer.allocate(1 + rows.length).put((byte) band).put(rows).flip();
    }

    private TreeSet<Integer> alike(Sketch sketch) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int band = 0; band < likeness.bands(); band++) {
            for (int other : byBand.getOrDefault(key(sketch, band), List.of())) {
                if (similarity(sketch, other) >= likeness.similarity()) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    private double similarity(Sketch sketch, int other) {
        return sketches.get(other).map(sketch::similarity).orElse(0.0);
    }

    private void compareWithEarlier(int number) {
        Sketch sketch = sketches.get(number).orElseThrow();
        Integer earliest = alike(sketch).first();
        if (earliest < number) {
            repeated++;
            alike.add(new Confusion(
                    beginning(earliest), beginning(number), 1, "%.2f".formatted(similarity(sketch, earliest))));
        }
    }

    private String beginning(int number) {
        String text = String.join(" ", articles.get(number).texts()).strip().replace('\n', ' ');
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(BEGINNING, text.codePointCount(0, text.length()))));
    }

    private void judge(int original, String edit, Document copy) {
        Optional<Sketch> sketch = sketch(copy);
        TreeSet<Integer> found = sketch.map(this::alike).orElseGet(TreeSet::new);
        byEdit.merge(edit, found.contains(original) ? RIGHT : MISSED, Tally::plus);
        // What the original itself resembles is no mistake of the copy.
        found.removeAll(alike(sketches.get(original).orElseThrow()));
        if (!found.isEmpty()) {
            byEdit.merge(edit, WRONG, Tally::plus);
        }
    }

    /** The number of articles. */
    public long articles() {
        return articles.size();
    }

    /** The number of articles with enough words for a sketch. */
    public long sketched() {
        return sketches.stream().filter(Optional::isPresent).count();
    }

    /** The number of articles that resemble an earlier one, as they are. */
    public long repeated() {
        return repeated;
    }

    /** Copies that were recognised as of their own article, not recognised, or taken for copies of another, by edit. */
    public Map<String, Tally> byEdit() {
        return new LinkedHashMap<>(byEdit);
    }

    /** Articles that resemble an earlier one: the earlier, the later and their similarity. */
    public List<Confusion> alike(int limit) {
        return alike.stream().limit(limit).toList();
    }

    /** Articles and copies that were sketched in a second, once their words were known. */
    public double sketchesPerSecond() {
        long made = sketches.size()
                + byEdit.values().stream().mapToLong(Tally::expected).sum();
        return sketchNanos == 0 ? 0 : made * NANOS_PER_SECOND / sketchNanos;
    }
}
