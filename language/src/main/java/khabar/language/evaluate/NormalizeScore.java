package khabar.language.evaluate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts how well texts were normalized: the changes that were made, against those that turn the input
 * into the expected text. A change is a place in the input, what stood there and what replaces it. Not
 * safe for many threads.
 */
public final class NormalizeScore {
    private final Map<String, Tally> byClass = new TreeMap<>();
    private final Confusions confusions = new Confusions();
    private long texts;
    private long equal;
    private long unstable;

    /**
     * Adds one text.
     *
     * @param kind the class under which its changes are counted
     * @param input the text before
     * @param expected what it should become
     * @param found what was made of it
     */
    public void add(String kind, String input, String expected, String found) {
        texts++;
        equal += expected.equals(found) ? 1 : 0;
        Set<Edit> wanted = new LinkedHashSet<>(Edits.between(input, expected));
        Set<Edit> made = new LinkedHashSet<>(Edits.between(input, found));
        long right = made.stream().filter(wanted::contains).count();
        byClass.merge(kind, new Tally(right, made.size() - right, wanted.size() - right), Tally::plus);
        wanted.stream().filter(edit -> !made.contains(edit)).forEach(edit -> confuse(input, edit, made));
        made.stream()
                .filter(edit -> !wanted.contains(edit)
                        && wanted.stream().noneMatch(other -> !made.contains(other) && meet(edit, other)))
                .forEach(edit ->
                        confusions.add(described(edit.before()), described(edit.after()), () -> example(input, edit)));
    }

    /** Notes a text that changes once more when it is normalized again. */
    public void addUnstable() {
        unstable++;
    }

    private void confuse(String input, Edit missed, Set<Edit> made) {
        String found = made.stream()
                .filter(edit -> meet(edit, missed))
                .findFirst()
                .map(Edit::after)
                .orElse(missed.before());
        confusions.add(described(missed.after()), described(found), () -> example(input, missed));
    }

    private static boolean meet(Edit one, Edit other) {
        return one.at() <= other.at() + other.before().length()
                && other.at() <= one.at() + one.before().length();
    }

    private static String example(String input, Edit edit) {
        return Confusions.around(input, edit.at(), edit.at() + edit.before().length());
    }

    /** Nothing, spaces and invisible characters by their numbers, as nobody could tell them apart. */
    private static String described(String text) {
        if (text.isEmpty()) {
            return Confusion.NOTHING;
        }
        StringBuilder described = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean visible =
                    Character.isLetterOrDigit(c) || c > ' ' && c < '\u007f' || type == Character.OTHER_PUNCTUATION;
            described.append(visible ? Character.toString(c) : String.format(Locale.ROOT, "U+%04X ", c));
        });
        return described.toString().strip();
    }

    /** The number of texts so far. */
    public long texts() {
        return texts;
    }

    /** The number of texts that became what was expected, to the character. */
    public long equal() {
        return equal;
    }

    /** The number of texts that change when they are normalized twice. */
    public long unstable() {
        return unstable;
    }

    /** The tally of changes of each class. */
    public Map<String, Tally> byClass() {
        return new TreeMap<>(byClass);
    }

    /** The tally of changes of all classes together. */
    public Tally total() {
        return byClass.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** The most frequent errors. */
    public List<Confusion> worst(int limit) {
        return confusions.worst(limit);
    }
}
