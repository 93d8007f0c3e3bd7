package khabar.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Words made up of syllables, so that texts differ as those of different news do: how often one is drawn
 * falls with its rank, by Zipf's law.
 */
final class OtherWords {
    private static final int WORDS = 30_000;
    /** More frequent words are in the sentences. */
    private static final int FIRST_RANK = 100;

    private static final int FEWEST_SYLLABLES = 2;
    private static final int MORE_SYLLABLES = 3;
    private static final List<String> PERSIAN = List.of(
            "با", "بر", "تا", "ته", "جن", "چم", "خو", "دا", "رو", "زا", "سر", "شا", "غر", "فر", "کا", "گر", "لا", "ما",
            "نو", "وا", "هم", "یا");
    private static final List<String> LATIN = List.of(
            "ba", "bre", "cor", "den", "el", "fo", "gra", "hu", "is", "jor", "ka", "lem", "mo", "nus", "or", "pa",
            "qui", "ren", "so", "tur", "ul", "ve");

    private final List<String> words = new ArrayList<>();

    OtherWords(String language, Random random) {
        List<String> syllables = language.equals("en") ? LATIN : PERSIAN;
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int left = FEWEST_SYLLABLES + random.nextInt(MORE_SYLLABLES); left > 0; left--) {
                word.append(syllables.get(random.nextInt(syllables.size())));
            }
            words.add(word.toString());
        }
    }

    /** So many words, with a space between them. */
    String draw(int count, Random random) {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double rank = FIRST_RANK * Math.pow((double) WORDS / FIRST_RANK, random.nextDouble());
            drawn.add(words.get((int) rank));
        }
        return String.join(" ", drawn);
    }
}
