package khabar.language.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final String SENTENCE = "رئيس جمهوري اسلامي ايران كه به تبريز رفته بود با مردم اين شهر ديدار كرد. ";
    private static final String WITH_PERSIAN_LETTERS =
            "رئیس جمهوری اسلامی ایران که به تبریز رفته بود با مردم این شهر دیدار کرد. ";

    private static final String[] PIECES = {
        " ",
        " ",
        "  ",
        "\n",
        "،",
        ",",
        "\"",
        "«",
        "»",
        ".",
        ":",
        "/",
        "//",
        "://",
        "\u200c",
        "\u200c",
        "\u200f",
        "ـ",
        "\u064b",
        "\u0654",
        "\u0301",
        "1",
        "۲",
        "é",
        "a",
        "http://a.b",
        "\ud835\udc00",
        "\ud835",
        "\udc00",
        "\ufefb",
        "|",
        "كه",
        "که",
        "می",
        "رود",
        "ها",
        "كتاب",
        "کتاب",
        "او",
        "و",
        "به",
        "أ",
        "ا",
        "ۀ",
        "ة",
        "the",
        "\u0000",
        "\u0085"
    };

    @Test
    void aTextThatDiffersInArabicYehAndKafOnlyNeedNotBeRead() {
        assertThat(holdsFor(SENTENCE, WITH_PERSIAN_LETTERS)).isTrue();
    }

    @Test
    void aTextThatDiffersInWhatIsNoWordOnlyNeedNotBeRead() {
        assertThat(holdsFor("او گفت: \"كه می‌رود\" و رفت.", "او گفت: «که می‌رود» و رفت."))
                .isTrue();
        assertThat(holdsFor("كتابهای او  ، كه", "کتاب‌های او، که")).isTrue();
        assertThat(holdsFor("به \u200fاو‌ گفت", "به او گفت")).isTrue();
    }

    @Test
    void aTextWhereAnAddressMayBeginOrEndMustBeRead() {
        assertThat(holdsFor("به:\u200c//می رود", "به://می رود")).isFalse();
        assertThat(holdsFor("به://a,می رود", "به://a،می رود")).isFalse();
        assertThat(holdsFor("به /", "به :")).isFalse();
    }

    @Test
    void whateverATextNeedNotBeReadForCountsTheSame() {
        Random random = new Random(20_261_130);
        int held = 0;
        for (int i = 0; i < 200_000; i++) {
            List<String> pieces = new ArrayList<>();
            for (int n = random.nextInt(9); n >= 0; n--) {
                pieces.add(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = String.join("", pieces);
            for (int n = random.nextInt(3); n >= 0; n--) {
                pieces.set(random.nextInt(pieces.size()), PIECES[random.nextInt(PIECES.length)]);
            }
            String other = String.join("", pieces);
            if (holdsFor(text, other)) {
                held += text.equals(other) ? 0 : 1;
                assertThat(scores(other)).as("%s, %s", text, other).isEqualTo(scores(text));
            }
        }
        assertThat(held).isGreaterThan(1_000);
    }

    private static List<Object> scores(String text) {
        Tally tally = tally(text);
        List<Object> scores = new ArrayList<>(List.of(tally.isPersian(), tally.mainScript()));
        for (int language = 0; language < Tally.languages().size(); language++) {
            scores.add(tally.score(language));
        }
        return scores;
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
        Tally often = new Tally();
        for (int i = 0; i < 500; i++) {
            often.add(tally(SENTENCE));
        }
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

    @Test
    void samplesOfALongTextSpeakForAllOfIt() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(SENTENCE.repeat(4));
            Tally all = tally(text.toString());
            for (int part = 0; part < 60; part++) {
                String next = random.nextInt(4) == 0 ? randomWord(random) + ' ' : WITH_PERSIAN_LETTERS;
                text.append(next);
                all.add(tally(next));
            }
            Tally sampled = tally(text.toString());
            assertThat(sampled.mainScript()).isEqualTo(all.mainScript());
            for (UnicodeScript script : UnicodeScript.values()) {
                assertThat(sampled.share(script)).as(script.name()).isEqualTo(all.share(script));
            }
            assertThat((double) sampled.score(Cues.FA)).isCloseTo(all.score(Cues.FA), withinPercentage(20));
        }
    }

    @Test
    void whatIsNoPersianInALongPersianTextIsReadWhole() {
        String arabic = "وقال الرئيس إن الحكومة التي تم تشكيلها في العاصمة هذه السنة قد تقدمت إلى البرلمان. ".repeat(4);
        Tally all = tally(SENTENCE.repeat(30));
        Tally foreign = tally(arabic);
        Tally mixed = tally(SENTENCE.repeat(15) + arabic + SENTENCE.repeat(15));
        double more = mixed.score(Cues.AR) - all.score(Cues.AR);
        assertThat(more).isCloseTo(foreign.score(Cues.AR), withinPercentage(10));
    }

    @Test
    void whatATextSaysDoesNotDependOnTextsThatWereReadBefore() throws InterruptedException {
        Random random = new Random(20_261_201);
        String[] words = SENTENCE.split(" ");
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(150); n >= 0; n--) {
                boolean other = random.nextInt(4) == 0;
                text.append(other ? randomWord(random) : words[random.nextInt(words.length)]);
                text.append(random.nextInt(6) == 0 ? PIECES[random.nextInt(PIECES.length)] : " ");
            }
            List<Object> here = everything(text.toString());
            List<Object> elsewhere = new ArrayList<>();
            Thread fresh = new Thread(() -> elsewhere.addAll(everything(text.toString())));
            fresh.start();
            fresh.join();
            assertThat(elsewhere).as(text.toString()).isEqualTo(here);
        }
    }

    private static List<Object> everything(String text) {
        Tally tally = tally(text);
        List<Object> all = scores(text);
        for (int language = 0; language < Tally.languages().size(); language++) {
            all.add(tally.votes().letters(language));
            all.add(tally.votes().lead(language));
        }
        return all;
    }

    private static String randomWord(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            word.append(piece.contains("/") ? "" : piece.trim());
        }
        return word.toString();
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
