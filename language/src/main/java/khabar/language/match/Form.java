package khabar.language.match;

import java.util.Arrays;
import khabar.language.halfspace.HalfSpaces;

/**
 * What the rules know of a word as it is written, whatever stands around it: found once, then met again
 * and again. Immutable.
 */
public final class Form {
    private static final Form[] NO_RESTS = new Form[0];
    private static final long[] NO_PATHS = new long[0];
    private static final long NO_PATH = -1;
    private static final char FARSI_YEH = '\u06cc';

    /** Stands beside the starts of a form of which nothing is known at all: {@link #UNKNOWN} does for it. */
    static final int NOTHING_KNOWN = 1 << Starts.BITS;
    /** The form of words that no rule knows and that have nothing to lose. */
    static final Form UNKNOWN = new Form();

    private final char[] letters;
    private final int word;
    private final int[] firstNodes;
    private final int starts;
    private final Stems lessClitic;
    private final Stems lessInflection;
    private final Form[] rests;
    /** Of the paths the only one, or {@link #NO_PATH}. */
    private final long onlyPath;

    private final long[] paths;
    private final Suffix joined;
    private final boolean deriving;
    private final boolean joinedPrefix;

    private Form() {
        letters = new char[0];
        word = TokenTrie.NONE;
        firstNodes = new int[0];
        starts = NOTHING_KNOWN;
        lessClitic = Stems.NONE;
        lessInflection = Stems.NONE;
        rests = NO_RESTS;
        paths = NO_PATHS;
        onlyPath = NO_PATH;
        joined = Suffix.NONE;
        deriving = false;
        joinedPrefix = false;
    }

    private Form(char[] letters, Vocabulary words, boolean withPrefixes) {
        this.letters = letters;
        String text = new String(letters);
        int length = letters.length;
        Clitics clitics = words.clitics();
        int[] hashes = hashes(letters);
        word = words.find(letters, 0, length, hashes[length]);
        firstNodes = words.firstNodes(word);
        // A word of the dictionary is that word: "politics" is not "is the CIA", nor "temptation" "and Sousse". An
        // ezafe it may have.
        int dictionary = HalfSpaces.shipped().wordBits(text, 0, length);
        boolean known = dictionary != 0;
        int firstClitic = known ? clitics.cliticCount() - 1 : 0;
        lessClitic = stems(
                clitics.cliticCount() - firstClitic,
                i -> clitics.withoutClitic(text, 0, length, firstClitic + i),
                words,
                hashes);
        lessInflection =
                stems(clitics.inflectionCount(), i -> clitics.withoutInflection(text, 0, length, i), words, hashes);
        rests = withPrefixes && !known ? rests(text, words) : NO_RESTS;
        joined = clitics.joinedSuffix(text, 0, length, (char) 0);
        deriving = clitics.derives(text, 0, length);
        joinedPrefix = clitics.isJoinedPrefix(text, 0, length);
        starts = starts(words) | dictionary << Starts.DICTIONARY;
        paths = withPrefixes ? paths(words) : NO_PATHS;
        onlyPath = paths.length == 1 ? paths[0] : NO_PATH;
    }

    static Form of(char[] letters, Vocabulary words) {
        return new Form(letters, words, true);
    }

    private int starts(Vocabulary words) {
        if (word == TokenTrie.NONE && lessClitic.size() + lessInflection.size() + rests.length == 0 && isPlain()) {
            return NOTHING_KNOWN;
        }
        int lessClitics = 0;
        for (int i = 0; i < lessClitic.size(); i++) {
            lessClitics |= words.starts(lessClitic.word(i));
        }
        for (Form rest : rests) {
            lessClitics |= rest.starts;
        }
        int lessInflections = 0;
        for (int i = 0; i < lessInflection.size(); i++) {
            lessInflections |= words.starts(lessInflection.word(i));
        }
        return words.starts(word)
                | Starts.in(words.losing(TokenTrie.Loss.CLITIC), lessClitics)
                | Starts.in(words.losing(TokenTrie.Loss.INFLECTION), lessInflections);
    }

    /** Whether nothing depends on the word when it stands beside a half-space or after a space. */
    private boolean isPlain() {
        return joined == Suffix.NONE && !deriving && !joinedPrefix;
    }

    /** The hash of the first so many letters, for each number of them. */
    private static int[] hashes(char[] letters) {
        int[] hashes = new int[letters.length + 1];
        for (int i = 0; i < letters.length; i++) {
            hashes[i + 1] = WordTable.step(hashes[i], letters[i]);
        }
        return hashes;
    }

    /** Where a word may end if something of the given number is taken from it, or -1. */
    private interface Stem {
        int end(int number);
    }

    private Stems stems(int count, Stem stem, Vocabulary words, int[] hashes) {
        Stems stems = Stems.NONE;
        for (int i = 0; i < count; i++) {
            int end = stem.end(i);
            int found = end < 0 ? TokenTrie.NONE : words.find(letters, 0, end, hashes[end]);
            if (found != TokenTrie.NONE) {
                stems = stems.and(end, found, words.firstNodes(found));
            }
        }
        return stems;
    }

    /** Known words that remain when something is taken from the end of a word. Immutable. */
    public static final class Stems {
        private static final Stems NONE = new Stems(new int[0], new int[0][]);

        /** Pairs: how many letters remain, and the number of the word that they are. */
        private final int[] stems;

        private final int[][] firstNodes;

        private Stems(int[] stems, int[][] firstNodes) {
            this.stems = stems;
            this.firstNodes = firstNodes;
        }

        private Stems and(int length, int word, int[] nodes) {
            int[] more = Arrays.copyOf(stems, stems.length + 2);
            more[stems.length] = length;
            more[stems.length + 1] = word;
            int[][] moreNodes = Arrays.copyOf(firstNodes, firstNodes.length + 1);
            moreNodes[firstNodes.length] = nodes;
            return new Stems(more, moreNodes);
        }

        /** The number of such words. */
        public int size() {
            return firstNodes.length;
        }

        /** How many letters remain. */
        public int length(int stem) {
            return stems[2 * stem];
        }

        private int word(int stem) {
            return stems[2 * stem + 1];
        }

        /** The node that the stem leads to from the given one, or {@link TokenTrie#NONE}. */
        public int child(int stem, TokenTrie trie, int node) {
            return node == TokenTrie.ROOT ? first(firstNodes[stem], trie) : trie.child(node, word(stem));
        }
    }

    private static int first(int[] firstNodes, TokenTrie trie) {
        return firstNodes.length == 0 ? TokenTrie.NONE : firstNodes[trie.number()];
    }

    private Form[] rests(String text, Vocabulary words) {
        Form[] found = NO_RESTS;
        for (int i = 0; i < words.clitics().prefixCount(); i++) {
            int from = words.clitics().withoutPrefix(text, 0, letters.length, i);
            if (from >= 0) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = new Form(Arrays.copyOfRange(letters, from, letters.length), words, false);
            }
        }
        return found;
    }

    private long[] paths(Vocabulary words) {
        int losing = words.losing(TokenTrie.Loss.CLITIC);
        if ((starts & losing) == 0) {
            return NO_PATHS;
        }
        long[] found = NO_PATHS;
        for (int trie = 0; trie < words.tries(); trie++) {
            if ((losing & Starts.bit(trie)) != 0) {
                found = addPaths(found, trie, 0);
                boolean known = node(firstNodes, trie) != TokenTrie.NONE;
                for (int i = 0; !known && i < rests.length; i++) {
                    found = rests[i].addPaths(found, trie, length() - rests[i].length());
                    known = node(rests[i].firstNodes, trie) != TokenTrie.NONE;
                }
            }
        }
        return found;
    }

    /** Adds the paths of the word, of which so many letters before it are not taken. */
    private long[] addPaths(long[] some, int trie, int before) {
        long[] paths = some;
        for (int i = 0; i < lessClitic.size(); i++) {
            int after = length() - lessClitic.length(i);
            paths = Path.with(paths, node(lessClitic.firstNodes[i], trie), trie, Path.losing(before, after));
        }
        return Path.with(paths, node(firstNodes, trie), trie, Path.losing(before, 0));
    }

    private static int node(int[] firstNodes, int trie) {
        return trie < firstNodes.length ? firstNodes[trie] : TokenTrie.NONE;
    }

    /** A way into a trie that a word may take: to which node, and what it loses for that. */
    public static final class Path {
        private static final int BEFORE = 32;
        private static final int AFTER = 38;
        private static final int TRIE = 44;
        /** Prefixes and clitics are not as long. */
        private static final int LETTERS = (1 << AFTER - BEFORE) - 1;

        private Path() {}

        private static long losing(int before, int after) {
            return (long) before << BEFORE | (long) after << AFTER;
        }

        private static long[] with(long[] paths, int node, int trie, long losing) {
            if (node == TokenTrie.NONE) {
                return paths;
            }
            long[] more = Arrays.copyOf(paths, paths.length + 1);
            more[paths.length] = node | losing | (long) trie << TRIE;
            return more;
        }

        /** Whether the path leads into the trie, and the word loses nothing for that. */
        public static boolean isPlain(long path, TokenTrie trie) {
            return path >>> BEFORE == (long) trie.number() << TRIE - BEFORE;
        }

        /** Whether the path leads into the trie. */
        public static boolean isIn(long path, TokenTrie trie) {
            return path >>> TRIE == trie.number();
        }

        /** The node that it leads to. */
        public static int node(long path) {
            return (int) path;
        }

        /** How many letters the word loses at its beginning. */
        public static int before(long path) {
            return (int) (path >>> BEFORE) & LETTERS;
        }

        /** How many letters it loses at its end, after which no phrase goes on. */
        public static int after(long path) {
            return (int) (path >>> AFTER) & LETTERS;
        }
    }

    /** The only one of the {@link #paths}, or something that is none and leads into no trie. */
    public long onlyPath() {
        return onlyPath;
    }

    /** The ways of the word from the roots of the tries for which it may lose a clitic. */
    public long[] paths() {
        return paths;
    }

    /** Whether this is the form of the word in the given range. */
    boolean isOf(char[] text, int start, int end) {
        return Arrays.equals(letters, 0, letters.length, text, start, end);
    }

    /** The number of the word, or {@link TokenTrie#NONE} where no rule has it. */
    public int word() {
        return word;
    }

    /** The node that the word leads to from the given one, or {@link TokenTrie#NONE}. */
    public int child(TokenTrie trie, int node) {
        return node == TokenTrie.ROOT ? first(firstNodes, trie) : trie.child(node, word);
    }

    /** How many letters the word has. */
    public int length() {
        return letters.length;
    }

    /** In which tries a phrase starts with the word, as {@link Starts} has it. */
    int starts() {
        return starts;
    }

    /** Known words that remain without a clitic. */
    public Stems lessClitic() {
        return lessClitic;
    }

    /** Known words that remain without an inflection. */
    public Stems lessInflection() {
        return lessInflection;
    }

    /** What remains after a preposition or a conjunction that was written together with the word. */
    public Form[] rests() {
        return rests;
    }

    /** The form of so many of its last letters: itself, or one of its rests. */
    public Form ending(int length) {
        for (Form rest : rests) {
            if (rest.letters.length == length) {
                return rest;
            }
        }
        return this;
    }

    /** What the piece between two half-spaces is to the word before it, which ends on the given letter. */
    Suffix joinedTo(char before) {
        boolean ending = letters.length == 1 && letters[0] == FARSI_YEH;
        return ending ? Clitics.yehAfter(before) : joined;
    }

    /** Whether the word, when it stands after a space, makes an adjective of the word before it. */
    public boolean derives() {
        return deriving;
    }

    /** Whether a name may follow the word after a half-space. */
    public boolean isJoinedPrefix() {
        return joinedPrefix;
    }
}
