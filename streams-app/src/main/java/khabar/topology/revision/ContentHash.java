package khabar.topology.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import khabar.schemas.Article;
import org.jspecify.annotations.Nullable;

/**
 * Tells revisions of different content apart. Attributes do not belong to the content: the same
 * article read from another file is the same article.
 */
final class ContentHash {
    private static final int BYTES = 16;
    private static final int ABSENT = -1;

    private ContentHash() {}

    /** The first 16 bytes of the SHA-256 of everything that the source says. */
    static ByteBuffer of(Article article) {
        MessageDigest digest = sha256();
        add(digest, article.getPublishedAt());
        add(digest, article.getPubStatus().name());
        add(digest, article.getHeadline());
        add(digest, article.getLead());
        add(digest, article.getBody());
        add(digest, article.getLanguage());
        add(digest, article.getSource());
        add(digest, article.getUrl());
        return ByteBuffer.wrap(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static void add(MessageDigest digest, Instant time) {
        digest.update(
                ByteBuffer.allocate(Long.BYTES).putLong(time.toEpochMilli()).flip());
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        // The length comes first, so that text cannot move from one field to the next unseen.
        byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        int length = text == null ? ABSENT : bytes.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
