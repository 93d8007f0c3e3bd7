package khabar.language.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.language.subject.TaggedSubject;

/**
 * Counts how often the strongest of some candidate subjects is a labelled one. A label may allow several
 * codes; the first of them stands for it where another answer was given. Not safe for many threads.
 */
public final class SubjectScore {
    private final Map<String, Tally> byCode = new TreeMap<>();
    private final Confusions confusions = new Confusions();
    private long texts;
    private long right;
    private long tagged;

    /** The code among the given ones that the subjects give the highest score, or {@code nothing}. */
    public static String strongest(List<TaggedSubject> subjects, Collection<String> candidates) {
        for (TaggedSubject subject : subjects) {
            if (candidates.contains(subject.code())) {
                return subject.code();
            }
        }
        return Confusion.NOTHING;
    }

    /** Adds one text with the codes that its label allows, its subjects and the candidates. */
    public void add(String text, List<String> allowed, List<TaggedSubject> subjects, Set<String> candidates) {
        texts++;
        tagged += subjects.stream().anyMatch(subject -> allowed.contains(subject.code())) ? 1 : 0;
        String answer = strongest(subjects, candidates);
        if (allowed.contains(answer)) {
            right++;
            byCode.merge(answer, Tally.RIGHT, Tally::plus);
            return;
        }
        byCode.merge(allowed.get(0), Tally.MISSED, Tally::plus);
        if (!answer.equals(Confusion.NOTHING)) {
            byCode.merge(answer, Tally.WRONG, Tally::plus);
        }
        confusions.add(String.join(",", allowed), answer, () -> Confusions.beginning(text));
    }

    /** The number of texts so far. */
    public long texts() {
        return texts;
    }

    /** Share of the texts with the right answer, from 0 to 1. */
    public double accuracy() {
        return share(right);
    }

    /** Share of the texts with a right subject at any place among all that were tagged, from 0 to 1. */
    public double tagged() {
        return share(tagged);
    }

    private double share(long part) {
        return texts == 0 ? 0 : (double) part / texts;
    }

    /** The tally of each code. */
    public Map<String, Tally> byCode() {
        return new TreeMap<>(byCode);
    }

    /** The most frequent errors. */
    public List<Confusion> worst(int limit) {
        return confusions.worst(limit);
    }
}
