package khabar.feed.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, made harmless for a parser that holds each run of text in memory: of a
 * run that is longer than a record may be only the first part passes, which is enough to refuse the record.
 */
final class XmlText extends FilterReader {
    /** Stands for bytes that could not be decoded: no text uses this noncharacter. */
    static final char UNDECODABLE = '\uFDD0';

    private static final int PROLOG = 256;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final String CDATA = "<![CDATA[";

    private final long longestRun;
    private long run;
    private int cdataSeen;
    private boolean inCdata;
    private int endSeen;

    private XmlText(Reader in, long longestRun) {
        super(in);
        this.longestRun = longestRun;
    }

    /** Decodes as the prolog says, UTF-8 where it says nothing. A byte order mark is taken away before. */
    static Reader reader(InputStream input, int recordMaxBytes) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(input, PROLOG);
        byte[] head = pushback.readNBytes(PROLOG);
        pushback.unread(head);
        Charset charset = declared(new String(head, StandardCharsets.ISO_8859_1));
        Reader decoded = new InputStreamReader(
                pushback,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNDECODABLE)));
        return new XmlText(decoded, recordMaxBytes + 1L);
    }

    private static Charset declared(String head) {
        Matcher encoding = ENCODING.matcher(head);
        if (encoding.find()) {
            try {
                Charset charset = Charset.forName(encoding.group(1));
                // UTF-16 has been turned into UTF-8 already, or the prolog could not be read.
                return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int kept = 0;
        while (kept == 0 && length > 0) {
            int count = in.read(target, offset, length);
            if (count < 0) {
                return -1;
            }
            for (int at = offset; at < offset + count; at++) {
                if (passes(target[at])) {
                    target[offset + kept++] = target[at];
                }
            }
        }
        return kept;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** Does nothing: the parser would close the archive around an entry. */
    @Override
    public void close() {}

    private boolean passes(char unit) {
        run++;
        if (inCdata) {
            boolean wasEnding = endSeen == 2;
            endSeen = unit == ']' ? Math.min(endSeen + 1, 2) : wasEnding && unit == '>' ? 3 : 0;
            if (endSeen == 3) {
                inCdata = false;
                run = 0;
                endSeen = 0;
                return true;
            }
            return run <= longestRun || unit == ']' || unit == '\n';
        }
        cdataSeen = unit == CDATA.charAt(cdataSeen) ? cdataSeen + 1 : unit == '<' ? 1 : 0;
        if (cdataSeen == CDATA.length()) {
            inCdata = true;
            cdataSeen = 0;
            run = 0;
        } else if (unit == '<' || unit == '>') {
            run = 0;
        }
        return run <= longestRun || unit == '\n';
    }
}
