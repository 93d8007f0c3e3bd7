package khabar.language.word;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Bits for a few of many words, by their numbers. Most words have none, which is told by one look. Immutable. */
public final class WordBits {
    private final int[] words;
    private final int[] bits;
    /** A bit for each of the words, of which some share one. */
    private final long[] maybe = new long[Long.SIZE];

    /** The bits of the words with the given numbers, which are not negative. */
    public WordBits(Map<Integer, Integer> bitsOf) {
        Map<Integer, Integer> ascending = new TreeMap<>(bitsOf);
        words = ascending.keySet().stream().mapToInt(Integer::intValue).toArray();
        bits = ascending.values().stream().mapToInt(Integer::intValue).toArray();
        for (int word : words) {
            maybe[word >>> 6 & Long.SIZE - 1] |= 1L << word;
        }
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
