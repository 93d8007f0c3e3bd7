package khabar.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a reply says, in the forms in which it may be sent. A form is made when somebody first wants it, and
 * kept for as long as the body is. For many threads.
 */
public final class Body {
    private static final int LEAST_ZIPPED = 1024;
    private static final int TAG_BYTES = 12;

    private final byte[] bytes;
    private volatile @Nullable Form plain;
    private volatile @Nullable Form zipped;

    /** A body of bytes, which must not be changed any more. */
    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Its length in bytes, as it is. */
    public int length() {
        return bytes.length;
    }

    /** As it is. */
    Form plain() {
        Form known = plain;
        if (known == null) {
            known = new Form(bytes, tag(bytes));
            plain = known;
        }
        return known;
    }

    /** Zipped; as it is where that would not make it smaller. */
    Form zipped() {
        Form known = zipped;
        if (known == null) {
            Form whole = plain();
            byte[] less = bytes.length < LEAST_ZIPPED ? bytes : zip(bytes);
            known = less.length < bytes.length ? new Form(less, whole.tag().replaceFirst("\"$", "-gzip\"")) : whole;
            zipped = known;
        }
        return known;
    }

    /** Whether the form is this body zipped. */
    boolean isZipped(Form form) {
        return form.bytes() != bytes;
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256: missing (expected: in every JDK)", impossible);
        }
    }

    /**
     * A body as it is sent.
     *
     * @param bytes what is sent
     * @param tag tells it from any other form of any other body, as {@code ETag} has it
     */
    @SuppressWarnings("ArrayRecordComponent") // is written, never compared
    record Form(byte[] bytes, String tag) {
        /** Whether one of the tags of {@code If-None-Match} is that of this form. */
        boolean isAmong(List<String> ifNoneMatch) {
            return ifNoneMatch.stream()
                    .map(String::strip)
                    .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
        }
    }
}
