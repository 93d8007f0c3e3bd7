package khabar.language.recognize;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import khabar.language.match.Form;
import khabar.language.match.Spellings;
import khabar.language.match.Suffix;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;

/** The words that the recognizer goes by, ready to be met in running text. Immutable. */
final class NameLists {
    /** The kinds of words, no more than an integer has bits. */
    enum Kind {
        TITLE,
        GIVEN,
        WEAK_GIVEN,
        ENDING,
        SURNAME,
        SON_OF,
        ORG_HEAD,
        ORG_TITLE,
        ORG_STOP,
        ROLE,
        SPEECH,
        STOP,
        DETERMINER,
        PLACE_HEAD,
        PLACE_STOP;

        int bit() {
            return 1 << ordinal();
        }

        /** Whether the kind is among those whose bits are given. */
        boolean isIn(int kinds) {
            return (kinds & bit()) != 0;
        }
    }

    /** The kinds that {@link Recognizer} begins a name with. */
    private static final Set<Kind> OPENING =
            EnumSet.of(Kind.TITLE, Kind.GIVEN, Kind.WEAK_GIVEN, Kind.PLACE_HEAD, Kind.ORG_HEAD, Kind.ORG_TITLE);

    private static final int LETTERS = 1 << 6;

    private final TokenTrie trie;
    /** The first words of what a name begins with. */
    private final TokenTrie openings;

    /** Endings of surnames, by the lowest bits of their last letters. */
    private final String[][] endings;

    private NameLists(TokenTrie trie, TokenTrie openings, String[][] endings) {
        this.trie = trie;
        this.openings = openings;
        this.endings = endings;
    }

    /** Reads lines of the form {@code name: phrase; phrase}; lines that start with {@code #} are comments. */
    static NameLists parse(List<String> lines, Normalizer normalizer, Vocabulary words) {
        TokenTrie.Builder trie = new TokenTrie.Builder(words, TokenTrie.Loss.NOTHING);
        TokenTrie.Builder openings = new TokenTrie.Builder(words, TokenTrie.Loss.NOTHING);
        Spellings spellings = new Spellings(normalizer, words);
        String[][] endings = new String[LETTERS][0];
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0 || line.startsWith("#")) {
                continue;
            }
            Kind kind = Kind.valueOf(
                    line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_'));
            for (String phrase : line.substring(colon + 1).split(";")) {
                if (kind == Kind.ENDING) {
                    addEnding(normalizer.normalize(phrase.strip()).key(), endings);
                } else {
                    Set<List<String>> forms = spellings.of(phrase.strip());
                    forms.forEach(form -> trie.add(form, kind.ordinal()));
                    if (OPENING.contains(kind)) {
                        forms.forEach(form -> openings.add(form.subList(0, 1), kind.ordinal()));
                    }
                }
            }
        }
        return new NameLists(trie.build(), openings.build(), endings);
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

    /** Bits of the kinds that a name may begin with at one of these words; 0 for some of them. */
    int kinds(Tokens tokens, int token) {
        int kinds = kinds(tokens.form(token));
        return tokens.suffix(token) == Suffix.NONE ? kinds : kinds | kinds(tokens.fullForm(token));
    }

    private int kinds(Form form) {
        int node = form.child(openings, TokenTrie.ROOT);
        int kinds = 0;
        if (node != TokenTrie.NONE) {
            for (int v = openings.valuesFrom(node); v < openings.valuesTo(node); v++) {
                kinds |= 1 << openings.value(v);
            }
        }
        return kinds;
    }

    /** How many words, starting with the given one, are a phrase of the given kind; 0 where none are. */
    int length(Tokens tokens, int token, Kind kind) {
        int longest = 0;
        int last = token;
        for (int node = next(tokens, last, TokenTrie.ROOT); node != TokenTrie.NONE; node = next(tokens, ++last, node)) {
            for (int v = trie.valuesFrom(node); v < trie.valuesTo(node); v++) {
                if (trie.value(v) == kind.ordinal()) {
                    longest = last + 1 - token;
                }
            }
        }
        return longest;
    }

    /** Bits of the kinds of all phrases that start with the given word; {@link #length} is 0 for the others. */
    int starting(Tokens tokens, int token) {
        int kinds = 0;
        int last = token;
        for (int node = next(tokens, last, TokenTrie.ROOT); node != TokenTrie.NONE; node = next(tokens, ++last, node)) {
            for (int v = trie.valuesFrom(node); v < trie.valuesTo(node); v++) {
                kinds |= 1 << trie.value(v);
            }
        }
        return kinds;
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
