package khabar.audit.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import khabar.language.match.Tokens;
import khabar.language.sketch.Sketch;

/**
 * Finds out which articles repeat another: those for which there is an earlier one, by event time and
 * then by the bytes of the uri, within the window and alike. Of all such the earliest is the original.
 * All articles are known first, so that it is a look at each pair that shares a band.
 */
public final class DuplicateRecount {
    private static final Comparator<Sketched> ORDER = Comparator.comparing(Sketched::publishedAt)
            .thenComparing(one -> one.uri().getBytes(UTF_8), Arrays::compareUnsigned);

    private final DuplicateRules rules;
    private final List<Sketched> articles = new ArrayList<>();

    private record Sketched(String position, String uri, Instant publishedAt, Sketch sketch) {}

    /**
     * The original of an article.
     *
     * @param uri uri of the article that it repeats
     * @param similarity how much of the two texts is shared
     */
    public record Repeated(String uri, double similarity) {}

    /** A recount by the given rules. */
    public DuplicateRecount(DuplicateRules rules) {
        this.rules = rules;
    }

    /** Takes in an article by its position in the feed, with the words of its texts. */
    public void add(String position, String uri, Instant publishedAt, List<Tokens> words) {
        rules.sketcher()
                .sketch(words)
                .ifPresent(sketch -> articles.add(new Sketched(position, uri, publishedAt, sketch)));
    }

    /** The originals of all articles that repeat another, by position. */
    public Map<String, Repeated> originals() {
        articles.sort(ORDER);
        Map<ByteBuffer, List<Integer>> byBand = new HashMap<>();
        Map<String, Repeated> originals = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            Sketched article = articles.get(i);
            TreeSet<Integer> earlier = new TreeSet<>();
            for (int band = 0; band < rules.likeness().bands(); band++) {
                List<Integer> sharing = byBand.computeIfAbsent(key(article, band), key -> new ArrayList<>());
                earlier.addAll(sharing);
                sharing.add(i);
            }
            earlier.stream()
                    .map(articles::get)
                    .filter(other -> isRepeated(other, article))
                    .findFirst()
                    .ifPresent(other -> originals.put(
                            article.position, new Repeated(other.uri, article.sketch.similarity(other.sketch))));
        }
        return originals;
    }

    private boolean isRepeated(Sketched earlier, Sketched article) {
        return !earlier.uri.equals(article.uri)
                && !earlier.publishedAt.isBefore(article.publishedAt.minus(rules.window()))
                && rules.likeness().alike(earlier.sketch, article.sketch);
    }

    private ByteBuffer key(Sketched article, int band) {
        byte[] rows = article.sketch.band(band, rules.likeness().rows());
        return ByteBuffer.allocate(Integer.BYTES + rows.length)
                .putInt(band)
                .put(rows)
                .flip();
    }
}
