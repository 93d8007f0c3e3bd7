package khabar.language.script;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;

/**
 * Counts what in a text speaks for which language. What is invisible or merely another way to encode
 * the same letters makes no difference.
 */
final class Tally {
    private static final int LONGEST_WORD = 48;
    private static final char ALEF = '\u0627';
    private static final char KASHIDA = '\u0640';
    private static final char NOT_SIGN = '\u00ac';

    /** A language of a script, and by how much evidence it is ahead of the next. */
    record Choice(String language, int lead, boolean contested) {}

    private final FunctionWords words;
    private final List<String> languages;
    private final int[] scores;
    private final int[] letters = new int[UnicodeScript.values().length];
    private int allLetters;
    private final char[] word = new char[LONGEST_WORD];
    private int length;
    private boolean afterMark;
    private boolean hamzaOnAlef;

    Tally(FunctionWords words) {
        this.words = words;
        this.languages = words.languages();
        this.scores = new int[languages.size()];
    }

    /** Reads the text; stops with true where Persian is ahead of all others by so much evidence. */
    boolean read(char[] text, int end, int sure) {
        int i = 0;
        while (i < end) {
            char c = text[i];
            if (c == ':' && i + 2 < end && text[i + 1] == '/' && text[i + 2] == '/') {
                forgetWord();
                i = addressEnd(text, i, end) - 1;
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text[i + 1])) {
                codePoint(Character.toCodePoint(c, text[i + 1]));
                i++;
            } else {
                character(c);
            }
            i++;
            if (scores[Cues.FA] >= sure && persianLeadsBy(sure / 2)) {
                return true;
            }
        }
        endOfWord();
        return false;
    }

    UnicodeScript mainScript() {
        int main = UnicodeScript.COMMON.ordinal();
        for (int s = 0; s < letters.length; s++) {
            if (letters[s] > letters[main]) {
                main = s;
            }
        }
        return UnicodeScript.values()[main];
    }

    /** The share of the script among all letters. */
    double share(UnicodeScript script) {
        return (double) letters[script.ordinal()] / allLetters;
    }

    Choice languageIn(UnicodeScript script, String claimed) {
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        int nextScore = Integer.MIN_VALUE;
        for (int l = 0; l < languages.size(); l++) {
            if (Cues.script(languages.get(l)) == script) {
                int score = scores[l]
                        + Cues.prior(languages.get(l))
                        + (languages.get(l).equals(claimed) ? 8 : 0);
                if (score > bestScore) {
                    nextScore = bestScore;
                    bestScore = score;
                    best = l;
                } else if (score > nextScore) {
                    nextScore = score;
                }
            }
        }
        return best < 0
                ? new Choice(Scripts.language(script), 0, false)
                : new Choice(languages.get(best), bestScore - nextScore, true);
    }

    private boolean persianLeadsBy(int lead) {
        int next = Math.max(Math.max(scores[Cues.AR], scores[Cues.UR]), Math.max(scores[Cues.PS], scores[Cues.CKB]));
        return scores[Cues.FA] - next >= lead;
    }

    /** What came before a colon and two slashes was no word. */
    private void forgetWord() {
        for (int w = 0; w < length; w++) {
            letters[Scripts.of(word[w]).ordinal()]--;
            allLetters--;
        }
        length = 0;
    }

    private static int addressEnd(char[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] > ' ' && text[i] < '\u007f') {
            i++;
        }
        return i;
    }

    private void character(char c) {
        if (Chars.isArabicLetter(c)) {
            arabic(c);
        } else if (c <= ' ') {
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                endOfWord();
            }
        } else if (c >= '\ufb50' && c <= '\ufefc') {
            form(c);
        } else if (Character.isLetter(c) && c != KASHIDA) {
            letter(c);
        } else if (isMark(c)) {
            mark(c);
        } else if (!isInvisible(c)) {
            endOfWord();
        }
    }

    private void arabic(char c) {
        letters[UnicodeScript.ARABIC.ordinal()]++;
        allLetters++;
        afterMark = false;
        if (length < LONGEST_WORD) {
            word[length++] = folded(c);
        }
    }

    private void letter(char c) {
        UnicodeScript script = Scripts.of(c);
        letters[script.ordinal()]++;
        allLetters++;
        afterMark = false;
        if (length < LONGEST_WORD) {
            word[length++] = folded(c);
        }
    }

    private char folded(char c) {
        switch (c) {
            case '\u064a', '\u0649' -> {
                return '\u06cc';
            }
            case '\u0643' -> {
                return '\u06a9';
            }
            case '\u0623', '\u0625', '\u0671' -> {
                hamzaOnAlef = true;
                return ALEF;
            }
            default -> {
                return c < '\u0370' || (c >= '\u0400' && c < '\u0530') ? Character.toLowerCase(c) : c;
            }
        }
    }

    private static boolean isMark(char c) {
        return c >= '\u0300' && c <= '\u06ed' && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void mark(char c) {
        if (length == 0 || length == LONGEST_WORD || afterMark) {
            return;
        }
        char last = word[length - 1];
        String pair = Normalizer.normalize(String.valueOf(new char[] {last, c}), Normalizer.Form.NFC);
        boolean hamza = c == '\u0654' || c == '\u0655';
        if (last == ALEF && hamza) {
            hamzaOnAlef = true;
        } else if (last == '\u06cc' && c == '\u0654') {
            word[length - 1] = '\u0626';
        } else if (pair.length() == 1 && c != '\u0655') {
            word[length - 1] = pair.charAt(0);
        } else {
            afterMark = true;
        }
    }

    /** Presentation forms count as the letters that they show. */
    private void form(char c) {
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
            char part = plain.charAt(i);
            if (Character.isLetter(part) && part != KASHIDA) {
                letter(part);
            } else if (part == ' ' ? plain.length() > 4 : !isMark(part) && part != KASHIDA) {
                endOfWord();
            }
        }
    }

    private void codePoint(int codePoint) {
        if (Character.isLetter(codePoint)) {
            letters[Scripts.of(codePoint).ordinal()]++;
            allLetters++;
        }
        endOfWord();
    }

    private static boolean isInvisible(char c) {
        return c == KASHIDA
                || c == NOT_SIGN
                || (c >= '\u007f' && c < '\u00a0' && c != '\u0085')
                || Character.getType(c) == Character.FORMAT;
    }

    private void endOfWord() {
        if (length > 0) {
            int bits = words.languagesOf(word, length);
            for (int l = 0; bits != 0; l++, bits >>>= 1) {
                if ((bits & 1) != 0) {
                    scores[l] += Cues.WORD;
                }
            }
            Cues.add(word, length, hamzaOnAlef, scores);
        }
        length = 0;
        afterMark = false;
        hamzaOnAlef = false;
    }
}
