package khabar.language.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.language.english.EnglishNames.Article;
import khabar.language.english.EnglishWords.Kind;
import khabar.language.english.ShortForm.Place;
import khabar.language.recognize.UnknownName;
import org.jspecify.annotations.Nullable;

/** Short forms of the organisations that an article names in full. */
final class EnglishShortForms {
    private static final double BY_ACRONYM = 0.7;
    private static final double BY_WORD = 0.6;
    private static final int SHORTEST = 3;
    private static final long GIVEN = Kind.GIVEN.bit() | Kind.WEAK_GIVEN.bit();
    /** What tells nobody which organisation is meant. */
    private static final long GENERAL = Kind.ORDINARY.bit()
            | Kind.NEVER.bit()
            | Kind.PART.bit()
            | Kind.TITLE.bit()
            | Kind.CAP_ROLE.bit()
            | Kind.END.bit()
            | Kind.WEAK_END.bit()
            | Kind.EVENT.bit()
            | Kind.PLACE_END.bit()
            | Kind.PLACE_HEAD.bit()
            | GIVEN;

    private final Article article;
    private final List<ShortForm> acronyms;
    private final Map<String, Place> byWord = new HashMap<>();
    private final Map<String, Place> byAcronym = new HashMap<>();
    /** Heads, such as "Commission". */
    private final Map<String, Place> byHead = new HashMap<>();
    /** A bit for each number of letters that one of all these has. */
    private long lengths;

    EnglishShortForms(Article article, List<ShortForm> acronyms) {
        this.article = article;
        this.acronyms = acronyms;
    }

    List<ShortForm> find() {
        for (int t = 0; t < article.texts.size(); t++) {
            EnglishText text = article.texts.get(t);
            for (UnknownName name : article.names.get(t)) {
                if (name.kind() == UnknownName.Kind.ORGANISATION && name.last() > name.first()) {
                    note(text, name.first(), name.last());
                }
            }
            noteKnown(text);
        }
        List<ShortForm> found = new ArrayList<>();
        for (ShortForm form : acronyms) {
            EnglishText text = article.texts.get(form.place().text());
            byAcronym.put(text.key(form.place().first(), form.place().last()), form.full());
        }
        noteLengths(byWord);
        noteLengths(byAcronym);
        noteLengths(byHead);
        if (lengths == 0) {
            return found;
        }
        article.texts.forEach(text -> addTo(found, text));
        return found;
    }

    private void noteLengths(Map<String, Place> places) {
        places.keySet().forEach(key -> lengths |= 1L << key.length());
    }

    private void noteKnown(EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            int i = text.first(run);
            if (text.known().isKnown(i, UnknownName.Kind.ORGANISATION)
                    && text.known().isInKnown(i)) {
                int first = i;
                while (i + 1 < text.size() && text.known().isOneKnown(first, i + 1)) {
                    i++;
                }
                if (text.isCapital(first) && !text.isTaken(first, i)) {
                    noteWords(text, first, i);
                }
            }
        }
    }

    private void note(EnglishText text, int first, int last) {
        noteWords(text, first, last);
        StringBuilder letters = new StringBuilder();
        for (int i = first; i <= last; i++) {
            if (text.isCapital(i)) {
                letters.append(text.letter(i));
            }
        }
        if (letters.length() >= SHORTEST) {
            byAcronym.putIfAbsent(letters.toString(), text.place(first, last));
        }
    }

    private void noteWords(EnglishText text, int first, int last) {
        Place full = text.place(first, last);
        for (int end = first; end < last; end++) {
            boolean special = !text.isAny(first, GENERAL)
                    && !text.known().isKnown(first, UnknownName.Kind.PLACE)
                    && !text.isAny(end + 1, Kind.PLACED.bit() | Kind.PART.bit());
            if (special && text.isCapital(end) && text.length(first) >= SHORTEST) {
                byWord.putIfAbsent(text.key(first, end), full);
            }
        }
        boolean founder = last == first + 1 && text.isAny(first, GIVEN) && !text.isAny(last, GENERAL);
        if (founder) {
            byWord.putIfAbsent(text.key(last, last), full);
        }
        for (int i = first + 1; i <= last; i++) {
            if (text.isKind(i, Kind.HEAD)) {
                byHead.putIfAbsent(text.key(i, i), full);
            }
        }
        if (text.isKind(first, Kind.HEAD)) {
            byHead.putIfAbsent(text.key(first, first), full);
        }
    }

    private void addTo(List<ShortForm> found, EnglishText text) {
        for (int run = 0; run < text.runs(); run++) {
            int first = text.first(run);
            int last = text.last(run);
            if (first < last && text.begins(first) && text.isAny(first, Kind.ORDINARY.bit() | Kind.THE.bit())) {
                first++;
            }
            if ((lengths & 1L << text.lengthOf(first, last)) == 0
                    || text.isTaken(first, last)
                    || text.known().isKnown(first)
                    || text.known().isKnown(last)) {
                continue;
            }
            Place full = full(text, first, last);
            if (full != null) {
                text.take(first, last);
                found.add(new ShortForm(text.place(first, last), full, text.isAcronym(first) ? BY_ACRONYM : BY_WORD));
            }
        }
    }

    private @Nullable Place full(EnglishText text, int first, int last) {
        String key = text.key(first, last);
        Place full = text.isAcronym(first) ? byAcronym.get(key) : null;
        full = full == null ? byWord.get(key) : full;
        boolean the = first > 0 && text.isNext(first) && text.isKind(first - 1, Kind.THE) && !text.begins(first);
        return full == null && the && first == last ? byHead.get(key) : full;
    }
}
