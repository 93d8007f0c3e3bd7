package khabar.language.halfspace;

import khabar.language.script.Chars;

/** The letters of one word, without its half-spaces; used again for word after word. */
final class Letters {
    private static final int LONGEST = 64;

    private final char[] letters = new char[LONGEST];
    private int length;
    private boolean marked;
    private long hash;

    /** Takes the letters between the offsets; half-spaces and spaces between them are left out. */
    void read(char[] text, int start, int end) {
        length = 0;
        marked = false;
        hash = Lexicon.start();
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (Chars.isArabicMark(c)) {
                marked = true;
            } else if (c != Chars.ZWNJ && c != ' ' && length < LONGEST) {
                letters[length++] = c;
                hash = Lexicon.step(hash, c);
            }
        }
    }

    int length() {
        return length;
    }

    /** Whether the word has vowel signs. */
    boolean isMarked() {
        return marked;
    }

    long hash() {
        return hash;
    }

    char at(int i) {
        return letters[i];
    }

    /** The last letter, or NUL. */
    char last() {
        return length == 0 ? 0 : letters[length - 1];
    }

    boolean endsWith(char letter) {
        return last() == letter;
    }

    boolean is(String word) {
        return isFrom(0, word);
    }

    boolean isOneOf(String[] words) {
        return endsIn(0, words);
    }

    /** Whether what follows from letter {@code p} on is exactly one of the endings. */
    boolean endsIn(int p, String[] endings) {
        for (String ending : endings) {
            if (isFrom(p, ending)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFrom(int p, String ending) {
        if (length - p != ending.length()) {
            return false;
        }
        for (int i = 0; i < ending.length(); i++) {
            if (letters[p + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
