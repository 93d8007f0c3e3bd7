package khabar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words with several meanings, in the shipped gazetteer: what stands around them decides. */
final class DisambiguationTest {
    private static final TextCore CORE = TextCore.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "جان کری گفت. کری رفت. | کری | Q22316",
                "در شهر کری باران بارید | کری | khabar:unknown:place:کری",
                "کری خواندن طرفداران | کری | -",
                "روزنامه جهان نوشت | روزنامه جهان | khabar:org:jahan-newspaper",
                "در سراسر جهان | جهان | -",
                "جهان فوتبال | جهان | -",
                "پرسپولیس سه گل زد و در لیگ اول شد | پرسپولیس | khabar:club:persepolis-f-c",
                "پرسپولیس برد | پرسپولیس | khabar:club:persepolis-f-c",
                "گردشگران از کاخ‌های هخامنشی پرسپولیس دیدند | پرسپولیس | khabar:city:persepolis",
                "وین رونی در وین بازی کرد | وین | Q1741",
                "حافظ شیرازی سرود | حافظ شیرازی | khabar:person:hafez",
                "رهبر انقلاب اسلامی با دانشجویان دانشگاه آزاد اسلامی سخن گفت | اسلامی | -",
                "رهبر انقلاب آمد. ضد انقلاب رفت | انقلاب | -",
                "رسول خدا چنین فرمود. خدا بزرگ است | خدا | -",
                "حضرت علی آمد. علی اکبری رفت | علی | -",
                "امام خمینی آمد. خمینی گفت | خمینی | khabar:person:ruhollah-khomeini",
                "یحیی گل‌محمدی آمد و محمدی رفت | محمدی | -",
                "علی علیپور آمد. علیپور گل زد | علیپور | khabar:person:ali-alipour",
                "دلار ۴۲ هزار ریال شد | ریال | -",
                "رئال بارسلونا را برد | رئال | Q8682",
                "استان آذربایجان شرقی سرد است | آذربایجان | -",
                "باکو پایتخت آذربایجان است | آذربایجان | Q227",
                "مراکش و الجزایر | مراکش | Q1028",
                "کابل‌های برق پاره شد | کابل | -",
                "دیپلمات‌ها به کابل رفتند | کابل | Q5838",
                "بخاری گازی روشن است | بخاری | -",
                "هوادار تیم شادی کرد | هوادار | -",
                "دیدار استقلال خوزستان | استقلال | -",
                "سیاست خارجی آمریکا | سیا | -",
                "سیا در آمریکا | سیا | Q37230",
                "وسوسهٔ تونس | سوسه | -",
                "در آستانهٔ سال نو | آستانه | -",
                "مذاکرات آستانه دربارهٔ سوریه | آستانه | Q1520",
                "سرمایه داران بزرگ | داران | -",
                "نقش این محلات | محلات | -"
            })
    void aWordMeansWhatTheArticleSpeaksOf(String text, String word, String entity) {
        List<String> found = CORE.analyze(new Document(null, null, text, null)).mentions().stream()
                .filter(mention -> mention.surfaceForm().equals(word))
                .map(mention -> mention.entity().id())
                .distinct()
                .toList();
        assertThat(found).isEqualTo(entity.equals("-") ? List.of() : List.of(entity));
    }
}
