package khabar.language.sketch;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.dynatrace.hash4j.similarity.SuperMinHashVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import khabar.language.match.Tokens;

/**
 * Makes sketches of the shingles of a text: of the set of runs of so many consecutive words, by their
 * match keys. Words of fewer than {@value #FEWEST_LETTERS} letters are left out. What a half-space joins
 * is one word, so that a text without its half-spaces has the same shingles. SuperMinHash: Ertl, "SuperMinHash: a new minwise hashing algorithm" (2017). Immutable and safe for
 * many threads; equal words give equal sketches, on every machine.
 */
public final class Sketcher {
    private static final int BITS = 8;
    // The version is part of what is stored: another would make sketches that compare with none.
    private static final SimilarityHashPolicy POLICY =
            SimilarityHashing.superMinHash(Sketch.COMPONENTS, BITS, SuperMinHashVersion.V1);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int SHIFT = 29;
    /** Shorter words are mostly function words, which all texts of a language have in common. */
    private static final int FEWEST_LETTERS = 4;

    private final int words;
    private final int fewest;

    /**
     * A sketcher of shingles of so many words each.
     *
     * @param words words of a shingle, at least 1
     * @param fewest the fewest shingles of a text that is worth a sketch, at least 1
     */
    public Sketcher(int words, int fewest) {
        this.words = words;
        this.fewest = fewest;
    }

    /** The sketch of the given texts together; empty where they have too few words. */
    public Optional<Sketch> sketch(List<Tokens> texts) {
        long[] shingles = new long[texts.stream().mapToInt(Tokens::size).sum()];
        int size = 0;
        for (Tokens text : texts) {
            size = addShingles(text, shingles, size);
        }
        if (size < fewest) {
            return Optional.empty();
        }
        long[] found = Arrays.copyOf(shingles, size);
        return Optional.of(new Sketch(POLICY.createHasher().compute(ElementHashProvider.ofValues(found))));
    }

    private int addShingles(Tokens text, long[] shingles, int before) {
        long[] hashes = wordHashes(text);
        int size = before;
        for (int last = words - 1; last < hashes.length; last++) {
            long shingle = 0;
            for (int word = last - words + 1; word <= last; word++) {
                shingle = mix(shingle * MULTIPLIER + hashes[word]);
            }
            shingles[size++] = shingle;
        }
        return size;
    }

    /** Hashes of the words as they stand between spaces: what a half-space joins is one. */
    private static long[] wordHashes(Tokens text) {
        String key = text.text().key();
        long[] hashes = new long[text.size()];
        int size = 0;
        int token = 0;
        while (token < text.size()) {
            int start = text.start(token);
            int end = text.fullEnd(token++);
            while (token < text.size() && text.isJoined(token)) {
                end = text.fullEnd(token++);
            }
            if (end - start >= FEWEST_LETTERS) {
                hashes[size++] = hash(key, start, end);
            }
        }
        return Arrays.copyOf(hashes, size);
    }

    private static long hash(String key, int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = (hash + key.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> SHIFT;
        }
        return hash;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> SHIFT) * MULTIPLIER;
        return mixed ^ mixed >>> SHIFT;
    }
}
