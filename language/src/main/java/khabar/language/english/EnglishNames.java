package khabar.language.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.english.EnglishWords.Kind;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Span;
import khabar.language.recognize.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in English articles that nobody has listed. Who has a title comes first; then organisations, by the words
 * in their names; then places and people; then what stands beside a role; then what a name elsewhere explains.
 * Immutable and safe for many threads.
 */
public final class EnglishNames {
    private static final double AGAIN = 0.6;
    private static final int SAMPLE = 40;
    private static final int SHORT = 16;
    private static final int EVERY = 20;
    private static final long FUNCTION = Kind.OF.bit() | Kind.AND.bit() | Kind.THE.bit() | Kind.COMMON.bit();

    private final EnglishWords words;

    private EnglishNames(EnglishWords words) {
        this.words = words;
    }

    /**
     * Reads what words tell.
     *
     * @param names lines of the lists that all languages share
     * @param english lines of further lists
     */
    public static EnglishNames parse(
            List<String> names, List<String> english, Normalizer normalizer, Vocabulary vocabulary) {
        return new EnglishNames(EnglishWords.parse(names, english, normalizer, vocabulary));
    }

    /**
     * A name in a text that is known already.
     *
     * @param span where it stands
     * @param kind what it names; null for what is neither person, place nor organisation
     */
    public record KnownName(Span span, UnknownName.@Nullable Kind kind) {}

    /**
     * What was found in an article.
     *
     * @param names of each text its names, in its order
     * @param shortForms names that stand for longer ones, also for known ones
     */
    public record Found(List<List<UnknownName>> names, List<ShortForm> shortForms) {}

    /** What is kept from one article to the next; for one thread at a time. */
    public static final class Rooms {
        private final List<TextRoom> rooms = new ArrayList<>();

        private TextRoom ofText(int text) {
            if (text == rooms.size()) {
                rooms.add(new TextRoom());
            }
            return rooms.get(text);
        }
    }

    /** Names as they are found. */
    static final class Article {
        final List<EnglishText> texts = new ArrayList<>();
        final List<List<UnknownName>> names = new ArrayList<>();
        /** Kinds of the names, but for single words of people and places. */
        final Map<String, UnknownName.Kind> kinds = new HashMap<>();
        /** Words of three and more capitals. */
        private final Set<String> acronyms = new HashSet<>();

        private boolean hasAcronyms;
        /** A bit for each number of letters that one of the names has. */
        private long lengths;
        /** The last words of people. */
        final Set<String> surnames = new HashSet<>();

        /** Words of three and more capitals that the article has. */
        Set<String> acronyms() {
            if (!hasAcronyms) {
                texts.forEach(text -> text.addAcronyms(acronyms));
                hasAcronyms = true;
            }
            return acronyms;
        }

        /** The kind of the name that is these words, if there is one. */
        UnknownName.@Nullable Kind kind(EnglishText text, int first, int last) {
            boolean may = (lengths & 1L << text.lengthOf(first, last)) != 0;
            return may ? kinds.get(text.key(first, last)) : null;
        }

        void add(EnglishText text, UnknownName name) {
            text.take(name.first(), name.last());
            names.get(text.index()).add(name);
            if (name.last() > name.first() || name.kind() == UnknownName.Kind.ORGANISATION) {
                lengths |= 1L << text.lengthOf(name.first(), name.last());
                kinds.putIfAbsent(text.key(name.first(), name.last()), name.kind());
            }
            if (name.person()) {
                surnames.add(text.key(name.last(), name.last()));
            }
        }
    }

    /** Whether the longest of the texts looks English. */
    public boolean areEnglish(List<Tokens> texts) {
        Tokens longest = texts.get(0);
        for (Tokens text : texts) {
            longest = text.size() > longest.size() ? text : longest;
        }
        if (longest.size() == 0 || !isLatin(longest, 0) && !isLatin(longest, longest.size() / 2)) {
            return false;
        }
        int size = Math.min(longest.size(), SAMPLE);
        int latin = 0;
        int function = 0;
        for (int i = 0; i < size; i++) {
            latin += isLatin(longest, i) ? 1 : 0;
            function += (words.kinds(longest, i) & FUNCTION) != 0 ? 1 : 0;
        }
        return 4 * latin > 3 * size && (size < SHORT || EVERY * function >= size);
    }

    private static boolean isLatin(Tokens tokens, int token) {
        char first = tokens.text().key().charAt(tokens.start(token));
        return first < 0x80;
    }

    /**
     * The names in the texts of an English article, in the order of the text.
     *
     * @param known names that are known already
     * @param rooms those of the last article, whose texts are no longer needed
     */
    public Found namesIn(List<Tokens> texts, List<KnownName> known, Rooms rooms) {
        Article article = new Article();
        for (int t = 0; t < texts.size(); t++) {
            article.texts.add(new EnglishText(texts.get(t), t, words, rooms.ofText(t)));
            article.names.add(new ArrayList<>());
        }
        for (int k = 0; k < known.size(); k++) {
            article.texts.get(known.get(k).span().text()).known().know(known.get(k), k);
        }
        EnglishOrganisations organisations = new EnglishOrganisations(article);
        EnglishPeople people = new EnglishPeople(article);
        EnglishPlaces places = new EnglishPlaces(article);
        article.texts.forEach(people::addTitled);
        article.texts.forEach(organisations::addNamed);
        article.texts.forEach(places::addNamed);
        article.texts.forEach(people::addNamed);
        article.texts.forEach(places::addLocated);
        article.texts.forEach(organisations::addBesideRoles);
        article.texts.forEach(text -> addAgain(article, text));
        List<ShortForm> shortForms = new EnglishShortForms(article, organisations.acronyms()).find();
        article.names.forEach(names -> names.sort((one, other) -> Integer.compare(one.first(), other.first())));
        return new Found(article.names, shortForms);
    }

    /** Names that were found elsewhere. */
    private static void addAgain(Article article, EnglishText text) {
        if (article.kinds.isEmpty()) {
            return;
        }
        for (int run = 0; run < text.runs(); run++) {
            int last = text.last(run);
            for (int first = text.first(run); first <= last; first++) {
                boolean part = first == last && first > text.first(run) && !text.begins(first - 1);
                UnknownName.Kind kind = part ? null : article.kind(text, first, last);
                if (kind != null
                        && !text.isTaken(first, last)
                        && !text.known().cuts(first, last)
                        && !text.known().isOneKnown(first, last)) {
                    article.add(text, new UnknownName(first, last, kind, AGAIN));
                    break;
                }
            }
        }
    }
}
