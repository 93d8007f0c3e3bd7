package khabar.feed.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.function.Function;
import khabar.feed.record.Bytes;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.RejectReason;

/** Decodes records strictly: what is not UTF-8 is refused, never replaced. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Reads the text of the bytes, or refuses them with the place of the first that is wrong. */
    static Reading read(Bytes bytes, Function<String, Reading> readText) {
        String text = new String(bytes.array(), UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            int wrong = firstMalformed(bytes.array());
            if (wrong >= 0) {
                return refusal(bytes.array()[wrong] & 0xFF, wrong);
            }
        }
        return readText.apply(text);
    }

    private static Refusal refusal(int unit, int at) {
        return new Refusal(
                RejectReason.WRONG_ENCODING,
                String.format(Locale.ROOT, "byte %d of the record: 0x%02X (expected: UTF-8)", at, unit));
    }

    private static int firstMalformed(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? input.position() : -1;
    }
}
