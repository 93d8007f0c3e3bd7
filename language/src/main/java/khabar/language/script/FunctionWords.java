package khabar.language.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small words of each language, found by their characters without making a string of them. */
final class FunctionWords {
    private static final String RESOURCE = "function-words.txt";

    static final long HASH_START = 0xcbf29ce484222325L;

    /** Languages in the order of their bits. */
    private final List<String> languages = new ArrayList<>();

    private final long[] hashes;
    private final int[] languageBits;

    FunctionWords() {
        Map<Long, Integer> bits = new HashMap<>();
        for (String line : lines()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                int bit = 1 << languages.size();
                int colon = line.indexOf(':');
                languages.add(line.substring(0, colon));
                for (String word : line.substring(colon + 1).trim().split(" ")) {
                    bits.merge(hash(word.toCharArray(), word.length()), bit, (a, b) -> a | b);
                }
            }
        }
        int size = Integer.highestOneBit(bits.size()) * 4;
        hashes = new long[size];
        languageBits = new int[size];
        bits.forEach(this::put);
    }

    /** Languages by bit number. */
    List<String> languages() {
        return languages;
    }

    /** Adds what the word with the given hash says for the languages that it belongs to. */
    void add(long hash, int[] scores) {
        int bits = languagesOf(hash);
        for (int l = 0; bits != 0; l++, bits >>>= 1) {
            scores[l] += (bits & 1) * Cues.WORD;
        }
    }

    /** The languages that the word with the given hash belongs to, one bit each. */
    private int languagesOf(long hash) {
        for (int slot = slot(hash); hashes[slot] != 0; slot = (slot + 1) & (hashes.length - 1)) {
            if (hashes[slot] == hash) {
                return languageBits[slot];
            }
        }
        return 0;
    }

    private void put(long hash, int bits) {
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = hash;
        languageBits[slot] = bits;
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & (hashes.length - 1);
    }

    /** FNV-1a over UTF-16 code units, 64 bits. */
    static long hash(char[] word, int length) {
        long hash = HASH_START;
        for (int i = 0; i < length; i++) {
            hash = step(hash, word[i]);
        }
        return hash;
    }

    /** The hash of a word with one more letter; that of no letters is {@link #HASH_START}. */
    static long step(long hash, char letter) {
        return (hash ^ letter) * 0x100000001b3L;
    }

    private static List<String> lines() {
        try (InputStream in = FunctionWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource: " + RESOURCE + " (expected: in the jar)");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
