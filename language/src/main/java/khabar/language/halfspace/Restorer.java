package khabar.language.halfspace;

import java.util.Arrays;
import khabar.language.script.Chars;
import khabar.language.word.BriefPairs;
import khabar.language.word.WordReader;

/** Goes through texts word by word and notes where half-spaces were lost. For one thread. */
final class Restorer {
    private static final int NO_WORD = -2;
    /** What may come between a noun and the name that explains it. */
    private static final String OPENERS = "(\"\u00ab\u201c";

    private static final char KASRA = '\u0650';
    private static final byte[] LETTERS = Chars.arabicWords();
    private static final int FIRST = Pairs.FIRST | Pairs.WITH_ANY;
    /** Added to what was decided, to be kept. */
    private static final int KEPT = 1 - Pairs.APART;

    private static final int NEXT_MASK = Memo.NEXT_BITS - 1;
    private static final int ALL_NEXT = (1 << Memo.NEXT_BITS) - 1;

    private final Lexicon lexicon;
    private final Context context;
    private final Splitter splitter;
    private final Pairs pairs;
    private final WordReader reader = new WordReader(LETTERS);
    private final Memo memo = new Memo();
    /** What was decided of the space between two words. */
    private final BriefPairs decided = new BriefPairs();

    private final Letters first = new Letters();
    private final Letters second = new Letters();
    /** The finding of the word that was looked up last, 0 where there was no need to. */
    private long found;

    private char[] text = new char[0];
    private int length;
    private int[] edits = new int[256];
    private int count;

    /** Begin and end of the word before and of the one before that. */
    private int lastStart;

    private int lastEnd;
    private int beforeStart;
    private int beforeEnd;
    /** What words may begin with that may belong to the last one, as its facts have it, unless it was waw alone. */
    private int lastNext;

    private int lastFacts;
    /** The facts of the last word that was not passed over, or 0. */
    private int stoppedBy;

    Restorer(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.context = new Context(lexicon);
        this.splitter = new Splitter(lexicon);
        this.pairs = new Pairs(lexicon);
    }

    /** The edits for the text, as {@link HalfSpaces#find} has them. */
    int[] edits(char[] characters, int end, int[] guards) {
        text = characters;
        length = end;
        count = 0;
        reader.take(text, length);
        for (int g = 0; g < guards.length; g += 2) {
            reader.hide(guards[g], guards[g + 1]);
        }
        forget();
        int passed = 0;
        for (int at = reader.next(0); at < length; at = reader.next(passed)) {
            passOver(passed, at);
            passed = passWords(at);
            if (passed != lastEnd) {
                passed = wordAt(passed);
            }
        }
        passOver(passed, length);
        text = new char[0];
        return Arrays.copyOf(edits, count);
    }

    /** Passes over what stands between words: anything but spaces parts them. */
    private void passOver(int from, int end) {
        if (end - from == 1 && text[from] == ' ' || end == from) {
            return;
        }
        add(from, HalfSpaces.BETWEEN);
        for (int i = from; i < end; i++) {
            if (text[i] != ' ') {
                forget();
                return;
            }
        }
    }

    private void forget() {
        lastEnd = NO_WORD;
        lastNext = 0;
        beforeEnd = NO_WORD;
    }

    /**
     * Passes over words, with single spaces between them, of which it is known that nothing is to be done; returns
     * the end of the last one, or the begin of a word to be looked at. Few words need more than this loop.
     */
    private int passWords(int from) {
        int at = from;
        while (true) {
            long eight = reader.eight(at);
            long zeros = WordReader.zeros(eight);
            // A word of eight letters or more is looked at like one that is not known.
            int facts = zeros == 0 ? 0 : memo.facts(WordReader.before(zeros, eight));
            if (facts == 0 || (mayBelong(at, facts, (int) eight) | facts >>> Memo.CLOSER_SHIFT) != 0) {
                stoppedBy = facts;
                return at;
            }
            int end = at + WordReader.bytesBefore(zeros);
            takeOver(at, end, facts);
            if (!reader.isPart(end + 1) || text[end] != ' ') {
                return end;
            }
            at = end + 1;
        }
    }

    /** 1 if a word with these facts and this first part may belong to the one before it, or 0. */
    private int mayBelong(int start, int facts, int part) {
        return isNext(start) & (facts >>> Memo.SECOND_SHIFT | lastNext >>> (part & NEXT_MASK));
    }

    /** 1 if one character stands between the last word and the place, or 0. */
    private int isNext(int start) {
        return lastEnd == start - 1 ? 1 : 0;
    }

    /** The word becomes the last one. */
    private void takeOver(int start, int end, int facts) {
        // Waw goes on with what is before it, and ends what could have gone on.
        int idle = facts >>> Memo.WAW_SHIFT & ~(isNext(start) & lastFacts >>> Memo.LINKS_SHIFT) & 1;
        beforeStart = lastStart;
        beforeEnd = lastEnd;
        lastStart = start;
        lastEnd = end;
        lastNext = facts >>> Memo.NEXT_SHIFT & idle - 1;
        lastFacts = facts;
    }

    /** Looks more closely at a word that was not passed over, and returns its end. */
    private int wordAt(int start) {
        int end = reader.read(start, length);
        int facts = stoppedBy;
        found = 0;
        if (facts == 0 || (facts & Memo.CLOSER) != 0) {
            facts = lookUp(start, end, facts);
        }
        boolean isSecond = (facts >>> Memo.SECOND_SHIFT & 1) != 0;
        boolean joined = mayBelong(start, facts, reader.part(start)) != 0 && between(start, end, isSecond);
        int mask = (Memo.role(found) & Pairs.EITHER) != 0 ? either(start, end) : Memo.mask(found);
        for (; mask != 0; mask &= mask - 1) {
            add(start + Integer.numberOfTrailingZeros(mask), HalfSpaces.INSERT);
        }
        if (joined) {
            grow(end);
        } else {
            takeOver(start, end, facts);
        }
        return end;
    }

    /** Finds out what is to be done about a word, and keeps it; returns the facts, which may be kept already. */
    private int lookUp(int start, int end, int kept) {
        long low = reader.low();
        long high = reader.high();
        found = high == 0 ? asWritten(letters(start, end), start, end) : memo.find(low, high);
        boolean isNew = found == Memo.NONE;
        if (kept != 0 && !isNew) {
            return kept & ~Memo.CLOSER;
        }
        found = isNew ? asWritten(learn(start, end), start, end) : found;
        boolean brief = reader.isBrief();
        int facts = facts(start, end, brief);
        boolean plain = Memo.mask(found) == 0 && (Memo.role(found) & Pairs.EITHER) == 0;
        if (brief && kept == 0) {
            memo.put(low, plain ? facts : facts | Memo.CLOSER);
        }
        if (isNew && !(brief && plain)) {
            memo.put(low, high, found);
        }
        return facts;
    }

    /** The facts of the word that was looked up last; what may follow it is only found out of a brief one. */
    private int facts(int start, int end, boolean brief) {
        int role = Memo.role(found);
        boolean bare = brief && (role & Pairs.MIXED) == 0;
        boolean waw = end - start == 1 && text[start] == Chars.WAW;
        int next = 0;
        if ((role & FIRST) != 0) {
            next = bare && !waw && (role & Pairs.WITH_ANY) == 0 ? next(start, end) : ALL_NEXT;
        }
        boolean links = !bare || maybeSpaced(start, end, Chars.WAW);
        return Memo.KNOWN
                | ((role & Pairs.SECOND) != 0 ? 1 << Memo.SECOND_SHIFT : 0)
                | (links ? 1 << Memo.LINKS_SHIFT : 0)
                | (waw ? 1 << Memo.WAW_SHIFT : 0)
                | next << Memo.NEXT_SHIFT;
    }

    /** The bits for the first characters of words that may belong to the one of these letters. */
    private int next(int start, int end) {
        int next = 1 << (LETTERS[Chars.ZWNJ] & NEXT_MASK) | 1 << (WordReader.RARE & NEXT_MASK);
        for (char c = Chars.FIRST_ARABIC; c <= Chars.LAST_ARABIC; c++) {
            if (Chars.isArabicLetter(c) && maybeSpaced(start, end, c)) {
                next |= 1 << (LETTERS[c] & NEXT_MASK);
            }
        }
        return next;
    }

    /** The finding for letters as they are written between the offsets: what has half-spaces or marks gets no more, the ezafe aside. */
    private long asWritten(long finding, int start, int end) {
        if (isBare(start, end)) {
            return finding;
        }
        int mask = isBareButForEzafe(start, end) ? Memo.mask(finding) : 0;
        return Memo.finding(mask, Memo.role(finding) & ~Pairs.EITHER | Pairs.MIXED);
    }

    /** Whether the word has neither half-spaces nor marks. */
    private boolean isBare(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isArabicLetter(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word has one mark, the ezafe at its end: letters are where they are without it. */
    private boolean isBareButForEzafe(int start, int end) {
        char last = text[end - 1];
        return (last == KASRA || last == Chars.HAMZA_ABOVE) && isBare(start, end - 1);
    }

    /** The finding for the letters between the offsets, whatever else stands among them. */
    private long letters(int start, int end) {
        long hash = Lexicon.start();
        boolean marked = false;
        for (int i = start; i < end; i++) {
            hash = Chars.isArabicLetter(text[i]) ? Lexicon.step(hash, text[i]) : hash;
            marked |= Chars.isArabicMark(text[i]);
        }
        // A mark makes a difference, whichever it is and wherever.
        hash = marked ? Lexicon.step(hash, KASRA) : hash;
        long finding = memo.find(hash, 0);
        return finding != Memo.NONE ? finding : memo.put(hash, 0, learn(start, end));
    }

    /** The word before goes on to the given end, since a space fell: what follows sees them as one. */
    private void grow(int end) {
        lastEnd = end;
        lastFacts = 1 << Memo.LINKS_SHIFT;
        lastNext = (Memo.role(letters(lastStart, end)) & FIRST) == 0 ? 0 : ALL_NEXT;
    }

    private long learn(int start, int end) {
        second.read(text, start, end);
        int role = pairs.role(second) | (context.kind(second) == 0 ? 0 : Pairs.EITHER);
        return Memo.finding(splitter.split(second), role);
    }

    /** The half-space of a word that the words about it decide. */
    private int either(int start, int end) {
        second.read(text, start, end);
        int before = flagsBefore(start);
        int after = flagsAfter(end);
        boolean indefinite = context.isIndefinite(context.kind(second), before, after);
        int letters = end - start;
        int place = letters - (indefinite ? 2 : 3);
        return Chars.joinsForward(text[start + place - 1]) ? 1 << place : 0;
    }

    private int flagsBefore(int start) {
        if (lastEnd != start - 1) {
            return Lexicon.FUNCTION;
        }
        // And joins adjectives as well as anything else, and tells nothing.
        boolean and = lastEnd - lastStart == 1 && text[lastStart] == Chars.WAW;
        if (and) {
            return 0;
        }
        first.read(text, lastStart, lastEnd);
        return lexicon.flags(lexicon.find(first.hash()));
    }

    private int flagsAfter(int end) {
        if (end + 1 >= length || text[end] != ' ') {
            return Lexicon.FUNCTION;
        }
        char next = text[end + 1];
        if (Chars.isWordPart(next)) {
            return lexicon.flags(lexicon.find(hashOf(end + 1)));
        }
        return Character.isDigit(next) || OPENERS.indexOf(next) >= 0 ? 0 : Lexicon.FUNCTION;
    }

    private long hashOf(int start) {
        long hash = Lexicon.start();
        for (int i = start; i < length && Chars.isWordPart(text[i]); i++) {
            hash = Chars.isArabicLetter(text[i]) ? Lexicon.step(hash, text[i]) : hash;
        }
        return hash;
    }

    /** Looks at the space before a word, the one that was read last; whether it falls. */
    private boolean between(int start, int end, boolean isSecond) {
        if (lastEnd - lastStart == 1 && text[lastStart] == Chars.WAW) {
            return linked(start, end);
        }
        long word = reader.isBrief() ? reader.low() : 0;
        // What has a space in it since one fell does not end where its first word does.
        boolean brief = word != 0 && reader.read(lastStart, lastEnd) == lastEnd && reader.isBrief();
        int kept = brief ? decided.find(reader.low(), word) : 0;
        int kind = kept != 0 ? kept - KEPT : decide(start, end, isSecond);
        if (brief && kept == 0) {
            decided.put(reader.low(), word, kind + KEPT);
        }
        if (kind == Pairs.APART) {
            return false;
        }
        add(lastEnd, kind);
        return true;
    }

    /** What belongs in the place of the space, which depends on the letters of the two words alone. */
    private int decide(int start, int end, boolean isSecond) {
        // Several letters share a bit; a first word that goes with few others hardly ever stands before one of them.
        boolean listed = !isSecond && lastNext != ALL_NEXT && Chars.isArabicLetter(text[start]);
        if (listed && !maybeGoesOn(lastStart, lastEnd, start)) {
            return Pairs.APART;
        }
        first.read(text, lastStart, lastEnd);
        second.read(text, start, end);
        int kind = pairs.between(first, second);
        if (kind == Pairs.NOTHING) {
            // In one piece they must not look like something else.
            first.read(text, lastStart, end);
            kind = splitter.split(first) == 0 && context.kind(first) == 0 ? kind : Pairs.APART;
        }
        return kind;
    }

    /** Looks at the two spaces of X, waw and Y. */
    private boolean linked(int start, int end) {
        if (beforeEnd != lastStart - 1) {
            return false;
        }
        first.read(text, beforeStart, beforeEnd);
        second.read(text, start, end);
        if (!pairs.areLinked(first, second)) {
            return false;
        }
        add(beforeEnd, HalfSpaces.REPLACE);
        add(lastEnd, HalfSpaces.REMOVE);
        lastStart = beforeStart;
        return true;
    }

    /** Whether the list may have a word of several that begins with these letters and the two of the next word. */
    private boolean maybeGoesOn(int start, int end, int next) {
        if (!maybeSpaced(start, end, text[next])) {
            return false;
        }
        boolean two = next + 1 < length && Chars.isArabicLetter(text[next + 1]);
        return !two || lexicon.maybeSpaced(Lexicon.step(Lexicon.step(hash(start, end), text[next]), text[next + 1]));
    }

    /** Whether the list may have a word of several that begins with these letters and the next one. */
    private boolean maybeSpaced(int start, int end, char next) {
        return Chars.joinsForward(text[end - 1]) && lexicon.maybeSpaced(Lexicon.step(hash(start, end), next));
    }

    private long hash(int start, int end) {
        long hash = Lexicon.start();
        for (int i = start; i < end; i++) {
            hash = Lexicon.step(hash, text[i]);
        }
        return hash;
    }

    private void add(int place, int kind) {
        if (count == edits.length) {
            edits = Arrays.copyOf(edits, count * 2);
        }
        edits[count++] = place << HalfSpaces.KIND_BITS | kind;
    }
}
