package khabar.language.word;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;

/** Bits for a few of many words, by their numbers. Most words have none, which is told by one look. Immutable. */
public final class WordBits {
    private final int[] words;
    private final int[] bits;
    /** A bit for each of the words, of which some share one. */
    private final long[] maybe;

    /** The bits of the words with the given numbers, which are not negative. */
    public WordBits(Map<Integer, Integer> bitsOf) {
        Map<Integer, Integer> ascending = new TreeMap<>(bitsOf);
        words = ascending.keySet().stream().mapToInt(Integer::intValue).toArray();
        bits = ascending.values().stream().mapToInt(Integer::intValue).toArray();
        maybe = maybe(words);
    }

    /** Reads what {@link #write} has written. */
    public WordBits(ArrayReader in) {
        words = in.ints();
        bits = in.ints();
        maybe = maybe(words);
    }

    /** Writes words and bits. */
    public void write(ArrayWriter out) {
        out.ints(words).ints(bits);
    }

    private static long[] maybe(int[] words) {
        long[] maybe = new long[Long.SIZE];
        for (int word : words) {
            maybe[word >>> 6 & Long.SIZE - 1] |= 1L << word;
        }
        return maybe;
    }

    /** The bits of the word with the given number, which may be none; 0 if there are none. */
    public int of(int word) {
        if (word < 0 || (maybe[word >>> 6 & Long.SIZE - 1] & 1L << word) == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(words, word);
        return at < 0 ? 0 : bits[at];
    }
}
