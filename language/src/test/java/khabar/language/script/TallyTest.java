package khabar.language.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    private static final String SENTENCE = "رئيس جمهوري اسلامي ايران كه به تبريز رفته بود با مردم اين شهر ديدار كرد. ";
    private static final String WITH_PERSIAN_LETTERS =
            "رئیس جمهوری اسلامی ایران که به تبریز رفته بود با مردم این شهر دیدار کرد. ";

    @Test
    void aTextThatDiffersInArabicYehAndKafOnlyNeedNotBeRead() {
        assertThat(holdsFor(SENTENCE, WITH_PERSIAN_LETTERS)).isTrue();
    }

    @Test
    void aTextWithOtherWordsMustBeRead() {
        assertThat(holdsFor(SENTENCE, SENTENCE.replace("كه به", "كه‌به"))).isFalse();
        assertThat(holdsFor(SENTENCE, SENTENCE.replace("بود", "بؤد"))).isFalse();
        assertThat(holdsFor(SENTENCE, SENTENCE + "x")).isFalse();
    }

    @Test
    void whatFollowsWhereItWasSureMakesNoDifference() {
        String sure = SENTENCE.repeat(20);
        assertThat(holdsFor(sure, WITH_PERSIAN_LETTERS.repeat(20) + "the end")).isTrue();
        assertThat(holdsFor(sure, "the beginning " + sure)).isFalse();
    }

    @Test
    void wordsThatAreMetAgainAndAgainSayTheSameEachTime() {
        LanguageDetector detector = new LanguageDetector();
        Tally once = tally(SENTENCE);
        Tally often = tally(SENTENCE.repeat(500));
        for (int language = 0; language < Tally.languages().size(); language++) {
            assertThat(often.score(language)).isEqualTo(500 * once.score(language));
        }
        assertThat(detector.guess(often, null).language()).isEqualTo(LanguageDetector.PERSIAN);
    }

    @Test
    void readingToTheEndMakesNoDifferenceToWhetherATextIsPersian() {
        String text = "the quick brown fox ".repeat(60) + SENTENCE.repeat(9);
        for (int end = 0; end < text.length(); end++) {
            Tally untilSure = new Tally();
            untilSure.readUntilSure(text.toCharArray(), end);
            assertThat(tally(text.substring(0, end)).isPersian()).isEqualTo(untilSure.isPersian());
        }
    }

    private static Tally tally(String text) {
        Tally tally = new Tally();
        tally.read(text.toCharArray(), text.length());
        return tally;
    }

    private static boolean holdsFor(String text, String other) {
        Tally tally = new Tally();
        tally.readUntilSure(text.toCharArray(), text.length());
        return tally.holdsFor(other.toCharArray(), other.length(), text.toCharArray(), text.length());
    }
}
