package khabar.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts as they come over the wire: a few stories, each retold with more or fewer other words. */
final class WireStories {
    private static final int WORDS = 24;
    private static final List<String> FIRST =
            List.of("گزارش", "رئیس", "دولت", "نشست", "اعلام", "توافق", "کشور", "منطقه");
    private static final List<String> SECOND =
            List.of("تازه", "امروز", "تهران", "جنوبی", "شمالی", "اقتصادی", "پارلمان");

    private WireStories() {}

    /** One of three stories, with up to half of its words replaced; in one of four cases none. */
    static String told(Random random) {
        Random story = new Random(random.nextInt(3));
        double changed = random.nextInt(4) == 0 ? 0 : random.nextDouble() / 2;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            String word = word(story);
            words.add(random.nextDouble() < changed ? word(random) : word);
        }
        return String.join(" ", words);
    }

    /** A word of its own for nearly every number, so that stories have little in common. */
    private static String word(Random random) {
        return FIRST.get(random.nextInt(FIRST.size()))
                + SECOND.get(random.nextInt(SECOND.size()))
                + FIRST.get(random.nextInt(FIRST.size()));
    }
}
