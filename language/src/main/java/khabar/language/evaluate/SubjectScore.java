package khabar.language.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.subject.TaggedSubject;

/**
 * Counts how often the strongest of the candidate subjects is the labelled one. Not safe for many
 * threads.
 */
public final class SubjectScore {
    private static final String NONE = "none";

    private final Map<String, Tally> byCode = new TreeMap<>();
    private final Map<String, Integer> confusions = new HashMap<>();
    private int texts;
    private int right;

    /** The code among the given ones that the subjects give the highest score, or {@code none}. */
    public static String strongest(List<TaggedSubject> subjects, Collection<String> candidates) {
        for (TaggedSubject subject : subjects) {
            if (candidates.contains(subject.code())) {
                return subject.code();
            }
        }
        return NONE;
    }

    /** Adds one text with its label and the answer of the core. */
    public void add(String expected, String answer) {
        texts++;
        if (expected.equals(answer)) {
            right++;
            byCode.merge(expected, new Tally(1, 0, 0), Tally::plus);
        } else {
            byCode.merge(expected, new Tally(0, 0, 1), Tally::plus);
            byCode.merge(answer, new Tally(0, 1, 0), Tally::plus);
            confusions.merge(expected + " taken for " + answer, 1, Integer::sum);
        }
    }

    /** The number of texts so far. */
    public int texts() {
        return texts;
    }

    /** Share of the texts with the right answer, from 0 to 1. */
    public double accuracy() {
        return texts == 0 ? 0 : (double) right / texts;
    }

    /** The tally of each code. */
    public Map<String, Tally> byCode() {
        return Map.copyOf(byCode);
    }

    /** The most frequent mistakes, with how often they were made. */
    public List<Map.Entry<String, Integer>> worst(int limit) {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(confusions.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
    }
}
