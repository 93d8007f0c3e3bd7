package khabar.language.segment;

import java.util.Arrays;

/** The tokens of a text as ranges of it. */
final class TokenList {
    private static final TokenKind[] KINDS = TokenKind.values();

    private final String text;
    private int[] ranges = new int[128];
    private byte[] kinds = new byte[64];
    private int size;

    TokenList(String text) {
        this.text = text;
    }

    void add(int start, int end, TokenKind kind) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            ranges = Arrays.copyOf(ranges, size * 4);
        }
        ranges[2 * size] = start;
        ranges[2 * size + 1] = end;
        kinds[size++] = (byte) kind.ordinal();
    }

    int size() {
        return size;
    }

    int start(int token) {
        return ranges[2 * token];
    }

    int end(int token) {
        return ranges[2 * token + 1];
    }

    int length(int token) {
        return end(token) - start(token);
    }

    TokenKind kind(int token) {
        return KINDS[kinds[token]];
    }

    boolean is(int token, TokenKind kind) {
        return token >= 0 && token < size && kind(token) == kind;
    }

    String form(int token) {
        return text.substring(start(token), end(token));
    }

    /** The first character of the token, or NUL where there is none. */
    char first(int token) {
        return token >= 0 && token < size ? text.charAt(start(token)) : 0;
    }

    /** Whether nothing stands between the token and the one before it. */
    boolean touches(int token) {
        return token > 0 && token < size && start(token) == end(token - 1);
    }

    /** Whether the text or its line ends after the token. */
    boolean endsLine(int token) {
        return token + 1 >= size || text.substring(end(token), start(token + 1)).indexOf('\n') >= 0;
    }
}
