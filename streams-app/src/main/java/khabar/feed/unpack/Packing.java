package khabar.feed.unpack;

import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** How a stream is packed, told by its first bytes. */
enum Packing {
    NONE,
    GZIP,
    ZIP,
    TAR,
    /** Compressed in a way that is not read. */
    OTHER;

    private static final int TAR_HEADER = 512;

    static Packing of(byte[] head, String label) {
        if (starts(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (isTar(head) || label.toLowerCase(Locale.ROOT).endsWith(".tar") && head.length >= TAR_HEADER) {
            return TAR;
        }
        boolean other = starts(head, 0x28, 0xB5, 0x2F, 0xFD)
                || starts(head, 'B', 'Z', 'h')
                || starts(head, 0xFD, '7', 'z', 'X', 'Z')
                || starts(head, '7', 'z', 0xBC, 0xAF)
                || starts(head, 'R', 'a', 'r', '!');
        return other ? OTHER : NONE;
    }

    private static boolean isTar(byte[] head) {
        return head.length >= TAR_HEADER && TarArchiveInputStream.matches(head, TAR_HEADER);
    }

    private static boolean starts(byte[] head, int... units) {
        if (head.length < units.length) {
            return false;
        }
        for (int at = 0; at < units.length; at++) {
            if ((head[at] & 0xFF) != units[at]) {
                return false;
            }
        }
        return true;
    }
}
