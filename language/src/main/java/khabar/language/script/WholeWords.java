package khabar.language.script;

import khabar.language.word.BriefWords;
import khabar.language.word.LongWords;
import khabar.language.word.WordReader;

/**
 * What whole words of the Arabic script say of their language, so that a frequent word is weighed once.
 * Of fixed size; newer words take the places of older ones. For one thread.
 */
final class WholeWords {
    /** Stands for what a word says of which nothing is known. */
    static final long UNKNOWN = LongWords.NONE;

    /** Bits of the score of one language; a word that says more is not kept. */
    private static final int BITS = 7;
    /** Bits of a sum of scores, in every second field of which there is room for one. */
    private static final int SUM_BITS = 2 * BITS;
    /** So many words can be summed before a sum may be full. */
    private static final int MOST_SUMMED = 1 << BITS;
    /** No letter of the Arabic block has this as its lower byte. */
    private static final byte HALF_SPACE = 1;

    private static final int MOST = (1 << BITS) - 1;
    private static final int SUM_MASK = (1 << SUM_BITS) - 1;
    /** The first, third and fifth field. */
    private static final long EVERY_SECOND = MOST | (long) MOST << SUM_BITS | (long) MOST << 2 * SUM_BITS;

    /** Most words say one of few things: so many are numbered at most. */
    private static final int SAYINGS = 1 << 10;

    private static final byte[] LETTERS = letters();
    /** Characters that are passed over together. */
    private static final int BLOCK = 16;
    /** Counts more than a block of letters. */
    private static final byte FOREIGN = 2 * BLOCK;
    /** 1 for each letter of the Arabic block, and {@link #FOREIGN} for what may be or belong to another letter or an address. */
    private static final byte[] COUNTS = counts();

    private final WordReader reader = new WordReader(LETTERS);
    /**
     * What each other word says: a field for each of the five languages and one for how many letters it has, which
     * half-spaces are none of.
     */
    private final LongWords others = new LongWords(1 << 9);
    /** Of each brief word the number of what it says. */
    private final BriefWords brief = new BriefWords();
    /** What brief words say, by number; the first one belongs to those of which nothing is known. */
    private final long[] sayings = new long[SAYINGS];

    private int sayingCount = 1;

    /** Sums of the first, third and fifth field of what words said, and of the three others. */
    private long firstSums;

    private long secondSums;
    private int summed;
    private int passed;

    WholeWords() {
        sayings[0] = UNKNOWN;
    }

    /**
     * A byte for each letter of the Arabic block and for the half-space, which is often within words. What simply
     * ends a word is no part of it, and all else is rare: a word that has it beside it or in it is read character
     * by character.
     */
    private static byte[] letters() {
        byte[] codes = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char c = (char) i;
            if (Chars.isArabicLetter(c)) {
                codes[c] = (byte) c;
            } else if (!Folding.endsWord(c)) {
                codes[c] = WordReader.RARE;
            }
        }
        codes[':'] = WordReader.RARE;
        codes[Chars.ZWNJ] = HALF_SPACE;
        return codes;
    }

    private static byte[] counts() {
        byte[] counts = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char c = (char) i;
            boolean none = Folding.endsWord(c) ? c != '/' : Folding.isMark(c) || Folding.isInvisible(c);
            counts[c] = Chars.isArabicLetter(c) ? 1 : none ? 0 : FOREIGN;
        }
        return counts;
    }

    WordReader reader() {
        return reader;
    }

    /**
     * Sums what words say as long as they are known and end before the given end, from the one at the offset on, until
     * they say enough for Persian or the sums are full; returns the offset after the last of them, or the given one.
     */
    int sumKnown(int from, int stop, int enough) {
        int end = from;
        int at = from;
        while (at < stop) {
            long eight = reader.eight(at);
            long zeros = WordReader.zeros(eight);
            int next = at + WordReader.bytesBefore(zeros);
            long said = UNKNOWN;
            if (zeros == 0) {
                next = reader.read(at, stop);
                said = reader.isWhole() && next < stop ? others.find(reader.low(), reader.high()) : UNKNOWN;
            } else if (next < stop) {
                said = findBrief(WordReader.before(zeros, eight));
            }
            if (said == UNKNOWN) {
                return end;
            }
            end = next;
            sum(said);
            if (summed == MOST_SUMMED || persian() >= enough) {
                return end;
            }
            at = reader.next(end);
        }
        return end;
    }

    /**
     * Passes over characters up to the given end as long as all letters are of the Arabic block, and back to where a
     * word begins; returns its offset.
     */
    int pass(char[] text, int from, int end) {
        int letters = 0;
        int at = from;
        while (at < end) {
            int next = Math.min(at + BLOCK, end);
            int sum = 0;
            for (int i = at; i < next; i++) {
                sum += COUNTS[text[i]];
            }
            if (sum >= FOREIGN) {
                break;
            }
            letters += sum;
            at = next;
        }
        while (at > from && text[at - 1] != ' ') {
            at--;
            letters -= COUNTS[text[at]];
        }
        passed = letters;
        return at;
    }

    /** How many letters were passed over last. */
    int passed() {
        return passed;
    }

    /** What the word that was read last says, or {@link #UNKNOWN}. */
    long find() {
        return reader.isBrief() ? findBrief(reader.low()) : others.find(reader.low(), reader.high());
    }

    private long findBrief(long letters) {
        return sayings[brief.find(letters)];
    }

    private void sum(long said) {
        firstSums += said & EVERY_SECOND;
        secondSums += said >>> BITS & EVERY_SECOND;
        summed++;
    }

    /** What the words that were summed say for Persian. */
    private int persian() {
        return (int) firstSums & SUM_MASK;
    }

    /** Adds the sums to the scores, and begins again; returns how many letters the words had together. */
    int take(int[] scores) {
        scores[Cues.FA] += persian();
        scores[Cues.UR] += (int) (firstSums >>> SUM_BITS) & SUM_MASK;
        scores[Cues.CKB] += (int) (firstSums >>> 2 * SUM_BITS);
        scores[Cues.AR] += (int) secondSums & SUM_MASK;
        scores[Cues.PS] += (int) (secondSums >>> SUM_BITS) & SUM_MASK;
        int letters = (int) (secondSums >>> 2 * SUM_BITS);
        firstSums = 0;
        secondSums = 0;
        summed = 0;
        return letters;
    }

    /** Keeps what the word that was read last said, the difference between the scores, and how many letters it has. */
    void put(int[] before, int[] after, int letters) {
        long said = letters;
        for (int l = Cues.CKB; l >= Cues.FA; l--) {
            int score = after[l] - before[l];
            if (score > MOST) {
                return;
            }
            said = said << BITS | score;
        }
        if (reader.isBrief()) {
            putBrief(said);
            return;
        }
        others.put(reader.low(), reader.high(), said);
    }

    private void putBrief(long said) {
        int number = 1;
        while (number < sayingCount && sayings[number] != said) {
            number++;
        }
        if (number == SAYINGS) {
            brief.clear();
            number = 1;
            sayingCount = 1;
        }
        sayings[number] = said;
        sayingCount = Math.max(sayingCount, number + 1);
        brief.put(reader.low(), number);
    }
}
