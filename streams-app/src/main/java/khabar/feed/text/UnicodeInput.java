package khabar.feed.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;

/** Takes a byte order mark away and turns UTF-16 into UTF-8, so that readers meet UTF-8 only. */
public final class UnicodeInput {
    private static final int MARK = 3;

    private UnicodeInput() {}

    /** The same text in UTF-8 without a byte order mark. Without a mark the bytes pass as they are. */
    public static InputStream utf8(InputStream input) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(input, MARK);
        byte[] head = pushback.readNBytes(MARK);
        int known = lengthOfMark(head);
        pushback.unread(head, known, head.length - known);
        if (known != 2) {
            return pushback;
        }
        Charset charset = (head[0] & 0xFF) == 0xFE ? UTF_16BE : UTF_16LE;
        return new Utf16ToUtf8(pushback, charset);
    }

    private static int lengthOfMark(byte[] head) {
        int first = unit(head, 0);
        int second = unit(head, 1);
        if (first == 0xEF && second == 0xBB && unit(head, 2) == 0xBF) {
            return 3;
        }
        return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE ? 2 : 0;
    }

    private static int unit(byte[] head, int at) {
        return at < head.length ? head[at] & 0xFF : -1;
    }
}
