package khabar.language.english;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.recognize.ListLines;

/** What single words tell about the names in English texts. Immutable. */
final class EnglishWords {
    /** The kinds of words. */
    enum Kind {
        GIVEN,
        WEAK_GIVEN,
        TITLE,
        CAP_ROLE,
        ROLE,
        SINGLE_ROLE,
        EITHER,
        KIN,
        SPEECH,
        PARTICLE,
        END,
        WEAK_END,
        LED_END,
        HEAD,
        ORG_ROLE,
        ORG_KIND,
        PART,
        OF,
        AND,
        THE,
        ACRONYM_STOP,
        THING,
        PLACE_END,
        PLACE_SURE,
        PLACE_HEAD,
        LOCATIVE,
        EVENT,
        NEVER,
        DEMONYM,
        SURNAME,
        PLACED,
        ORDINARY,
        COMMON;

        long bit() {
            return 1L << ordinal();
        }
    }

    private static final Pattern LATIN = Pattern.compile("\\p{ASCII}+");

    /** Bits of the kinds of each word, by its number. */
    private final long[] kinds;

    private EnglishWords(long[] kinds) {
        this.kinds = kinds;
    }

    /**
     * Reads lists of words by {@link ListLines}.
     *
     * @param names lines of which first names in Latin letters are taken
     * @param lines lines of which all are taken
     */
    static EnglishWords parse(List<String> names, List<String> lines, Normalizer normalizer, Vocabulary words) {
        Builder builder = new Builder(normalizer, words);
        ListLines.read(names, (kind, word) -> {
            if (kind.equals(Kind.GIVEN.name()) || kind.equals(Kind.WEAK_GIVEN.name())) {
                builder.add(Kind.valueOf(kind), word);
            }
        });
        ListLines.read(lines, (kind, word) -> builder.add(Kind.valueOf(kind), word));
        return new EnglishWords(builder.kinds);
    }

    /** Collects the kinds of words. */
    private static final class Builder {
        private final Normalizer normalizer;
        private final Vocabulary words;
        private long[] kinds = new long[0];

        Builder(Normalizer normalizer, Vocabulary words) {
            this.normalizer = normalizer;
            this.words = words;
        }

        void add(Kind kind, String word) {
            if (LATIN.matcher(word).matches()) {
                note(words.add(normalizer.normalize(word).key()), kind);
            }
        }

        private void note(int word, Kind kind) {
            if (word >= kinds.length) {
                kinds = Arrays.copyOf(kinds, word + (word >> 2) + 1);
            }
            kinds[word] |= kind.bit();
        }
    }

    /** Bits of the kinds of the word. */
    long kinds(Tokens tokens, int token) {
        int word = tokens.form(token).word();
        return word < 0 || word >= kinds.length ? 0 : kinds[word];
    }
}
