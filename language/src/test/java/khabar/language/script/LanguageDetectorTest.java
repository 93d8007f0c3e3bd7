package khabar.language.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fa  | Arab | سرکوبی جبهه النصره و داعش محور مذاکره ظریف و لاوروف اعلام شد",
                "fa  | Arab | لاوروف: روسیه و ایران حامی مبارزه با تروریسم در سوریه هستند",
                "fa  | Arab | رئيس جمهوري اسلامي ايران وارد تبريز شد",
                "fa  | Arab | افزايش نرخ بليت قطار",
                "fa  | Arab | صعود تیم ملی والیبال",
                "fa  | Arab | وزير بهداشت: تعرفه‌هاي پزشكي اصلاح مي‌شود",
                "fa  | Arab | آیت‌الله سیستانی انتخابات عراق را ستود",
                "ar  | Arab | لافروف: روسيا وإيران تدعمان مكافحة الإرهاب في سوريا",
                "ar  | Arab | مقتل عشرة جنود في هجوم شرق حلب",
                "ar  | Arab | الرئيس المصري يلتقي وزير الخارجية الأمريكي",
                "ar  | Arab | ارتفاع أسعار النفط بعد اجتماع أوبك",
                "ur  | Arab | وزیراعظم نے کابینہ کا اجلاس طلب کر لیا",
                "ur  | Arab | پاکستان اور بھارت کے درمیان مذاکرات",
                "ur  | Arab | لاہور میں بارش سے سڑکیں زیر آب",
                "ps  | Arab | د افغانستان ولسمشر له طالبانو سره خبرې کوي",
                "ps  | Arab | په کابل کې چاودنه لس تنه وژلي",
                "ckb | Arab | سەرۆکی هەرێمی کوردستان گەیشتە بەغدا",
                "ckb | Arab | نرخی نەوت لە بازاڕەکانی جیهان بەرز بووەوە",
                "en  | Latn | Russia and Iran back fight against terrorism in Syria",
                "en  | Latn | Oil prices surge after Opec meeting",
                "ru  | Cyrl | Лавров: Россия и Иран поддерживают борьбу с терроризмом",
                "ru  | Cyrl | Цены на нефть выросли",
                "tr  | Latn | Cumhurbaşkanı Erdoğan yarın Rusya'ya gidiyor",
                "tr  | Latn | Petrol fiyatları toplantıdan sonra yükseldi",
                "tr  | Latn | Bakan: Yeni okul binaları için bütçe hazır",
                "uk  | Cyrl | Президент України зустрівся з міністрами",
                "de  | Latn | Der Minister hat die Reise nach Moskau abgesagt",
                "fr  | Latn | Le ministre des Affaires étrangères est arrivé à Moscou",
                "he  | Hebr | ראש הממשלה הגיע למוסקבה",
                "und | Zyyy | 2254 ... 19:30"
            })
    void isRightOnAHeadline(String language, String script, String headline) {
        LanguageGuess guess = detector.detect(headline);
        assertThat(guess.language()).isEqualTo(language);
        assertThat(guess.script()).isEqualTo(script);
    }

    @Test
    void theMainLanguageOfAMixedArticleWinsAndSoundsLessSure() {
        String persian = "وزیر خارجه روسیه گفت که مذاکرات در باره سوریه ادامه دارد و ایران نیز در آن شرکت می‌کند. ";
        String english = "He said that talks would go on.";
        LanguageGuess mixed = detector.detect(persian + english);
        assertThat(mixed.language()).isEqualTo("fa");
        assertThat(mixed.confidence()).isBetween(0.5, detector.detect(persian).confidence());
    }

    @Test
    void aClaimTipsTheScalesOnlyWhereTheTextDoesNotTell() {
        assertThat(detector.detect("محمد علی", "ar").language()).isEqualTo("ar");
        assertThat(detector.detect("محمد علی", null).language()).isEqualTo("fa");
        assertThat(detector.detect("وزیر خارجه روسیه به تهران آمد و گفت که این است", "ar")
                        .language())
                .isEqualTo("fa");
    }

    @Test
    void letterVariantsMarksAndPresentationFormsMakeNoDifference() {
        LanguageGuess plain = detector.detect("این خبر در تهران است");
        assertThat(detector.detect("اين خـبر در تِهران است")).isEqualTo(plain);
    }

    @Test
    void anAddressSaysNothingOfTheLanguage() {
        assertThat(detector.detect("خبر http://example.com/news/a-very-long-address-in-latin-letters")
                        .language())
                .isEqualTo("fa");
    }

    @Test
    void nothingIsUnknown() {
        assertThat(detector.detect("")).isEqualTo(new LanguageGuess("und", "Zyyy", 0));
    }

    @Test
    void theOrderOfLanguagesIsThatOfTheirCues() {
        assertThat(new FunctionWords().languages())
                .containsExactly("fa", "ar", "ur", "ps", "ckb", "en", "tr", "de", "fr", "es", "ru", "uk");
    }
}
