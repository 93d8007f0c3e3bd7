package khabar.language.normalize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import khabar.language.script.Chars;
import org.jspecify.annotations.Nullable;

/**
 * What happens to each UTF-16 code unit on its way into one of the forms: a kind, the character that
 * takes its place and, for a few, the several characters that do. Filled once, then only read.
 */
final class CharTable {
    /** Stands for itself or for one other character. */
    static final byte PLAIN = 0;
    /** Invisible, or a mark that is not compared: leaves nothing behind. */
    static final byte DROP = 1;
    /** White space within a line. */
    static final byte SPACE = 2;
    /** The end of a line. */
    static final byte NEWLINE = 3;
    /** Becomes several characters. */
    static final byte EXPAND = 4;
    /** One half of a pair of surrogates. */
    static final byte SURROGATE = 5;
    /** The half-space and what was meant as one. */
    static final byte HALF_SPACE = 6;
    /** Lengthens a word, or is a dash. */
    static final byte LENGTHENER = 7;
    /** A mark that may merge with the letter before it. */
    static final byte MARK = 8;
    /** May begin a stretch that must not be touched. */
    static final byte GUARD = 9;
    /** The lone Hamza, which falls after Alef. */
    static final byte LONE_HAMZA = 10;

    /** Stands in {@link #plain} for what is more than a character for a character. */
    static final char SPECIAL = Character.MAX_VALUE;

    private static final int SIZE = Character.MAX_VALUE + 1;

    /** What plain characters and the space become, and {@link #SPECIAL} for all others; filled by {@link #seal}. */
    final char[] plain = new char[SIZE];

    /** What characters become in this form and in the match key, for a {@link Copier}; none in that of the key. */
    int[] pairs = new int[0];

    final byte[] kinds = new byte[SIZE];
    final char[] becomes = new char[SIZE];
    private final Map<Character, String> expansions = new HashMap<>();

    CharTable() {
        for (int c = 0; c < SIZE; c++) {
            becomes[c] = (char) c;
        }
        Arrays.fill(kinds, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, SURROGATE);
        for (char c = 0; c < ' '; c++) {
            kinds[c] = DROP;
        }
        kinds[Chars.DELETE] = DROP;
        for (char c = Chars.DELETE; c < '\u00a0'; c++) {
            kinds[c] = DROP;
        }
        set("\n\r\u000b\f\u0085\u2028\u2029", NEWLINE);
        set(
                "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
                SPACE);
        set("\u00ad\ufeff\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069", DROP);
        set("\u200b\u200c\u200d\u00ac", HALF_SPACE);
        kinds[Chars.KASHIDA] = LENGTHENER;
        for (char c = '\u0300'; c <= '\u06ff'; c++) {
            if (Character.getType(c) == Character.NON_SPACING_MARK && (c < '\u0370' || c >= '\u0600')) {
                kinds[c] = MARK;
            }
        }
    }

    void set(String characters, byte kind) {
        for (int i = 0; i < characters.length(); i++) {
            kinds[characters.charAt(i)] = kind;
        }
    }

    /** Gives a replacement: nothing, one character or several. */
    void replace(char c, String replacement) {
        if (replacement.isEmpty()) {
            kinds[c] = DROP;
        } else if (replacement.length() == 1) {
            becomes[c] = replacement.charAt(0);
            kinds[c] = kinds[becomes[c]] == SURROGATE ? PLAIN : kinds[becomes[c]];
        } else {
            kinds[c] = EXPAND;
            expansions.put(c, replacement);
        }
    }

    /** Notes what is plain, once everything is set. */
    CharTable seal() {
        for (int c = 0; c < SIZE; c++) {
            plain[c] = kinds[c] == PLAIN ? becomes[c] : SPECIAL;
        }
        plain[' '] = ' ';
        return this;
    }

    /** Lets the characters be looked at one by one, whatever becomes of them. */
    void lookAt(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            plain[characters.charAt(i)] = SPECIAL;
        }
    }

    /** Replaces the replacements, where they are replaced themselves. */
    void follow() {
        for (int c = 0; c < SIZE; c++) {
            char target = becomes[c];
            if (becomes[target] != target) {
                becomes[c] = becomes[target];
            }
            if (target != c && kinds[target] == EXPAND) {
                kinds[c] = EXPAND;
                expansions.put((char) c, expansions.getOrDefault(target, ""));
            }
        }
        expansions.replaceAll((c, text) -> follow(text));
    }

    private String follow(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(becomes[text.charAt(i)]);
        }
        return out.toString();
    }

    /** The several characters that the given one becomes, or null. */
    @Nullable
    String expansion(char c) {
        return kinds[c] == EXPAND ? expansions.get(c) : null;
    }
}
