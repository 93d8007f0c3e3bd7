package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRulesTest {
    private final Normalizer normalizer = new Normalizer();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Arabic yeh and kaf          | عل\u064a \u0643ریم             | علی کریم",
                "alef maksura                | موس\u0649                      | موسی",
                "hamza on alef               | \u0623حمد \u0625یران \u0671لله  | احمد ایران الله",
                "hamza on waw and yeh        | م\u0624من رئیس                 | مومن رییس",
                "hamza after alef            | علما\u0621 شی\u0621            | علما شیء",
                "madda stays                 | آلمان                          | آلمان",
                "decomposed madda            | ا\u0653لمان                    | آلمان",
                "heh with yeh above          | خان\u06c0 ما                   | خانه ما",
                "heh and small hamza         | خانه\u0654 ما                  | خانه ما",
                "heh, half-space and yeh     | خانه\u200cی ما                 | خانه ما",
                "heh, half-space and more    | خانه\u200cای ما                | خانهای ما",
                "teh marbuta                 | فاطم\u0629                     | فاطمه",
                "Urdu letters                | پاکستان میں \u06c1ے            | پاکستان مین هی",
                "Kurdish letters             | کوردستان \u06c6 \u06d5 \u06ce  | کوردستان و ه ی",
                "half-space                  | می\u200cشود                    | میشود",
                "kashida                     | ســلام                         | سلام",
                "kashida as a dash           | ایران ـ عراق                   | ایران - عراق",
                "harakat                     | مُحَمَّد                            | محمد",
                "superscript alef            | رحم\u0670ن                     | رحمن",
                "Persian and Arabic digits   | ۱۲ \u0663\u0664                | 12 34",
                "full width                  | Ｆ１６                         | f16",
                "separators                  | ۱۰٫۵ ۱۲٬۵۰۰ ۲۰٪                | 10.5 12,500 20%",
                "case                        | Reuters ИТАР                   | reuters итар",
                "Turkish letters             | İstanbul Erdoğan ışık          | istanbul erdogan isik",
                "sharp s and ligature        | Straße ﬁn                      | strasse fin",
                "short i stays               | Алексей Ёлка                   | алексей елка",
                "decomposed short i          | Алексеи\u0306                  | алексей",
                "accents                     | Café cafe\u0301                | cafe cafe",
                "quotes and dashes           | «الف» – ب                      | \"الف\" - ب",
                "Persian punctuation         | الف، ب؛ پ؟                     | الف, ب; پ?",
                "white space                 | الف \u00a0\u2003\t ب           | الف ب",
                "ligatures                   | ﷲ ﻻ                            | الله لا",
                "mathematical letters        | \ud835\udc00\ud835\udfcf       | a1"
            })
    void folds(String rule, String original, String expected) {
        assertThat(normalizer.normalize(original).key()).as(rule).isEqualTo(expected);
    }

    @Test
    void theKeyOfAnEnglishTextFoldsArabicNamesInItAlike() {
        assertThat(normalizer
                        .normalize("The paper \u0627\u0644\u0631\u0623\u064a wrote")
                        .key())
                .isEqualTo("the paper \u0627\u0644\u0631\u0627\u06cc wrote");
    }

    @Test
    void theEndOfALineIsASpace() {
        assertThat(normalizer.normalize("الف \r\n\n ب").key()).isEqualTo("الف ب");
    }

    @Test
    void anOffsetInTheKeyLeadsToTheOriginalWithItsHalfSpaceAndMarks() {
        NormalizedText text = normalizer.normalize("در گروه\u200cهايِ مسلح");
        int at = text.key().indexOf("گروههای");
        assertThat(text.original().substring(text.originalStart(at), text.originalEnd(at + 6)))
                .isEqualTo("گروه\u200cهاي");
        assertThat(text.keyIndex(3)).isEqualTo(at);
    }

    @Test
    void anOffsetInTheDisplayFormLeadsToTheOriginalAndBack() {
        NormalizedText text = normalizer.normalize("اين  گروههاي مسلح است .", "fa");
        assertThat(text.display()).isEqualTo("این گروه\u200cهای مسلح است.");
        int at = text.display().indexOf("مسلح");
        assertThat(text.originalStartOfDisplay(at)).isEqualTo(text.original().indexOf("مسلح"));
        assertThat(text.displayIndex(text.original().indexOf("مسلح"))).isEqualTo(at);
        int added = text.display().indexOf('\u200c');
        assertThat(text.originalEndOfDisplay(added)).isEqualTo(text.originalStartOfDisplay(added));
    }
}
