package khabar.language.normalize;

import java.text.Normalizer;
import java.util.Arrays;
import khabar.language.script.Chars;
import org.jspecify.annotations.Nullable;

/** Writes the cleaned text: right letters, right spaces, no invisible litter; words are left alone. */
final class Cleaner {
    private final char[] source;
    private final int length;
    private final CharTable table;
    private final byte[] kinds;
    private final char[] becomes;
    private final boolean singleLetters;
    private final boolean dropKashida;
    private final Tape tape;
    private int[] guarded = new int[0];
    private int firstSign = Integer.MAX_VALUE;
    /** What was asked last of {@link #nextVisible}, and its answer, which holds for all between: runs may be long. */
    private int askedFrom;

    private int visible = -1;
    /** Length of the text when its last letter had been written too often. */
    private int singleAt = -1;

    Cleaner(Workspace workspace, Profile profile, boolean persian) {
        this.source = workspace.source();
        this.length = workspace.length();
        this.table = DisplayFolding.tableFor(persian, profile);
        this.kinds = table.kinds;
        this.becomes = table.becomes;
        this.singleLetters = persian && profile.has(Rule.REPEATED_LETTERS);
        this.dropKashida = profile.has(Rule.KASHIDA);
        this.tape = workspace.newCleaned();
    }

    /** The cleaned text, with offsets into the source. */
    Tape clean() {
        int i = 0;
        while (i < length) {
            i = isSettling() ? i : tape.copyPlain(source, i, length, table);
            if (i < length) {
                i = take(i);
            }
        }
        finish();
        return tape;
    }

    /** Takes the character at the offset, perhaps with some after it; returns the offset of the next. */
    int take(int at) {
        char c = source[at];
        if (kinds[c] != CharTable.PLAIN) {
            return special(c, at);
        }
        plain(becomes[c], at);
        return at + 1;
    }

    /** Whether what was written too often is being settled, letter by letter. */
    boolean isSettling() {
        return tape.length() == singleAt;
    }

    /** Nothing follows. */
    void finish() {
        if (tape.last() == ' ') {
            tape.dropLast();
        }
    }

    /** What is written, the cleaned text, with offsets into the source. */
    Tape tape() {
        return tape;
    }

    /** For each character what it becomes in both forms, as {@link Copier#pairs} has it. */
    int[] pairs() {
        return table.pairs;
    }

    private void noteSign(char c) {
        if (firstSign > tape.length() && Signs.mayChange(c)) {
            firstSign = tape.length();
        }
    }

    /** The offset in the cleaned text before which there is no sign that may be changed. */
    int firstSign() {
        return firstSign;
    }

    /** Pairs of offsets in the cleaned text, between which nothing may be changed. */
    int[] guarded() {
        return guarded;
    }

    private void plain(char c, int at) {
        noteSign(c);
        if (singleLetters && c == tape.last() && Chars.isArabicLetter(c)) {
            again(c, at, at + 1);
        } else {
            tape.copy(c, at);
        }
    }

    /** The second letter of a kind in a row stays; the third takes the second with it, as does any other. */
    private void again(char c, int start, int end) {
        int written = tape.length();
        if (written == singleAt) {
            return;
        }
        if (written > 1 && tape.chars()[written - 2] == c) {
            tape.dropLast();
            singleAt = tape.length();
        } else {
            tape.put(c, start, end);
        }
    }

    private void letter(char c, int start, int end) {
        noteSign(c);
        if (singleLetters && c == tape.last() && Chars.isArabicLetter(c)) {
            again(c, start, end);
        } else {
            tape.put(c, start, end);
        }
    }

    /** The same for a letter that has just been made of a letter and a mark. */
    private void settleRepeats() {
        int written = tape.length();
        if (!singleLetters || written < 2 || tape.chars()[written - 2] != tape.last()) {
            return;
        }
        if (written - 1 == singleAt) {
            tape.dropLast();
        } else if (written > 2 && tape.chars()[written - 3] == tape.last()) {
            tape.dropLast();
            tape.dropLast();
            singleAt = tape.length();
        }
    }

    private int special(char c, int at) {
        switch (kinds[c]) {
            case CharTable.SPACE -> space(at);
            case CharTable.NEWLINE -> newline(c, at);
            case CharTable.HALF_SPACE -> halfSpace(c, at);
            case CharTable.MARK -> mark(c, at);
            case CharTable.LENGTHENER -> lengthener(at);
            case CharTable.EXPAND -> expand(table.expansion(c), at);
            case CharTable.SURROGATE -> {
                return surrogate(c, at);
            }
            case CharTable.GUARD -> {
                return guard(c, at);
            }
            default -> {
                // Dropped.
            }
        }
        return at + 1;
    }

    private void space(int at) {
        char last = tape.last();
        if (last == ' ') {
            tape.replaceLast(' ', at + 1);
        } else if (last != 0 && last != '\n') {
            tape.copy(' ', at);
        }
    }

    private void newline(char c, int at) {
        if (c == '\n' && at > 0 && source[at - 1] == '\r') {
            tape.replaceLast('\n', at + 1);
            return;
        }
        if (tape.last() == ' ') {
            tape.dropLast();
        }
        tape.copy('\n', at);
    }

    private void halfSpace(char c, int at) {
        char before = tape.lastBase();
        boolean within = Chars.isArabicLetter(before) && Chars.isArabicLetter(nextVisible(at + 1));
        if (within && c != Chars.ZWJ) {
            if (Chars.joinsForward(before)) {
                tape.copy(Chars.ZWNJ, at);
            }
        } else if (c == Chars.NOT_SIGN || (c == Chars.ZWJ && !Chars.isWordPart(before))) {
            tape.copy(c, at);
        }
    }

    private void mark(char c, int at) {
        char last = tape.last();
        char merged = c >= Chars.MADDA_ABOVE ? arabic(last, c) : composed(last, c);
        if (merged != 0) {
            tape.replaceLast(merged, at + 1);
            settleRepeats();
        } else if (c != last) {
            tape.copy(c, at);
        }
    }

    private static char arabic(char letter, char mark) {
        return switch (mark) {
            case Chars.MADDA_ABOVE -> letter == Chars.ALEF ? Chars.ALEF_MADDA : 0;
            case Chars.HAMZA_BELOW -> letter == Chars.ALEF ? Chars.ALEF_HAMZA_BELOW : 0;
            case Chars.HAMZA_ABOVE ->
                switch (letter) {
                    case Chars.ALEF -> Chars.ALEF_HAMZA_ABOVE;
                    case Chars.WAW -> Chars.WAW_HAMZA;
                    case Chars.FARSI_YEH, Chars.ARABIC_YEH -> Chars.YEH_HAMZA;
                    default -> 0;
                };
            default -> 0;
        };
    }

    private static char composed(char letter, char mark) {
        if (mark > '\u036f' || !Character.isLetter(letter)) {
            return 0;
        }
        String pair = Normalizer.normalize(String.valueOf(new char[] {letter, mark}), Normalizer.Form.NFC);
        return pair.length() == 1 ? pair.charAt(0) : 0;
    }

    private void lengthener(int at) {
        boolean inRun = at > 0 && source[at - 1] == Chars.KASHIDA;
        boolean touches = isLetter(tape.lastBase()) || isLetter(nextVisible(at + 1));
        if (!dropKashida) {
            tape.copy(Chars.KASHIDA, at);
        } else if (!inRun && !touches) {
            tape.copy(Chars.EN_DASH, at);
        }
    }

    private static boolean isLetter(char c) {
        return Chars.isWordPart(c) || Character.isLetter(c);
    }

    private void expand(@Nullable String expansion, int at) {
        for (int i = 0; expansion != null && i < expansion.length(); i++) {
            char c = expansion.charAt(i);
            if (!(c == ' ' && tape.last() == ' ')) {
                letter(c, at, at + 1);
            }
        }
    }

    private int surrogate(char c, int at) {
        if (!Character.isHighSurrogate(c) || at + 1 >= length || !Character.isLowSurrogate(source[at + 1])) {
            tape.copy(Chars.REPLACEMENT, at);
            return at + 1;
        }
        tape.copy(c, at);
        tape.copy(source[at + 1], at + 1);
        return at + 2;
    }

    private int guard(char c, int at) {
        int end = Guards.end(source, at, length);
        if (end <= at + 1) {
            tape.copy(c, at);
            return at + 1;
        }
        guarded = Arrays.copyOf(guarded, guarded.length + 2);
        guarded[guarded.length - 2] = tape.length();
        for (int i = at; i < end; i++) {
            if (kinds[source[i]] == CharTable.HALF_SPACE) {
                halfSpace(source[i], i);
            } else if (kinds[source[i]] != CharTable.DROP) {
                tape.copy(source[i], i);
            }
        }
        guarded[guarded.length - 1] = tape.length();
        return end;
    }

    private char nextVisible(int from) {
        if (from < askedFrom || from > visible) {
            askedFrom = from;
            visible = from;
            while (visible < length && isPassedOver(kinds[source[visible]])) {
                visible++;
            }
        }
        if (visible == length) {
            return 0;
        }
        String expansion = table.expansion(source[visible]);
        return expansion == null ? becomes[source[visible]] : expansion.charAt(0);
    }

    private static boolean isPassedOver(byte kind) {
        return kind == CharTable.DROP || kind == CharTable.HALF_SPACE || kind == CharTable.LENGTHENER;
    }
}
