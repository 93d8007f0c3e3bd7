package khabar.language.script;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import khabar.language.word.WordReader;

/**
 * Counts what in a text speaks for which language. What is invisible or merely another way to encode
 * the same letters makes no difference. For one thread.
 */
public final class Tally {
    private static final int LONGEST_WORD = 48;
    /** Evidence that the rest of a text does not overturn, if half of it is a lead. */
    private static final int SURE = 300;
    /** Characters of a stretch whose language is told by itself, until it is sure that a text is Persian. */
    private static final int PART = 128;
    /** Characters of a sample where that is sure; as many are passed over three times. */
    private static final int SAMPLE = 64;

    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();
    private static final int ARABIC = UnicodeScript.ARABIC.ordinal();
    private static final int LATIN = UnicodeScript.LATIN.ordinal();
    private static final FunctionWords WORDS = new FunctionWords();

    private final WordEvidence evidence = WordEvidence.ofThread();
    private final int[] scores = new int[WORDS.languages().size()];
    private final int[] letters = new int[SCRIPTS.length];
    private final Votes votes = new Votes();
    private int allLetters;
    private boolean surelyPersian;
    /** The offset before which it was read for sure that the text is Persian, or the end of the text. */
    private int sureAt;

    private final char[] word = new char[LONGEST_WORD];
    private int length;
    private long hash = FunctionWords.HASH_START;
    /** Whether a letter of the word speaks for a language by itself. */
    private boolean telling;

    private boolean afterMark;
    private boolean hamzaOnAlef;

    /** Reads the first characters of a text to their end. */
    public void read(char[] text, int end) {
        readTo(text, end);
        if (sureAt < end) {
            readSamples(text, sureAt, end);
        }
        endOfText();
    }

    /** Reads the first characters of a text; to be asked whether it is Persian, no more than that takes. */
    public void readUntilSure(char[] text, int end) {
        readTo(text, end);
        endOfText();
    }

    /**
     * Reads the rest of a Persian text. Where samples before and after some words speak for Persian, they speak for
     * these words as well, as far as those have nothing but Arabic letters, which are counted.
     */
    private void readSamples(char[] text, int from, int end) {
        WholeWords words = evidence.wholeWords();
        int passedFrom = from;
        int at = from;
        while (at < end) {
            votes.begin(scores, letters);
            int passed = passedFrom < at ? words.passed() : 0;
            int read = -letters[ARABIC];
            int sampleEnd = readPart(text, at, Folding.afterWord(text, at + SAMPLE, end), end);
            endOfWord();
            read += letters[ARABIC];
            boolean speaks = read > 0 && votes.isForPersian(scores);
            if (speaks) {
                votes.scale(scores, passed, read);
                count(ARABIC, passed);
            } else {
                readPart(text, passedFrom, at, end);
            }
            votes.end(scores, letters);
            passedFrom = sampleEnd;
            at = speaks ? words.pass(text, sampleEnd, Math.min(sampleEnd + 3 * SAMPLE, end)) : sampleEnd;
        }
        readPart(text, passedFrom, at, end);
    }

    /** Reads until it is sure that the text is Persian, or to its end. */
    private void readTo(char[] text, int end) {
        sureAt = 0;
        while (sureAt < end && !surelyPersian) {
            votes.begin(scores, letters);
            sureAt = readPart(text, sureAt, Folding.afterWord(text, sureAt + PART, end), end);
            votes.end(scores, letters);
        }
    }

    /**
     * Whether what {@link #isPersian} says of the first characters of the text that was read, which is given again,
     * holds for those of another one as well, since the two do not differ where it was found out.
     */
    public boolean holdsFor(char[] other, int otherEnd, char[] text, int end) {
        int needed = sureAt + Folding.LOOK_AHEAD;
        return Folding.countTheSame(text, Math.min(needed, end), other, otherEnd, needed < end);
    }

    /**
     * Reads on up to a place, or past it where something is read in one piece, or until it is sure that the text is
     * Persian; returns where to go on. Words of nothing but letters are met again, and not read letter by letter.
     */
    private int readPart(char[] text, int from, int stop, int end) {
        WholeWords words = evidence.wholeWords();
        WordReader reader = words.reader();
        reader.take(text, from, stop);
        if (!reader.isPart(from)) {
            endOfWord();
        }
        int i = reader.next(from);
        while (i < stop) {
            boolean wasSure = surelyPersian;
            boolean begins = length == 0 && !telling && !hamzaOnAlef && !afterMark;
            if (begins) {
                i = words.sumKnown(i, stop, surelyPersian ? Integer.MAX_VALUE : SURE - scores[Cues.FA]);
                count(ARABIC, words.take(scores));
                noteSure();
                if (surelyPersian && !wasSure) {
                    return i;
                }
                i = reader.next(i);
            }
            int wordEnd = reader.read(i, stop);
            boolean whole = begins && reader.isWhole() && wordEnd < stop;
            // A word may be known and not summed, since those before it said enough.
            if (i < stop && !(whole && words.find() != WholeWords.UNKNOWN)) {
                int[] before = whole ? scores.clone() : scores;
                int lettersBefore = allLetters;
                while (i < wordEnd) {
                    i = readOne(text, i, end);
                }
                if (i < stop && !reader.isPart(i)) {
                    endOfWord();
                }
                if (whole) {
                    words.put(before, scores, allLetters - lettersBefore);
                }
                // As soon as where all words are known: what a text is must not depend on those that were read before.
                if (surelyPersian && !wasSure) {
                    return i;
                }
                i = reader.next(i);
            }
        }
        return i;
    }

    private void endOfText() {
        boolean sure = surelyPersian;
        endOfWord();
        surelyPersian = sure;
    }

    private int readOne(char[] text, int at, int end) {
        char c = text[at];
        if (Chars.isArabicLetter(c)) {
            return arabic(text, at, end);
        }
        if (c == ' ') {
            endOfWord();
            return at + 1;
        }
        return Folding.isLatin(c) ? latin(text, at, end) : other(text, at, end);
    }

    /** Takes what is neither an Arabic letter nor a space, and returns the offset of the next. */
    private int other(char[] text, int at, int end) {
        char c = text[at];
        if (c == ':' && at + 2 < end && text[at + 1] == '/' && text[at + 2] == '/') {
            forgetWord();
            return Folding.addressEnd(text, at, end);
        }
        if (Character.isHighSurrogate(c) && at + 1 < end && Character.isLowSurrogate(text[at + 1])) {
            int letter = Character.toCodePoint(c, text[at + 1]);
            count(Scripts.of(letter).ordinal(), Character.isLetter(letter) ? 1 : 0);
            endOfWord();
            return at + 2;
        }
        character(c);
        return at + 1;
    }

    /** Whether the text that was read is Persian in the main. */
    public boolean isPersian() {
        return surelyPersian
                || Cues.persianLead(scores) >= -Cues.prior(LanguageDetector.PERSIAN)
                        && (letters[ARABIC] > allLetters / 2 || mainScript() == UnicodeScript.ARABIC);
    }

    /** Forgets all that was read, to be used for another text. */
    public void clear() {
        Arrays.fill(scores, 0);
        Arrays.fill(letters, 0);
        votes.clear();
        allLetters = 0;
        surelyPersian = false;
        telling = false;
    }

    /** Adds what another one has counted. */
    public void add(Tally other) {
        for (int s = 0; s < letters.length; s++) {
            letters[s] += other.letters[s];
        }
        for (int l = 0; l < scores.length; l++) {
            scores[l] += other.scores[l];
        }
        allLetters += other.allLetters;
        votes.add(other.votes);
    }

    UnicodeScript mainScript() {
        int main = UnicodeScript.COMMON.ordinal();
        for (int s = 0; s < letters.length; s++) {
            main = letters[s] > letters[main] ? s : main;
        }
        return SCRIPTS[main];
    }

    /** The share of the script among all letters. */
    double share(UnicodeScript script) {
        return (double) letters[script.ordinal()] / allLetters;
    }

    /** What speaks for the language with the given number among {@link #languages}. */
    int score(int language) {
        return scores[language];
    }

    /** How many letters are of the script. */
    int letters(UnicodeScript script) {
        return letters[script.ordinal()];
    }

    Votes votes() {
        return votes;
    }

    static List<String> languages() {
        return WORDS.languages();
    }

    /** What came before a colon and two slashes was no word. */
    private void forgetWord() {
        for (int w = 0; w < length; w++) {
            letters[Scripts.of(word[w]).ordinal()]--;
        }
        allLetters -= length;
        length = 0;
        hash = FunctionWords.HASH_START;
    }

    private void character(char c) {
        if (c <= ' ') {
            if (c >= '\t' && c <= '\r') {
                endOfWord();
            }
        } else if (Folding.isForm(c)) {
            form(c);
        } else if (Character.isLetter(c) && c != Chars.KASHIDA) {
            letter(c);
        } else if (Folding.isMark(c)) {
            mark(c);
        } else if (!Folding.isInvisible(c)) {
            endOfWord();
        }
    }

    /** Takes Arabic letters that stand together, and returns the offset after the last. */
    private int arabic(char[] text, int from, int end) {
        char[] letter = word;
        int n = length;
        long h = hash;
        int seen = 0;
        int i = from;
        for (; i < end && text[i] >> Byte.SIZE == Folding.ARABIC_BLOCK; i++) {
            int entry = Folding.ARABIC_LETTERS[text[i] & Folding.BYTE];
            if (entry == 0) {
                break;
            }
            seen |= entry;
            if (n < LONGEST_WORD) {
                char folded = (char) (Folding.FIRST_ARABIC | entry & Folding.BYTE);
                letter[n++] = folded;
                h = FunctionWords.step(h, folded);
            }
        }
        length = n;
        hash = h;
        telling |= (seen & Folding.TELLS) != 0;
        hamzaOnAlef |= (seen & Folding.HAMZA_ON_ALEF) != 0;
        count(ARABIC, i - from);
        afterMark = false;
        return i;
    }

    private void count(int script, int more) {
        letters[script] += more;
        allLetters += more;
    }

    /** The same for letters of ASCII. */
    private int latin(char[] text, int from, int end) {
        int i = from;
        do {
            add((char) (text[i++] | Folding.CASE_BIT));
        } while (i < end && Folding.isLatin(text[i]));
        count(LATIN, i - from);
        afterMark = false;
        return i;
    }

    private void letter(char c) {
        count(Scripts.of(c).ordinal(), 1);
        afterMark = false;
        int entry = Folding.entry(c);
        hamzaOnAlef |= (entry & Folding.HAMZA_ON_ALEF) != 0;
        add(Folding.folded(c));
    }

    private void add(char letter) {
        if (length < LONGEST_WORD) {
            word[length++] = letter;
            hash = FunctionWords.step(hash, letter);
            telling |= Cues.tells(letter);
        }
    }

    private void mark(char c) {
        if (length == 0 || length == LONGEST_WORD || afterMark) {
            return;
        }
        char last = word[length - 1];
        char marked = Folding.marked(last, c);
        if (last == Chars.ALEF && Folding.isHamza(c)) {
            hamzaOnAlef = true;
        } else if (marked != last) {
            word[length - 1] = marked;
            telling |= Cues.tells(marked);
            hash = FunctionWords.hash(word, length);
        } else {
            afterMark = true;
        }
    }

    /** Presentation forms count as the letters that they show. */
    private void form(char c) {
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
            char part = plain.charAt(i);
            if (Character.isLetter(part) && part != Chars.KASHIDA) {
                letter(part);
            } else if (part == ' ' ? plain.length() > 4 : !Folding.isMark(part) && part != Chars.KASHIDA) {
                endOfWord();
            }
        }
    }

    private void endOfWord() {
        if (length > 0) {
            boolean arabic = Cues.isArabic(word[0]);
            if (!(arabic && evidence.addTo(scores, hash))) {
                weigh(arabic);
            }
            scores[Cues.AR] += hamzaOnAlef && arabic ? Cues.HAMZA_ON_ALEF : 0;
            noteSure();
            length = 0;
            hash = FunctionWords.HASH_START;
            telling = false;
        }
        afterMark = false;
        hamzaOnAlef = false;
    }

    private void noteSure() {
        boolean enough = scores[Cues.FA] >= SURE;
        surelyPersian = surelyPersian || enough && Cues.persianLead(scores) >= SURE / 2;
    }

    private void weigh(boolean arabic) {
        int[] own = arabic ? new int[scores.length] : scores;
        WORDS.add(hash, own);
        Cues.add(word, length, telling, own);
        if (arabic) {
            evidence.put(hash, own);
            evidence.addTo(scores, hash);
        }
    }
}
