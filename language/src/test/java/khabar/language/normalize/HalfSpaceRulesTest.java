package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row a class of words beside those of docs/orthography.md; {@code _} stands for the half-space. */
class HalfSpaceRulesTest {
    private final Normalizer normalizer = new Normalizer();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "preverb, mi and a space       | او بازمی گردد و برنمی دارد  | او بازمی_گردد و برنمی_دارد",
                "mi that is part of a noun     | رسمی کردن آن و قدیمی بود     | رسمی کردن آن و قدیمی بود",
                "past perfect                  | آنها رفتهبودند و شدهبود     | آنها رفته_بودند و شده_بود",
                "past perfect with a space     | آنها رفته بودند              | آنها رفته بودند",
                "light verb                    | سپس غرقشدن و یافتشده          | سپس غرق_شدن و یافت_شده",
                "growth is no light verb       | رشد و ارشد و باشد و بکشد     | رشد و ارشد و باشد و بکشد",
                "what is counted               | کودک سهساله و ششدهم و دهنفره | کودک سه_ساله و شش_دهم و ده_نفره",
                "what is counted, with a space | کودک سه ساله و ده نفره       | کودک سه ساله و ده نفره",
                "two nouns, the last on heh    | شرکت چندرسانهای است          | شرکت چندرسانه_ای است",
                "plural of an unknown word     | این دیورتیکهای تازه          | این دیورتیک_های تازه",
                "plural of one on an           | این مامیکونیانها              | این مامیکونیان_ها",
                "alone and price are no plural | وتنها و گرانبهای             | وتنها و گرانبهای",
                "jurists are no plural in ha   | فقهای بزرگ                   | فقهای بزرگ",
                "bi with a word                | بیدرنگ و بیقرار              | بی_درنگ و بی_قرار",
                "bi that became one with it    | بیراهه و بیخود و بیگاه       | بیراهه و بیخود و بیگاه",
                "bi with a noun in i, spaced   | بی توجهی و بی برنامگی        | بی_توجهی و بی_برنامگی",
                "bi bi                         | شبکه بی بی سی گفت             | شبکه بی بی سی گفت",
                "possessives of several        | تیم مان و برنامه های شان     | تیم_مان و برنامه_های_شان",
                "possessive after a particle   | از مان و به شان               | از مان و به شان",
                "possessive after ha alone     | کا های مان                   | کا های مان",
                "possessive, joined            | تیممان                       | تیممان",
                "person after a short word     | جنسی اش و قبلی ام            | جنسی_اش و قبلی_ام",
                "AFC is not an i               | از سوی ای اف سی اعلام شد     | از سوی ای اف سی اعلام شد",
                "surnames                      | قاسمی پور و زاهدی فر         | قاسمی_پور و زاهدی_فر",
                "Rafinha and Armenia           | رافینیا و آرمینیا            | رافینیا و آرمینیا",
                "Arabic article                | بیت المقدس و نهج البلاغه     | بیت_المقدس و نهج_البلاغه",
                "Arabic article in a name      | جبهه النصره در سوریه         | جبهه النصره در سوریه",
                "Arabic phrase                 | امام علی علیه السلام         | امام علی علیه السلام",
                "and that has lost a space     | حمل ونقل و کسب وکار          | حمل_ونقل و کسب_وکار",
                "connectives with a space      | پس ازآن و درحالی که و بااین حال | پس_ازآن و درحالی_که و بااین_حال",
                "connectives with all spaces   | پس از آن و با این حال        | پس از آن و با این حال",
                "units                         | سه میلی متر و دو سانتی متری  | سه میلی_متر و دو سانتی_متری",
                "superlative never alone       | هجومی ترین و سریع ترین       | هجومی_ترین و سریع_ترین",
                "comparative after yeh         | صمیمی تر و تخصصی تر          | صمیمی_تر و تخصصی_تر",
                "comparatives of short words   | عقبتر و جدیتر و قبل تر       | عقب_تر و جدی_تر و قبل_تر",
                "names are no comparatives     | کانتر و کیستر                | کانتر و کیستر",
                "names are no persons          | ویلیام و گیلیام               | ویلیام و گیلیام",
                "wet is no comparative         | چشم تر و دامن تر             | چشم تر و دامن تر",
                "second parts with a space     | تهیه کنندگی و نظاره گر و تصفیه خانه | تهیه_کنندگی و نظاره_گر و تصفیه_خانه",
                "house and time stay           | این خانه و هر گاه            | این خانه و هر گاه",
                "plural of a participle        | داده های تازه و شده ها       | داده_های تازه و شده_ها",
                "ezafe after about             | درباره ی او                  | درباره_ی او"
            })
    void persian(String rule, String original, String expected) {
        String display = normalizer.normalize(original, "fa").display();
        assertThat(display.replace('\u200c', '_')).as(rule).isEqualTo(expected);
        assertThat(normalizer.normalize(display, "fa").display()).as(rule).isEqualTo(display);
    }
}
