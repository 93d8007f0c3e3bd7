package khabar.language.halfspace;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * Reads the word lists that are shipped: the compact one made from a dictionary, and the one that was
 * written by hand.
 */
final class LexiconFile {
    static final String COMPACT = "lexicon.bin";
    static final String BY_HAND = "spellings.txt";
    /** Letters are kept as their distance from here, which takes a byte. */
    static final char FIRST_LETTER = '\u0600';
    /** Stands for a half-space in the list by hand, because that one cannot be seen. */
    static final char BAR = '|';

    private LexiconFile() {}

    static Lexicon shipped() {
        try {
            Lexicon lexicon = compact();
            byHand(lexicon);
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lexicon compact() throws IOException {
        try (InputStream in = open(COMPACT);
                DataInputStream data = new DataInputStream(in)) {
            int words = data.readInt();
            byte[] bytes = new InflaterInputStream(in).readAllBytes();
            Lexicon lexicon = new Lexicon(words + words / 8);
            decode(bytes, words, lexicon);
            return lexicon;
        }
    }

    /** Each word: letters shared with the one before, letters of its own, flags in two bytes, half-spaces, their places. */
    private static void decode(byte[] bytes, int words, Lexicon lexicon) {
        long[] hashes = new long[256];
        hashes[0] = Lexicon.start();
        int at = 0;
        for (int w = 0; w < words; w++) {
            int length = bytes[at++];
            for (int end = length + bytes[at++]; length < end; length++) {
                hashes[length + 1] = Lexicon.step(hashes[length], (char) (FIRST_LETTER + (bytes[at++] & 0xff)));
            }
            int flags = (bytes[at++] & 0xff) << 8 | bytes[at++] & 0xff;
            int mask = 0;
            for (int n = bytes[at++]; n > 0; n--) {
                mask |= 1 << bytes[at++];
            }
            lexicon.add(hashes[length], mask, flags);
            if ((flags & Lexicon.SPACED) != 0) {
                int first = Integer.numberOfTrailingZeros(mask);
                lexicon.add(hashes[first], 0, Lexicon.SPACED_START);
                for (int n = first; n <= length; n++) {
                    lexicon.addSpacedStart(hashes[n]);
                }
            }
        }
    }

    private static void byHand(Lexicon lexicon) throws IOException {
        try (InputStream in = open(BY_HAND)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int flags = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    flags = flagsOf(line.trim());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (String word : line.trim().split(" +")) {
                        add(lexicon, word, flags);
                    }
                }
            }
        }
    }

    private static int flagsOf(String section) {
        return switch (section) {
            case "[keep]" -> Lexicon.KEEP | Lexicon.PLAIN;
            case "[heh-first]" -> Lexicon.HEH_FIRST | Lexicon.SILENT_HEH | Lexicon.PLAIN | Lexicon.NOMINAL;
            case "[silent-heh]" -> Lexicon.SILENT_HEH;
            case "[comparable]" -> Lexicon.COMPARABLE;
            case "[compounds]" -> Lexicon.NOMINAL;
            case "[spaced]" -> Lexicon.NOMINAL | Lexicon.SPACED;
            case "[spaced-only]" -> Lexicon.SPACED | Lexicon.KEEP | Lexicon.PLAIN;
            case "[bound]" -> Lexicon.BOUND;
            case "[tails]" -> Lexicon.TAIL;
            case "[listed]" -> Lexicon.LISTED;
            case "[after-given]" -> Lexicon.AFTER_GIVEN;
            case "[prefixes]" -> Lexicon.PREFIX;
            case "[spaced-surnames]" -> Lexicon.SURNAME;
            case "[numbers]" -> Lexicon.NUMBER;
            case "[counted]" -> Lexicon.COUNTED;
            case "[surnames]" -> Lexicon.AFTER_YEH;
            case "[heads]" -> Lexicon.HEAD;
            case "[function]" -> Lexicon.FUNCTION;
            case "[determiners]" -> Lexicon.DETERMINER;
            case "[either]" -> Lexicon.EITHER;
            case "[either-adjectives]" -> Lexicon.EITHER_ADJECTIVE;
            case "[words]" -> Lexicon.PLAIN | Lexicon.NOMINAL;
            default ->
                throw new IllegalStateException(
                        "spellings.section: " + section + " (expected: one of those in the shipped list)");
        };
    }

    private static void add(Lexicon lexicon, String word, int flags) {
        long hash = Lexicon.start();
        int mask = 0;
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == BAR) {
                mask |= 1 << letters;
                if ((flags & Lexicon.SPACED) != 0) {
                    lexicon.addSpacedStart(hash);
                    lexicon.add(hash, 0, Lexicon.SPACED_START);
                }
            } else {
                hash = Lexicon.step(hash, c);
                letters++;
                if ((flags & Lexicon.SPACED) != 0 && mask != 0) {
                    lexicon.addSpacedStart(hash);
                }
            }
        }
        boolean keep = (flags & Lexicon.KEEP) != 0;
        lexicon.add(hash, keep ? 0 : mask, flags);
        if (mask != 0 && !keep) {
            lexicon.remove(hash, Lexicon.PLAIN);
        }
    }

    private static InputStream open(String name) {
        InputStream in = LexiconFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("resource: " + name + " (expected: in the jar)");
        }
        return in;
    }
}
