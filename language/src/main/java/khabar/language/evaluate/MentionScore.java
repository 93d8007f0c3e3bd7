package khabar.language.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how well mentions were found: exact span and class, text by text. Not safe for many threads. */
public final class MentionScore {
    private final Map<String, Tally> byType = new TreeMap<>();
    private final Map<String, Integer> confusions = new HashMap<>();

    /** Adds one text with what it should have and what was found in it. */
    public void add(String text, List<LabelledMention> expected, List<LabelledMention> found) {
        Set<LabelledMention> open = new HashSet<>(expected);
        for (LabelledMention mention : new HashSet<>(found)) {
            if (open.remove(mention)) {
                count(mention.type(), new Tally(1, 0, 0));
            } else {
                count(mention.type(), new Tally(0, 1, 0));
                confusions.merge("found " + mention.type() + ": " + cut(text, mention), 1, Integer::sum);
            }
        }
        for (LabelledMention mention : open) {
            count(mention.type(), new Tally(0, 0, 1));
            confusions.merge("missed " + mention.type() + ": " + cut(text, mention), 1, Integer::sum);
        }
    }

    private void count(String type, Tally tally) {
        byType.merge(type, tally, Tally::plus);
    }

    private static String cut(String text, LabelledMention mention) {
        return text.substring(mention.start(), mention.end());
    }

    /** The tally of each class, in the order of their names. */
    public Map<String, Tally> byType() {
        return Map.copyOf(byType);
    }

    /** The tally of all classes together. */
    public Tally total() {
        return byType.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** The most frequent mistakes, with how often they were made. */
    public List<Map.Entry<String, Integer>> worst(int limit) {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(confusions.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
    }

    /** The order in which classes are best read: the most frequent first. */
    public List<String> typesByFrequency() {
        return byType.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Tally> e) ->
                                -e.getValue().right() - e.getValue().missed())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
