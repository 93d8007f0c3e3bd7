package khabar.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What tells one body from another, for those who have the one and ask whether it is still the same. */
final class EntityTag {
    private static final int BYTES = 12;

    private EntityTag() {}

    /** The tag of a body, as {@code ETag} has it. */
    static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256: missing (expected: in every JDK)", impossible);
        }
    }

    /** Whether one of the tags of {@code If-None-Match} is the given one. */
    static boolean isAmong(String tag, List<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
