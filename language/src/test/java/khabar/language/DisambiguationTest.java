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
                "نقش این محلات | محلات | -",
                "بیمارستان امام رضا شلوغ است | امام رضا | -",
                "بیمارستان امام رضا شلوغ است | بیمارستان امام رضا | khabar:unknown:org:بیمارستان-امام-رضا",
                "بازی در ورزشگاه امام رضای مشهد | ورزشگاه امام رضا | khabar:unknown:place:ورزشگاه-امام-رضا",
                "کارگران بزرگراه شهید همت | همت | -",
                "دانشگاه علوم پزشکی شهید بهشتی | بهشتی | -",
                "در جام تختی کشتی گرفت | تختی | -",
                "قهرمان جایزهٔ امیرکبیر | امیرکبیر | -",
                "نلسون ماندلا آمد. ورزشگاه نلسون ماندلا پر شد | ماندلا | Q8023",
                "رئیس دانشگاه، امیرکبیر را ستود | امیرکبیر | khabar:person:amir-kabir",
                "کتاب‌های دانشگاه‌های امیرکبیر | امیرکبیر | khabar:person:amir-kabir",
                "در این مدرسه امیرکبیر درس داد | امیرکبیر | khabar:person:amir-kabir",
                "تیم علی دایی برد | علی دایی | khabar:person:ali-daei",
                "حرم امام رضا در مشهد | امام رضا | khabar:person:imam-reza",
                "دولت امیرکبیر | امیرکبیر | khabar:person:amir-kabir",
                "کامرون از بروکسل به لندن بازگشت | کامرون | Q192",
                "دیوید کامرون آمد. کامرون گفت | کامرون | Q192",
                "تیم فوتبال کامرون در آفریقا برد | کامرون | Q1009",
                "سیلاب در کامرون | کامرون | Q1009",
                "فیلم تازهٔ کامرون، کارگردان آواتار | کامرون | Q42574",
                "الجزایر و مراکش | الجزایر | Q262",
                "کشاورزان تراکتور خریدند | تراکتور | -",
                "سرمربی تراکتور آمد | تراکتور | khabar:club:tractor-sazi",
                "سید رمضان عزیزی گفت | رمضان | -",
                "سینا در بیمارستان سینا کار می‌کند | سینا | -",
                "ارتش مصر در سینا جنگید | سینا | khabar:place:sinai",
                "خیابان‌های بابل در مازندران | بابل | khabar:city:babol",
                "تمدن باستانی بابل | بابل | khabar:city:babil",
                "تورینو در لیگ سه گل زد | تورینو | khabar:club:torino-fc",
                "دانشگاه الزهرا | الزهرا | -",
                "مردم زیر سایبان رفتند و قایق و بلم ساختند | سایبان | -",
                "ترامپ با هریس مناظره کرد | هریس | khabar:person:kamala-harris",
                "شهرستان هریس در آذربایجان | هریس | khabar:city:heris"
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
