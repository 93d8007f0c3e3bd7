package khabar.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {
    private final Normalizer normalizer = new Normalizer();
    private final Segmenter segmenter = new Segmenter();

    /** Bars stand where one sentence ends and the next begins. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "two stops = او آمد.| سپس رفت.",
                "question and exclamation = چرا رفتی؟| نمی‌دانم!| شاید برگردد.",
                "several signs at once = واقعاً رفت؟!| بله...| رفت.",
                "decimal numbers = نرخ 10.5 درصد شد.| بهای دلار ۳.۲۵۰ تومان است.",
                "dates and times = ساعت 12:30 روز 1395/9/4 بود.| هوا سرد بود.",
                "lunar and solar years = در سال ۱۳۵۷ ه.ش انقلاب شد.| سال ۱۳۹۹ ه.ق بود.",
                "before Christ = کوروش در ۵۵۰ ق.م به شاهی رسید.| او بزرگ بود.",
                "years with a stop after them = در سال ۵۵۰ ق.م. کوروش به شاهی رسید.| او بزرگ بود.",
                "years with spaces = در سال ۱۳۵۷ ه. ش. انقلاب شد.| مردم شاد شدند.",
                "names of letters = شبکه بی.بی.سی گفت.| ای.اف.سی نیز گفت.| این بود بی.بی.سی.| سپس رفت.",
                "initials = م. امید شاعر بود.| ا. بامداد نیز چنین بود.",
                "titles = دکتر. ظریف به وین رفت.| مهندس. رضایی نیز با او بود.",
                "title as a word = او دکتر ظریف است.| وی به وین رفت.",
                "quotation with its stop inside = او گفت: «می‌آیم.»| سپس رفت.",
                "quotation that goes on = او گفت: «می‌آیم.» و رفت.| دیگر نیامد.",
                "several sentences in a quotation = «آمدم.| دیدم.| رفتم.»| این را او گفت.",
                "stop after a quotation = او گفت «می‌آیم».| سپس رفت.",
                "brackets = او آمد (دیروز.)| سپس رفت (امروز).| تمام شد.",
                "and so on = ایران، عراق و … آنجا بودند.| سوریه نبود.",
                "ellipsis = او نیامد…| ما رفتیم.",
                "numbered list = 1. مقدمه.| این نخست است.",
                "colon and semicolon = او گفت: می‌آیم؛ ولی نیامد.| همین.",
                "address = نشانی www.a.ir/x.html است.| به a.b@c.ir بنویسید.| پایان.",
                "address at the end = به www.khabar.ir بروید.| سپس example.com را ببینید.",
                "Urdu = وزیراعظم نے کہا ہے۔| اجلاس کل ہوگا۔",
                "Arabic = هل وصل الرئيس؟| نعم، وصل أمس.",
                "English = Mr. Smith met Dr. Jones on Jan. 5 in the U.S. capital.| They talked.",
                "English abbreviation before a new sentence = He left the U.S.| The talks failed.",
                "English quotation = \"Go!\" he said.| She went.",
                "English decimals = Prices rose 3.5%.| Wages fell 1.2%.",
                "initials of a name = J. R. R. Tolkien wrote it.| Everybody read it.",
                "Russian = Он родился в 1985 г. в Москве.| Его отец был врачом.",
                "Turkish = Prof. Dr. Yılmaz açıkladı.| Toplantı bitti."
            })
    void sentences(String rule, String marked) {
        List<String> expected = List.of(marked.split("\\| "));
        String text = String.join(" ", expected);
        assertThat(sentencesOf(text)).as(rule).isEqualTo(expected);
    }

    @Test
    void aLineBreakEndsASentence() {
        assertThat(sentencesOf("خبرهای امروز\nاو آمد. رفت")).containsExactly("خبرهای امروز", "او آمد.", "رفت");
    }

    @Test
    void aMissingSpaceAfterAStopIsSeen() {
        assertThat(sentencesOf("او آمد.سپس رفت")).containsExactly("او آمد.", "سپس رفت");
    }

    @Test
    void nothingHasNoSentence() {
        assertThat(sentencesOf("")).isEmpty();
        assertThat(sentencesOf(" \n ")).isEmpty();
    }

    /** Bars between the tokens, as they are displayed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "words = میشود گفت = می‌شود|گفت",
                "spaced half-spaces = رسانه های تازه = رسانه‌های|تازه",
                "punctuation = آمد، رفت. = آمد|،|رفت|.",
                "numbers = نرخ 10.450 تومان در 12:30 = نرخ|10.450|تومان|در|12:30",
                "figures and percent = ۲۰٪ و 1395/9/4 = ۲۰|٪|و|1395/9/4",
                "figures before a word = ۱۰ساله = ۱۰|ساله",
                "model numbers = جنگنده F16 آمد = جنگنده|F16|آمد",
                "abbreviations = سال ۳۰ ق.م بود = سال|۳۰|ق.م|بود",
                "names of letters = شبکه بی.بی.سی گفت = شبکه|بی.بی.سی|گفت",
                "addresses = از www.a.ir/x. به a.b@c.ir = از|www.a.ir/x|.|به|a.b@c.ir",
                "tags = این #خبر_تازه از @Ali است = این|#خبر_تازه|از|@Ali|است",
                "quotes = گفت: «نه»! = گفت|:|«|نه|»|!",
                "apostrophes = Turkey's minister didn't go = Turkey's|minister|didn't|go",
                "hyphens = well-known = well|-|known",
                "symbols = 5 € 😀 = 5|€|😀"
            })
    void tokens(String rule, String text, String expected) {
        assertThat(String.join(
                        "|",
                        segmenter.tokens(0, normalizer.normalize(text)).stream()
                                .map(Token::form)
                                .toList()))
                .as(rule)
                .isEqualTo(expected);
    }

    @Test
    void aTokenSaysWhatItIsAndWhereItStandsInTheOriginal() {
        String original = "او  ميشود 10.5 درصد.";
        List<Token> tokens = segmenter.tokens(2, normalizer.normalize(original, "fa"));
        Token verb = tokens.get(1);
        assertThat(verb.form()).isEqualTo("می\u200cشود");
        assertThat(verb.kind()).isEqualTo(TokenKind.WORD);
        assertThat(verb.span().text()).isEqualTo(2);
        assertThat(original.substring(verb.span().start(), verb.span().end())).isEqualTo("ميشود");
        assertThat(tokens.stream().map(Token::kind))
                .containsExactly(
                        TokenKind.WORD, TokenKind.WORD, TokenKind.NUMBER, TokenKind.WORD, TokenKind.PUNCTUATION);
    }

    private List<String> sentencesOf(String text) {
        NormalizedText normalized = normalizer.normalize(text);
        return segmenter.sentences(0, normalized).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
