package khabar.language.halfspace;

import khabar.language.script.Chars;

/** The letters of one word, without its half-spaces; used again for word after word. */
final class Letters {
    private static final int LONGEST = 64;

    private final char[] letters = new char[LONGEST];
    private int length;
    private boolean marked;
    /** The hash of the first so many letters. */
    private final long[] hashes = new long[LONGEST + 1];

    /** Takes the letters between the offsets; half-spaces and spaces between them are left out. */
    void read(char[] text, int start, int end) {
        length = 0;
        marked = false;
        hashes[0] = Lexicon.start();
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (Chars.isArabicMark(c)) {
                marked = true;
            } else if (c != Chars.ZWNJ && c != ' ' && length < LONGEST) {
                letters[length++] = c;
                hashes[length] = Lexicon.step(hashes[length - 1], c);
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
        return hashes[length];
    }

    /** The hash of the first letters. */
    long hash(int n) {
        return hashes[n];
    }

    /** The hash of the letters between the places. */
    long hash(int from, int end) {
        long hash = Lexicon.start();
        for (int i = from; i < end; i++) {
            hash = Lexicon.step(hash, letters[i]);
        }
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

    /** Whether what follows from letter {@code p} on is exactly the ending. */
    boolean endsIn(int p, String ending) {
        return isFrom(p, ending);
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
