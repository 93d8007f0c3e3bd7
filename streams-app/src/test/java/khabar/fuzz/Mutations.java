package khabar.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes samples by chance: bytes, pieces, and words that mean something to a reader. Equal seeds change alike. */
final class Mutations {
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST = 4096;
    private static final List<byte[]> WORDS = words(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ";",
            "\n",
            "\r\n",
            "\0",
            "<",
            ">",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE a [",
            "&#x0;",
            "&amp;",
            "| ",
            "# ",
            "[15000000]",
            "drop | ",
            "mask | ",
            "-1",
            "99999999999999999999",
            "1e999",
            "NaN",
            "null",
            "0000-00-00",
            "+999999999-12-31T23:59:59Z",
            "-292275055-05-16T16:47:04Z",
            "\u200c",
            "\u0640",
            "\ud83d\ude00",
            "\u06f1\u06f3\u06f9\u06f5",
            "\u202e",
            "\ufeff",
            "a".repeat(300),
            "[".repeat(60),
            "<a>".repeat(40),
            "- &a *a\n",
            "!!java.net.URL",
            "Q794",
            "PT1H");

    private final List<byte[]> samples;
    private final Random random;

    Mutations(List<byte[]> samples, long seed) {
        this.samples = samples;
        this.random = new Random(seed);
    }

    /** The next one. */
    byte[] next() {
        byte[] bytes = any();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            bytes = change(bytes);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] any() {
        return samples.get(random.nextInt(samples.size()));
    }

    private byte[] change(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(16));
        return switch (random.nextInt(8)) {
            case 0 -> replaced(bytes, at, to, new byte[0]);
            case 1 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 2 -> replaced(bytes, at, to, piece(any()));
            case 3 -> replaced(bytes, at, at, WORDS.get(random.nextInt(WORDS.size())));
            case 4 -> replaced(bytes, at, to, WORDS.get(random.nextInt(WORDS.size())));
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> flipped(bytes, at);
            default -> replaced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
        };
    }

    private byte[] piece(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(64)));
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        if (at < changed.length) {
            changed[at] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
        out.write(bytes, 0, from);
        out.writeBytes(by);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static List<byte[]> words(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }
}
