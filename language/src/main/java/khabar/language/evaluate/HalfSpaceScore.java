package khabar.language.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.normalize.Rule;
import khabar.language.script.Chars;

/**
 * Measures half-space restoration by strip and restore: takes the half-spaces out of Persian texts that
 * have them, restores them, and compares word by word with the text as it was. A word counts where it
 * has a half-space before or after: right if all of its half-spaces are where they were and no others,
 * else wrong or missed or both. The writer's own spelling is the measure, also where it is careless.
 */
public final class HalfSpaceScore {
    /** How the half-spaces get lost. */
    public enum Defect {
        /** Left out, so that the parts stand together. */
        DELETED,
        /** A space in their place; spaces that were there before must stay. */
        SPACED
    }

    private static final String HALF_SPACE = String.valueOf(Chars.ZWNJ);
    private static final int CONFUSIONS = 100;

    private final Normalizer reference = new Normalizer(Profile.MINIMAL);
    private final Normalizer restorer = new Normalizer(new Profile("half-spaces", EnumSet.of(Rule.HALF_SPACES)));
    private final Defect defect;
    /** How often each spelling was expected, and what was found in its place how often. */
    private final Map<String, Map<String, Long>> found = new TreeMap<>();

    public HalfSpaceScore(Defect defect) {
        this.defect = defect;
    }

    /** Takes one text into account. */
    public void add(String text) {
        String expected = reference.normalize(text, "fa").display();
        String damaged = expected.replace(HALF_SPACE, defect == Defect.DELETED ? "" : " ");
        compare(
                words(expected, expected),
                words(damaged, restorer.normalize(damaged, "fa").display()));
    }

    /** What came of all texts so far, against each word as its writer wrote it. */
    public Score score() {
        return score(found);
    }

    /**
     * What came of all texts so far, against each word as the writers of these texts write it most
     * often. This sets careless spellings aside, such as a plural that one writer in ten joins.
     */
    public Score houseScore() {
        Map<String, Map<String, Long>> byLetters = new TreeMap<>();
        found.forEach((spelling, all) -> byLetters
                .computeIfAbsent(spelling.replace(HALF_SPACE, ""), letters -> new TreeMap<>())
                .merge(spelling, total(all), Long::sum));
        Map<String, Map<String, Long>> house = new TreeMap<>();
        found.forEach((spelling, all) -> {
            String usual = usual(byLetters.getOrDefault(spelling.replace(HALF_SPACE, ""), Map.of()), spelling);
            all.forEach((word, times) ->
                    house.computeIfAbsent(usual, u -> new TreeMap<>()).merge(word, times, Long::sum));
        });
        return score(house);
    }

    private static String usual(Map<String, Long> spellings, String otherwise) {
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    private static long total(Map<String, Long> times) {
        return times.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Score score(Map<String, Map<String, Long>> found) {
        long right = 0;
        long wrong = 0;
        long missed = 0;
        List<Score.Confusion> worst = new ArrayList<>();
        for (Map.Entry<String, Map<String, Long>> expected : found.entrySet()) {
            boolean there = expected.getKey().contains(HALF_SPACE);
            for (Map.Entry<String, Long> word : expected.getValue().entrySet()) {
                boolean equal = word.getKey().equals(expected.getKey());
                boolean any = word.getKey().contains(HALF_SPACE);
                right += equal && there ? word.getValue() : 0;
                wrong += !equal && any ? word.getValue() : 0;
                missed += !equal && there ? word.getValue() : 0;
                if (!equal && (any || there)) {
                    worst.add(new Score.Confusion(expected.getKey(), word.getKey(), word.getValue()));
                }
            }
        }
        worst.sort(Comparator.comparingLong(Score.Confusion::times)
                .reversed()
                .thenComparing(Score.Confusion::expected)
                .thenComparing(Score.Confusion::found));
        return new Score(right, wrong, missed, List.copyOf(worst.subList(0, Math.min(CONFUSIONS, worst.size()))));
    }

    /** A word by the number of letters before it and after its end, and its spelling. */
    private record Word(int start, int end, String spelling) {}

    /** The words of the restored text, with only those changes that undo the defect in question. */
    private List<Word> words(String before, String after) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int letters = 0;
        int i = 0;
        for (int j = 0; j < after.length(); j++) {
            char c = after.charAt(j);
            char was = i < before.length() ? before.charAt(i) : 0;
            if (was == ' ' && c != ' ' && c != Chars.ZWNJ) {
                // A space that has been removed still parts two words here.
                end(words, word, letters);
                was = before.charAt(++i);
            }
            boolean replaced = c == Chars.ZWNJ && was == ' ';
            boolean inserted = c == Chars.ZWNJ && was != c && !replaced;
            i += inserted ? 0 : 1;
            if (replaced && defect == Defect.DELETED) {
                end(words, word, letters);
            } else if (Chars.isWordPart(c) && !(inserted && defect == Defect.SPACED)) {
                word.append(c);
                letters += c == Chars.ZWNJ ? 0 : 1;
            } else if (c != Chars.ZWNJ) {
                end(words, word, letters);
                letters += c == ' ' ? 0 : 1;
            }
        }
        end(words, word, letters);
        return words;
    }

    private static void end(List<Word> words, StringBuilder word, int letters) {
        if (!word.isEmpty()) {
            String spelling = word.toString();
            long halfSpaces = spelling.chars().filter(c -> c == Chars.ZWNJ).count();
            words.add(new Word(letters - spelling.length() + (int) halfSpaces, letters, spelling));
            word.setLength(0);
        }
    }

    private void compare(List<Word> expected, List<Word> restored) {
        int f = 0;
        for (Word word : expected) {
            int first = f;
            while (f < restored.size() && restored.get(f).end() <= word.end()) {
                f++;
            }
            int last = f < restored.size() && restored.get(f).start() < word.end() ? f + 1 : f;
            String spelling = String.join(
                    " ",
                    restored.subList(first, last).stream().map(Word::spelling).toList());
            found.computeIfAbsent(word.spelling(), w -> new TreeMap<>()).merge(spelling, 1L, Long::sum);
            f = last;
        }
    }
}
