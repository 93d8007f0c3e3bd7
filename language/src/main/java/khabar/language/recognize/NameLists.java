package khabar.language.recognize;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.match.Spellings;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;

/** The words that the recognizer goes by, ready to be met in running text. Immutable. */
final class NameLists {
    /** The kinds of words. The first {@link #KIND_BITS} are those that {@link #phrases} answers. */
    enum Kind {
        TITLE,
        GIVEN,
        WEAK_GIVEN,
        ENDING,
        SURNAME,
        SON_OF,
        PATRONYM,
        RULER,
        ORDINAL,
        RANKED,
        ORG_HEAD,
        ORG_TITLE,
        ORG_STOP,
        ROLE,
        SPEECH,
        STOP,
        DETERMINER,
        PLACE_HEAD,
        GEO_HEAD,
        PLACE_STOP,
        /** Begins a name of one of the further kinds. */
        CUE,
        /** What a body is, before its field and its place. */
        BODY,
        /** What a body is of which there is one without a place, too. */
        BODY_ALONE,
        /** The same where something must be said that it is concerned with. */
        BODY_OF,
        /** What a building is, before its place. */
        BUILDING,
        /** What a body is concerned with. */
        FIELD,
        /** Those of the fields that do not tell one body from others. */
        GENERAL,
        /** Behind a body of all the country. */
        OF_ALL,
        /** Between a body and its place. */
        LEVEL,
        /** Before the names of those who have one name alone. */
        SAINT,
        /** The end of a surname that may stand apart. */
        TAIL,
        /** A surname of the far East, before the two syllables of the first name. */
        FAMILY,
        /** A syllable of such a first name. */
        SYLLABLE,
        /** A work that has a title, before it. */
        WORK,
        /** Says of what kind a work is, between its word and its title. */
        OF_WORK;

        /** The bit of one of those that {@link #phrases} answers. */
        int bit() {
            return 1 << ordinal();
        }

        /** The bit of any kind. */
        long longBit() {
            return 1L << ordinal();
        }

        /** Whether the kind is among those whose bits are given. */
        boolean isAmong(long kinds) {
            return (kinds & longBit()) != 0;
        }

        /** Whether the kind is among those whose bits are given. */
        boolean isIn(int kinds) {
            return (kinds & bit()) != 0;
        }
    }

    /** The kinds that {@link Recognizer} begins a name with. */
    private static final int OPENING = Kind.TITLE.bit()
            | Kind.GIVEN.bit()
            | Kind.WEAK_GIVEN.bit()
            | Kind.PATRONYM.bit()
            | Kind.RULER.bit()
            | Kind.PLACE_HEAD.bit()
            | Kind.GEO_HEAD.bit()
            | Kind.ORG_HEAD.bit()
            | Kind.ORG_TITLE.bit()
            | Kind.CUE.bit();

    /** The further kinds that a name begins with. */
    private static final Set<Kind> CUES =
            EnumSet.of(Kind.BODY, Kind.BODY_ALONE, Kind.BODY_OF, Kind.BUILDING, Kind.FAMILY);

    private static final int LETTERS = 1 << 6;
    /** The most words of a phrase: what {@link #phrases} answers has room for so many. */
    private static final int LONGEST = 3;
    /** A bit for each kind, for each number of words. */
    private static final int KIND_BITS = Long.SIZE / LONGEST;
    /** Above the bits of all kinds. */
    private static final int WORDS = Long.SIZE - 4;
    /** The lowest bit for each number of words. */
    private static final long ANY_LENGTH = 1 | 1L << KIND_BITS | 1L << 2 * KIND_BITS;

    /** The kinds of each phrase, as an index of {@link #bits}. */
    private final TokenTrie trie;
    /** Sets of kinds, a bit for each kind. */
    private final long[] bits;
    /** The phrases that a name may begin with. */
    private final TokenTrie openings;

    /** Endings of surnames, by the lowest bits of their last letters. */
    private final String[][] endings;

    private NameLists(TokenTrie trie, long[] bits, TokenTrie openings, String[][] endings) {
        this.trie = trie;
        this.bits = bits;
        this.openings = openings;
        this.endings = endings;
    }

    /** Reads lists by {@link ListLines}. */
    static NameLists parse(List<String> lines, Normalizer normalizer, Vocabulary words) {
        Map<List<String>, Long> kinds = new LinkedHashMap<>();
        Spellings spellings = new Spellings(normalizer, words);
        String[][] endings = new String[LETTERS][0];
        ListLines.read(lines, (name, phrase) -> {
            Kind kind = Kind.valueOf(name);
            if (kind == Kind.ENDING) {
                addEnding(normalizer.normalize(phrase).key(), endings);
            } else {
                long bits = CUES.contains(kind) ? kind.longBit() | Kind.CUE.longBit() : kind.longBit();
                spellings.of(phrase).forEach(form -> kinds.merge(form, bits, (a, b) -> a | b));
            }
        });
        long[] bits = kinds.values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
        return new NameLists(trie(kinds, ~0L, bits, words), bits, trie(kinds, OPENING, bits, words), endings);
    }

    /** The phrases of which at least one of the given kinds is true. */
    private static TokenTrie trie(Map<List<String>, Long> phrases, long kinds, long[] sets, Vocabulary words) {
        TokenTrie.Builder trie = new TokenTrie.Builder(words, TokenTrie.Loss.NOTHING);
        phrases.forEach((phrase, bits) -> {
            if (phrase.size() > LONGEST) {
                throw new IllegalArgumentException("phrase: " + phrase + " (expected: at most " + LONGEST + " words)");
            }
            if ((bits & kinds) != 0) {
                trie.add(phrase, Arrays.binarySearch(sets, bits));
            }
        });
        return trie.build();
    }

    private static void addEnding(String ending, String[][] endings) {
        int letter = ending.charAt(ending.length() - 1) % LETTERS;
        endings[letter] = Arrays.copyOf(endings[letter], endings[letter].length + 1);
        endings[letter][endings[letter].length - 1] = ending;
    }

    /** A bit for each of the next words that a name may begin with; hardly any word of a text is one. */
    long openings(Tokens tokens, int from) {
        return tokens.phrases(from, openings);
    }

    /**
     * The phrases that start with the given word: bits of their kinds, those of phrases of one word lowest, then
     * {@link #KIND_BITS} for each number of words.
     */
    long phrases(Tokens tokens, int token) {
        long phrases = 0;
        int last = token;
        for (int node = next(tokens, last, TokenTrie.ROOT); node != TokenTrie.NONE; node = next(tokens, ++last, node)) {
            int value = trie.valuesFrom(node);
            if (value < trie.valuesTo(node)) {
                phrases |= (bits[trie.value(value)] & (1L << KIND_BITS) - 1) << (last - token) * KIND_BITS;
            }
        }
        return phrases;
    }

    /** Bits of the kinds of the given phrases. */
    static int kinds(long phrases) {
        return (int) (phrases | phrases >>> KIND_BITS | phrases >>> 2 * KIND_BITS) & (1 << KIND_BITS) - 1;
    }

    /** How many words the longest of the given phrases has that is of the given kind; 0 where none is. */
    static int length(long phrases, Kind kind) {
        long lengths = phrases >>> kind.ordinal() & ANY_LENGTH;
        return (Long.SIZE - Long.numberOfLeadingZeros(lengths) + KIND_BITS - 1) / KIND_BITS;
    }

    /** How many words, starting with the given one, are a phrase of the given kind; 0 where none are. */
    int length(Tokens tokens, int token, Kind kind) {
        return length(phrases(tokens, token), kind);
    }

    /**
     * The longest phrase, starting with the given word, of which any of the given kinds is true: the bits of all its kinds,
     * and beside them how many words it has; 0 where there is none.
     */
    long longest(Tokens tokens, int token, long wanted) {
        long longest = 0;
        int last = token;
        for (int node = next(tokens, last, TokenTrie.ROOT); node != TokenTrie.NONE; node = next(tokens, ++last, node)) {
            int value = trie.valuesFrom(node);
            if (value < trie.valuesTo(node) && (bits[trie.value(value)] & wanted) != 0) {
                longest = bits[trie.value(value)] | (long) (last - token + 1) << WORDS;
            }
        }
        return longest;
    }

    /** How many words, starting with the given one, are the longest phrase of the kind, which may be a further one. */
    int longest(Tokens tokens, int token, Kind kind) {
        return words(longest(tokens, token, kind.longBit()));
    }

    /** How many words the phrase has. */
    static int words(long phrase) {
        return (int) (phrase >>> WORDS);
    }

    /** Where the word leads from a node, or {@link TokenTrie#NONE} where no phrase goes on with it. */
    private int next(Tokens tokens, int token, int node) {
        if (token >= tokens.size() || !mayTake(tokens, token, node == TokenTrie.ROOT)) {
            return TokenTrie.NONE;
        }
        int full = tokens.fullForm(token).child(trie, node);
        return full != TokenTrie.NONE || tokens.suffix(token) == Suffix.NONE
                ? full
                : tokens.form(token).child(trie, node);
    }

    /** Whether a phrase may have the word as its first one, or as a further one. */
    private boolean mayTake(Tokens tokens, int token, boolean first) {
        return first ? tokens.mayStart(token, trie) : tokens.mayContinue(token, trie) && tokens.flowsInto(token);
    }

    /** Whether a phrase of the given kind ends with the given word. */
    boolean endsAt(Tokens tokens, int token, Kind kind) {
        for (int from = Math.max(0, token - 2); from <= token; from++) {
            if (from + length(tokens, from, kind) == token + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a determiner such as "this" stands before the word. */
    boolean isDetermined(Tokens tokens, int token) {
        return token > 0 && tokens.flowsInto(token) && endsAt(tokens, token - 1, Kind.DETERMINER);
    }

    /** Whether a name may go on with the word: not behind a dash that stands between two spaces. */
    static boolean goesOn(Tokens tokens, int token) {
        return token > 0
                && token < tokens.size()
                && tokens.flowsInto(token)
                && tokens.start(token) <= tokens.fullEnd(token - 1) + 1;
    }

    /** Whether there is such a word, of one letter, as the Persian "and" is. */
    static boolean isAnd(Tokens tokens, int token) {
        return token >= 0 && token < tokens.size() && tokens.fullEnd(token) - tokens.start(token) == 1;
    }

    /** Whether a surname goes on with the word, which is the end of one that is written apart. */
    boolean isTail(Tokens tokens, int token) {
        return goesOn(tokens, token)
                && tokens.suffix(token) != Suffix.DERIVED
                && longest(tokens, token, Kind.TAIL) > 0
                && (kinds(phrases(tokens, token)) & (Kind.STOP.bit() | Kind.ROLE.bit())) == 0;
    }

    /** Whether the range of the match key ends as surnames do. */
    boolean looksLikeSurname(String key, int start, int end) {
        for (String ending : endings[key.charAt(end - 1) % LETTERS]) {
            int rest = end - start - ending.length();
            boolean longEnough = rest > 1 || rest == 0 && ending.length() > 3;
            if (longEnough && key.startsWith(ending, end - ending.length())) {
                return true;
            }
        }
        return false;
    }
}
