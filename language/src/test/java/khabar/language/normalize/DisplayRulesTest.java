package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row a rule; {@code _} stands for the half-space. */
class DisplayRulesTest {
    private final Normalizer normalizer = new Normalizer();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Arabic yeh                        | عل\u064a                     | عل\u06cc",
                "Arabic kaf                        | \u0643ار                     | \u06a9ار",
                "alef maksura                      | حت\u0649                     | حت\u06cc",
                "swash kaf                         | \u06aaار                     | \u06a9ار",
                "Urdu heh                          | \u06c1م                      | \u0647م",
                "Kurdish heh                       | خان\u06d5                    | خان\u0647",
                "heh with yeh above                | خان\u06c0 ما                 | خان\u0647\u0654 ما",
                "hamza above joins its alef        | تا\u0654ثیر                  | ت\u0623ثیر",
                "hamza above joins its yeh         | مسی\u0654ول                  | مس\u0626ول",
                "madda joins its alef              | ا\u0653ن                     | \u0622ن",
                "tanvin stays                      | تقریبا\u064b                 | تقریبا\u064b",
                "doubled mark                      | معل\u0651\u0651م             | معل\u0651م",
                "teh marbuta stays                 | آیة                          | آیة",
                "Arabic digits                     | \u0661\u0662 نفر             | \u06f1\u06f2 نفر",
                "ASCII digits stay                 | 12 نفر                       | 12 نفر",
                "decimal number stays              | نرخ 10.450 تومان             | نرخ 10.450 تومان",
                "model number stays                | جنگنده F16 آمد               | جنگنده F16 آمد",
                "time stays                        | ساعت 12:30 بود               | ساعت 12:30 بود",
                "thousands stay                    | ۱۲,۵۰۰ ریال                  | ۱۲,۵۰۰ ریال",
                "date stays                        | در 1395/9/4 بود              | در 1395/9/4 بود",
                "percent stays                     | 20% و ۲۰٪                    | 20% و ۲۰٪",
                "address stays                     | نشانی http://a.ir/علي_ها بود | نشانی http://a.ir/علي_ها بود",
                "address without scheme stays      | نشانی www.a.ir/علي بود       | نشانی www.a.ir/علي بود",
                "e-mail stays                      | به a.b@c.ir بفرست            | به a.b@c.ir بفرست",
                "hashtag stays                     | این #گروههاي خبري است        | این #گروههاي خبری است",
                "mention stays                     | این @Ali_Reza است            | این @Ali_Reza است",
                "code stays                        | دستور `ls ,` است             | دستور `ls ,` است",
                "kashida                           | ســـلام                      | سلام",
                "kashida as a dash                 | ایران ـ عراق                 | ایران – عراق",
                "kashida between digits            | ۵ـ۶ نفر                      | ۵–۶ نفر",
                "repeated letters                  | خییییلی خوب                  | خیلی خوب",
                "two letters stay                  | سازمان ملل متحد              | سازمان ملل متحد",
                "lam-alef ligature                 | سﻻم                          | سلام",
                "ligature of Allah                 | عبدﷲ                         | عبدالله",
                "rial sign                         | ۱۰۰ ﷼                        | ۱۰۰ ریال",
                "presentation forms                | ﺳﻼﻡ                          | سلام",
                "half-space twice                  | می\u200c\u200cشود            | می_شود",
                "half-space at the edge            | خبر\u200c آمد\u200c           | خبر آمد",
                "half-space that nobody sees       | کار\u200cها                  | کارها",
                "half-space before punctuation     | رفت\u200c، آمد               | رفت، آمد",
                "zero width space as half-space    | می\u200bشود                  | می_شود",
                "not sign as half-space            | می¬شود                       | می_شود",
                "joiner                            | سال ۱۴۳۵ ه\u200d است         | سال ۱۴۳۵ ه است",
                "no-break space                    | این\u00a0است                 | این است",
                "many spaces                       | این    است                   | این است",
                "byte order mark                   | \ufeffاین است                | این است",
                "soft hyphen                       | خبر\u00adگزاری               | خبرگزاری",
                "bidi controls                     | \u202bاین\u202c\u200f است     | این است",
                "lone surrogate                    | این \ud83d است               | این \ufffd است",
                "pair of surrogates stays          | این \ud83d\ude00 است         | این \ud83d\ude00 است",
                "straight quotes                   | گفت: \"آمد\" و رفت           | گفت: «آمد» و رفت",
                "one straight quote stays          | صفحه 5\" بود                 | صفحه 5\" بود",
                "English quotes                    | گفت: “آمد” و رفت             | گفت: «آمد» و رفت",
                "spaces within quotes              | گفت: « آمد » و رفت           | گفت: «آمد» و رفت",
                "Latin comma                       | سلام, او آمد                 | سلام، او آمد",
                "Latin semicolon and question mark | آمد; چرا?                    | آمد؛ چرا؟",
                "three dots                        | او آمد...                    | او آمد…",
                "two dots stay                     | او آمد..                     | او آمد..",
                "space before a stop               | او آمد .                     | او آمد.",
                "no space after a comma            | او آمد،پس رفت                | او آمد، پس رفت",
                "space on the wrong side           | او آمد ،پس رفت               | او آمد، پس رفت",
                "no space after a full stop        | او آمد.سپس رفت               | او آمد. سپس رفت",
                "abbreviation stays                | سال ۳۰ ق.م بود               | سال ۳۰ ق.م بود",
                "spaces within brackets            | ایران ( تهران ) است          | ایران (تهران) است",
                "honorific stays                   | پیامبر(ص) است                | پیامبر(ص) است"
            })
    void persian(String rule, String original, String expected) {
        assertThat(normalizer.normalize(original, "fa").display().replace('\u200c', '_'))
                .as(rule)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "قال الرئيس إن حكومته تسعى إلى السلام ، وأضاف على الفور",
                "وزیرِ اعظم نے کہا ہے کہ پاکستان میں حکومت بہتر ہو رہی ہے",
                "سەرۆکی هەرێمی کوردستان لەگەڵ وەزیری دەرەوە کۆ دەبێتەوە",
                "د افغانستان ولسمشر وویل چې دوی به خبرې وکړي",
                "The minister said \"no\" , and left...",
                "Президент России сказал: «нет», и ушёл",
                "Cumhurbaşkanı Erdoğan İstanbul'da açıklama yaptı"
            })
    void otherLanguagesKeepTheirLetters(String text) {
        assertThat(normalizer.normalize(text).display()).isEqualTo(text);
    }

    /** What is frequent between words is passed over, but not in a text that has something which nothing may touch. */
    @Test
    void whatStandsBetweenWordsIsSetAlikeBesideAHashtag() {
        String signs = " \n.:!\u060c\u061b\u061f)]}\u00bb([{\u00ab%\u066a\u2026-\u2013\"'/5\u06f5";
        String hashtag = " #\u062e\u0628\u0631";
        Set<String> between = new TreeSet<>();
        for (char one : signs.toCharArray()) {
            between.add("" + one);
            for (char other : signs.toCharArray()) {
                between.add("" + one + other);
                for (char third : signs.toCharArray()) {
                    between.add("" + one + other + third);
                }
            }
        }
        for (String signsBetween : between) {
            String text = "او گفت" + signsBetween + "که می\u200cرود است";
            assertThat(normalizer.normalize(text + hashtag).display())
                    .as(signsBetween)
                    .isEqualTo(normalizer.normalize(text).display() + hashtag);
        }
    }
}
