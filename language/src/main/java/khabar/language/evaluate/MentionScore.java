package khabar.language.evaluate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts how well mentions were found, text by text: by exact span and class, and by exact span alone.
 * Equal mentions of one text count once. Not safe for many threads.
 */
public final class MentionScore {
    private static final String ANY = "";

    private final Map<String, Tally> byType = new TreeMap<>();
    private final Confusions confusions = new Confusions();
    private Tally spans = Tally.NONE;

    /** Adds one text with what it should have and what was found in it. */
    public void add(String text, List<LabelledMention> expected, List<LabelledMention> found) {
        Set<LabelledMention> missed = new LinkedHashSet<>(expected);
        Set<LabelledMention> wrong = new LinkedHashSet<>(found);
        missed.removeAll(new LinkedHashSet<>(found));
        wrong.removeAll(new LinkedHashSet<>(expected));
        new LinkedHashSet<>(expected)
                .stream().filter(mention -> !missed.contains(mention)).forEach(right -> count(right, Tally.RIGHT));
        wrong.forEach(mention -> count(mention, Tally.WRONG));
        missed.forEach(mention -> count(mention, Tally.MISSED));
        spans = spans.plus(spansOnly(expected, found));
        confuse(text, missed, wrong);
    }

    private void count(LabelledMention mention, Tally tally) {
        byType.merge(mention.type(), tally, Tally::plus);
    }

    private static Tally spansOnly(List<LabelledMention> expected, List<LabelledMention> found) {
        Set<LabelledMention> there = untyped(expected);
        Set<LabelledMention> made = untyped(found);
        long right = made.stream().filter(there::contains).count();
        return new Tally(right, made.size() - right, there.size() - right);
    }

    private static Set<LabelledMention> untyped(List<LabelledMention> mentions) {
        Set<LabelledMention> spans = new LinkedHashSet<>();
        mentions.forEach(mention -> spans.add(new LabelledMention(mention.start(), mention.end(), ANY)));
        return spans;
    }

    /** An error of span or class is one confusion of the two mentions; what stands alone, of one and nothing. */
    private void confuse(String text, Set<LabelledMention> missed, Set<LabelledMention> wrong) {
        Set<LabelledMention> alone = new LinkedHashSet<>(wrong);
        for (LabelledMention there : missed) {
            LabelledMention made = wrong.stream()
                    .filter(other -> other.start() < there.end() && there.start() < other.end())
                    .findFirst()
                    .orElse(null);
            String found = made == null ? Confusion.NOTHING : describe(text, made);
            confusions.add(describe(text, there), found, () -> Confusions.around(text, there.start(), there.end()));
            if (made != null) {
                alone.remove(made);
            }
        }
        for (LabelledMention made : alone) {
            confusions.add(
                    Confusion.NOTHING, describe(text, made), () -> Confusions.around(text, made.start(), made.end()));
        }
    }

    private static String describe(String text, LabelledMention mention) {
        return mention.type() + " " + text.substring(mention.start(), mention.end());
    }

    /** The tally of each class, in the order of their names. */
    public Map<String, Tally> byType() {
        return new TreeMap<>(byType);
    }

    /** The tally of all classes together. */
    public Tally total() {
        return byType.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** The tally of spans, whatever their classes. */
    public Tally spans() {
        return spans;
    }

    /** The most frequent errors. */
    public List<Confusion> worst(int limit) {
        return confusions.worst(limit);
    }
}
