package khabar.language.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in Persian that no gazetteer knows; people and bodies are invented. */
final class PersianNamesTest {
    private static final TextCore CORE = TextCore.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "سپس علیرضا چناری آمد | علیرضا چناری",
                "محمدرضا شکاری، دو گل زد | محمدرضا شکاری",
                "سپس غلامرضا سمندر، کوروش پهلوان و مجید نامجو آمدند | کوروش پهلوان",
                "سپس میلاد نجفی پور آمد | میلاد نجفی پور",
                "سپس مجید صالحی نیا آمد | مجید صالحی نیا",
                "سپس اللهیار برواری آمد | اللهیار برواری",
                "سپس میلاد احسانی فر آمد | میلاد احسانی فر",
                "سپس میلاد ملکی جو آمد | میلاد ملکی جو",
                "سپس هاشم بنی هاشمی نسب آمد | هاشم بنی هاشمی نسب",
                "سپس امیر رضایی نیا آمد | امیر رضایی نیا",
                "دکتر احسانی فر آمد | احسانی فر",
            })
    void aWordOfTheDictionaryIsASurnameBehindAFirstNameThatIsNone(String text, String name) {
        assertThat(forms(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "سپس علیرضا آمادگی دارد",
                "حسن نیت داشت",
                "در طرح هادی روستایی ماند",
                "جان پرستاران در خطر است",
                "امام محمد جنگی کرد",
                "علی رغم این کار ماند",
                "مسابقات قرآن کریم اوقاف بود",
                "با نتیجه سه بر صفر رضایی نیا را برد",
                "سپس امیر رضایی بود",
            })
    void whatIsSaidOfSomebodyIsNoSurname(String text) {
        assertThat(forms(text)).isEmpty();
    }

    @Test
    void aSurnameThatIsACommonWordTellsNobodyAlone() {
        assertThat(forms("مدافع تیم، کوروش نظام، گفت. نظام ماند")).containsExactly("کوروش نظام");
        assertThat(forms("مدافع تیم، کوروش برواری، گفت. برواری ماند")).containsExactly("کوروش برواری", "برواری");
    }

    @Test
    void theEndOfASurnameMayStandApart() {
        assertThat(forms("مدافع تیم، میلاد احسانی فر، گفت. احسانی‌فر ماند. احسانی فر رفت. احسانی ماند"))
                .containsExactly("میلاد احسانی فر", "احسانی‌فر", "احسانی فر");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "مدیر گمرک زنجان گفت | گمرک زنجان | زنجان",
                "رئیس هیئت کشتی استان کردستان گفت | هیئت کشتی استان کردستان | استان کردستان",
                "شورای اسلامی شهر یاسوج | شورای اسلامی شهر یاسوج | یاسوج",
                "اداره کل فرهنگ و ارشاد اسلامی گیلان | اداره کل فرهنگ و ارشاد اسلامی گیلان | گیلان",
                "سازمان صنعت، معدن و تجارت گیلان | سازمان صنعت، معدن و تجارت گیلان | گیلان",
                "معاونت پژوهشی مجلس شورای اسلامی | معاونت پژوهشی مجلس شورای اسلامی | مجلس شورای اسلامی",
                "به موزه ارومیه رفت | موزه ارومیه | ارومیه",
            })
    void aBodyIsNamedByItsFieldAndItsPlaceWhichCountsAsWell(String text, String name, String nested) {
        List<Mention> mentions = mentions(text);
        assertThat(mentions).extracting(Mention::surfaceForm).containsSubsequence(name, nested);
        int body = mentions.stream().map(Mention::surfaceForm).toList().indexOf(name);
        assertThat(mentions.get(body).nestedIn()).isEqualTo(Mention.TOP_LEVEL);
        assertThat(mentions.get(body).confidence()).isEqualTo(0.7);
        assertThat(mentions)
                .filteredOn(mention -> mention.surfaceForm().equals(nested))
                .allMatch(mention -> mention.nestedIn() == body && mention.counted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "نشست فدراسیون گلف بود | فدراسیون گلف",
                "رئیس کمیسیون اجتماعی مجلس گفت | کمیسیون اجتماعی مجلس",
                "سازمان بهداشت مدارس کشور | سازمان بهداشت مدارس کشور",
            })
    void someBodiesNeedNoPlace(String text, String name) {
        assertThat(forms(text)).containsExactly(name);
        assertThat(mentions(text).get(0).confidence()).isEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "در این سازمان تهران را دیدند",
                "شهرداری‌های تهران و گیلان",
                "در مرکز تهران ماند",
                "سازمان مرکزی ماند",
                "شورای عالی امنیت ملی، وزارت کشور",
                "مرکز نوسازی، تهران",
            })
    void aPlaceIsNoPartOfWhatIsNotNamedByIt(String text) {
        assertThat(forms(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"هوانگ جین چان", "کیم جین سو", "نام تای هی"})
    void aNameOfKoreaHasThreeParts(String name) {
        assertThat(forms("سپس " + name + " و دیگران آمدند")).containsExactly(name);
        assertThat(mentions(name).get(0).confidence()).isEqualTo(0.7);
    }

    @Test
    void wordsThatMayBeSyllablesAreNoName() {
        assertThat(forms("نام وی را نوشتند. پارک شهر. کی آمد")).isEmpty();
    }

    @Test
    void whoSpeaksInAHeadlineIsNamedByTheSurname() {
        assertThat(forms("نوروزی: تیم ما خوب بود")).containsExactly("نوروزی");
        assertThat(forms("نجف‌نژاد: تیم ما خوب بود")).containsExactly("نجف‌نژاد");
        assertThat(forms("قاضی: تیم ما خوب بود")).isEmpty();
        assertThat(forms("ورزش: تیم ما خوب بود")).isEmpty();
        assertThat(forms("نوروزی تیم ما خوب بود")).isEmpty();
        assertThat(forms("نوروزی")).isEmpty();
    }

    @Test
    void whoReportsIsAnAgencyAndNotThePlace() {
        for (String text : List.of("به گزارش فارس، او آمد", "گفت‌وگو با خبرنگار اجتماعی فارس")) {
            assertThat(mentions(text))
                    .extracting(mention -> mention.entity().id())
                    .containsExactly("khabar:org:fars-news");
        }
    }

    private static List<String> forms(String text) {
        return mentions(text).stream()
                .filter(mention -> mention.entity().id().startsWith("khabar:unknown:"))
                .map(Mention::surfaceForm)
                .toList();
    }

    private static List<Mention> mentions(String text) {
        return CORE.analyze(new Document(null, null, text, null)).mentions();
    }
}
