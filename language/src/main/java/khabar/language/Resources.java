package khabar.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import khabar.language.rule.RuleFile;
import org.jspecify.annotations.Nullable;

/** Reads the rule files that are shipped with the core, and makes one version of all their bytes. */
final class Resources {
    private static final int VERSION_LENGTH = 12;

    private final MessageDigest digest;

    Resources() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The lines of the named file. */
    List<String> lines(String name) {
        byte[] bytes = bytes(name);
        if (bytes == null) {
            throw new IllegalStateException("resource: " + name + " is missing (expected: beside the classes)");
        }
        digest.update(bytes);
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** The bytes of the named file, which are no part of the version; null where there is none. */
    static byte @Nullable [] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files that the named index lists, one a line, in its order. */
    List<RuleFile> listed(String folder, String index) {
        List<RuleFile> files = new ArrayList<>();
        for (String line : lines(folder + index)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                files.add(new RuleFile(line.strip(), lines(folder + line.strip())));
            }
        }
        return files;
    }

    /** Makes something that did not come from a file part of the version. */
    void note(String kind, List<String> lines) {
        note(kind);
        lines.forEach(this::note);
    }

    private void note(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** Identifies everything that was read, in its order. */
    String version() {
        try {
            MessageDigest copy = (MessageDigest) digest.clone();
            return HexFormat.of().formatHex(copy.digest()).substring(0, VERSION_LENGTH);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the JDK can be cloned", e);
        }
    }
}
