package khabar.language.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.FoundBy;
import khabar.language.entity.Mention;
import khabar.language.match.ShippedClitics;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that no gazetteer knows, by what stands around them; the people are invented. */
final class RecognizerTest {
    private static final TextCore CORE = TextCore.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "دکتر کامران نیک‌پور معاون وزیر بهداشت گفت | کامران نیک‌پور",
                "مهندس بهروز ساداتی توضیح داد | بهروز ساداتی",
                "به گفته خانم فرهمندپور این طرح تمام شد | فرهمندپور",
                "سید محمود رستگاری نماینده مردم شهر گفت | سید محمود رستگاری",
                "نمایش تازه سیامک دلاوری از فردا روی صحنه است | سیامک دلاوری",
                "مجید صالحی مقدم افزود | مجید صالحی مقدم",
                "The spokesman John Harkwell said | John Harkwell",
                "سپس حسین بن نمیر آمد | حسین بن نمیر",
                "سپس رضا حقیقی آمد | رضا حقیقی",
                "سپس نسرین برواری آمد | نسرین برواری",
                "سپس سیدمحمد برواری آمد | سیدمحمد برواری",
                "سپس گونتر بالمر آمد | گونتر بالمر",
                "سپس بهروز لاهیجی آمد | بهروز لاهیجی",
                "مجید صالحی تهرانی افزود | مجید صالحی تهرانی",
                "نوشته‌های ابن هیثم ماند | ابن هیثم",
                "سپاه داریوش سوم شکست خورد | داریوش سوم",
                "دربار لویی چهاردهم | لویی چهاردهم",
                "then Robert Harkwell-Drane came | Robert Harkwell-Drane",
                "then Peter Martin came | Peter Martin",
                "then Jean Christian Harkwell came | Jean Christian Harkwell",
            })
    void aPersonIsRecognizedByTitleFirstNameRoleAndVerb(String text, String name) {
        List<Mention> mentions = recognized(text);
        assertThat(mentions).extracting(Mention::surfaceForm).contains(name);
        assertThat(mentions.get(0).entity().id()).startsWith("khabar:unknown:person:");
        assertThat(mentions.get(0).confidence()).isBetween(0.5, 0.95);
    }

    @Test
    void aPersonIsCalledInPersianLettersHoweverTheNameIsTyped() {
        Mention mention = recognized("كارگردان جديد، حسين پارسايي گفت").get(0);
        assertThat(mention.surfaceForm()).isEqualTo("حسين پارسايي");
        assertThat(mention.entity().names()).containsEntry("fa", "حسین پارسایی");
    }

    @Test
    void aPlaceIsRecognizedAfterTheWordForItsKind() {
        List<Mention> mentions = recognized("زلزله روستای گلابدره را لرزاند");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("گلابدره");
        assertThat(mentions.get(0).entity().id()).isEqualTo("khabar:unknown:place:گلابدره");
    }

    @Test
    void whatAPlaceIsMayBeTheFirstWordOfItsName() {
        List<Mention> mentions = recognized("راه دریاچه زلاندره از قلهٔ سفیدمرز می‌گذرد");
        assertThat(mentions)
                .extracting(mention -> mention.entity().id())
                .containsExactly("khabar:unknown:place:دریاچه-زلاندره", "khabar:unknown:place:قله-سفیدمرز");
    }

    @Test
    void peopleWithOneSurnameAreDifferentUnlessOneIsCalledShorter() {
        assertThat(recognized("دکتر سید محمود ساداتی و دکتر بهروز ساداتی و محمود ساداتی و آقای ساداتی"))
                .extracting(mention -> mention.entity().id())
                .containsExactly(
                        "khabar:unknown:person:سید-محمود-ساداتی",
                        "khabar:unknown:person:بهروز-ساداتی",
                        "khabar:unknown:person:سید-محمود-ساداتی",
                        "khabar:unknown:person:سید-محمود-ساداتی");
    }

    @Test
    void peopleWithOneEndOfASurnameAreDifferent() {
        assertThat(recognized("دکتر جمشید نیک زاده و دکتر بهروز خوش زاده آمدند"))
                .extracting(mention -> mention.entity().id())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void theEndOfASurnameAloneNamesNobody() {
        assertThat(recognized("جمشید خوب زاده آمد. زاده رفت"))
                .extracting(Mention::surfaceForm)
                .doesNotContain("زاده");
    }

    @Test
    void aNameDoesNotRunOverADash() {
        assertThat(recognized("دکتر بهروز ساداتی - علیرضا لاهیجی"))
                .extracting(Mention::surfaceForm)
                .containsExactly("بهروز ساداتی", "علیرضا لاهیجی");
        assertThat(recognized("رضا عادل - علیرضا لاهیجی"))
                .extracting(Mention::surfaceForm)
                .containsExactly("علیرضا لاهیجی");
    }

    @Test
    void aSecondSurnameStandsRightBehindTheFirst() {
        assertThat(recognized("مجید صالحی تهرانی"))
                .extracting(Mention::surfaceForm)
                .containsExactly("مجید صالحی تهرانی");
        assertThat(recognized("مجید صالحی - تهرانی"))
                .extracting(Mention::surfaceForm)
                .containsExactly("مجید صالحی");
    }

    @Test
    void anOrganisationIsRecognizedByTheWordForItsKindAndANameThatNoDictionaryHas() {
        List<Mention> mentions = recognized("بیمارستان گنجویان و شرکت ملی و روزنامه کامرسانت");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("بیمارستان گنجویان", "کامرسانت");
        assertThat(mentions.get(0).entity().id()).isEqualTo("khabar:unknown:org:بیمارستان-گنجویان");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "سالن شهید بهروز ساداتی | سالن شهید بهروز ساداتی | khabar:unknown:place:سالن-شهید-بهروز-ساداتی",
                "دبیرستان دکتر بهروز ساداتی | دبیرستان دکتر بهروز ساداتی"
                        + " | khabar:unknown:org:دبیرستان-دکتر-بهروز-ساداتی",
                "در این سالن بهروز ساداتی گفت | بهروز ساداتی | khabar:unknown:person:بهروز-ساداتی",
                "بهروز ساداتی در تیم ساداتی گفت | بهروز ساداتی+ساداتی | khabar:unknown:person:بهروز-ساداتی",
                "بهروز ساداتی در خیابان ساداتی گفت | بهروز ساداتی | khabar:unknown:person:بهروز-ساداتی",
            })
    void whatBearsAnUnknownPersonsNameIsNotThePerson(String text, String names, String first) {
        List<Mention> mentions = recognized(text);
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly(names.split("\\+"));
        assertThat(mentions.get(0).entity().id()).isEqualTo(first);
    }

    @Test
    void whatIsAttachedToAFirstNameEndsTheName() {
        assertThat(recognized("مهناز‌ها برواری")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "جان مردم در خطر است",
        "علی گفت که می‌آید",
        "نور خورشید",
        "شهر بزرگ ما",
        "دکتر گفت",
        "آقای وزیر آمد",
        "در این شهر گلابدره",
        "هر شهرستان گلابدره",
        "در شهر بودند",
        "هدایت فدراسیون گفت",
        "داریوش سوم شد",
        "بهرام دوم و فرهاد سوم شدند",
        "داریوش، سوم",
        "رودخانه خروشان شد",
        "این دریاچه گلابدره",
        "در میدان بودند",
        "خواهر ساموئل اصرار دارد",
        "در شهرستان نظارت",
        "تصادف روی پل زلاندره بود"
    })
    void ordinaryWordsAreNoNames(String text) {
        assertThat(recognized(text)).isEmpty();
    }

    @Test
    void aSurnameAloneMeansThePersonNamedInFull() {
        List<Mention> mentions = recognized("دکتر کامران نیک‌پور آمد. نیک‌پور گفت که نیک پور آمد.");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("کامران نیک‌پور", "نیک‌پور", "نیک پور");
        assertThat(mentions)
                .extracting(Mention::entity)
                .containsOnly(mentions.get(0).entity());
    }

    @Test
    void anEnglishNameIsWrittenWithCapitals() {
        assertThat(recognized("a mark Harkwell made")).isEmpty();
        assertThat(recognized("Mark Castle came. Castle saw the castle"))
                .extracting(Mention::surfaceForm)
                .containsExactly("Mark Castle", "Castle");
    }

    @Test
    void aSurnameAloneMayHaveAHyphen() {
        assertThat(recognized("Robert Harkwell-Drane came. Mr Harkwell-Drane's house. Drane left"))
                .extracting(Mention::surfaceForm)
                .containsExactly("Robert Harkwell-Drane", "Harkwell-Drane");
    }

    @Test
    void theProvisionalIdDoesNotDependOnTheSpelling() {
        assertThat(recognized("دكتر كامران نيك‌پور گفت").get(0).entity().id())
                .isEqualTo(recognized("دکتر کامران نیک‌پور گفت").get(0).entity().id());
    }

    @Test
    void theGazetteerIsRightWhereBothSpeak() {
        List<Mention> mentions = CORE.analyze(new Document(null, null, "دکتر حسن روحانی گفت", null))
                .mentions();
        assertThat(mentions).extracting(Mention::foundBy).doesNotContain(FoundBy.RECOGNIZER);
        assertThat(mentions.get(0).entity().id()).isEqualTo("Q348144");
    }

    @Test
    void surnamesAreFoundAmongThoseThatBeginLikeThemUpToTheEndOfTheText() {
        List<Mention> mentions =
                recognized("دکتر کامران فرهمندپور آمد. فرهمند و فرهمندی نیستند؛ فرهمندپور گفت: فرهمندپور");
        assertThat(mentions)
                .extracting(Mention::surfaceForm)
                .containsExactly("کامران فرهمندپور", "فرهمندپور", "فرهمندپور");
    }

    @Test
    void aTitleOfFourWordsIsKnownByItsLastTwo() {
        assertThat(recognized("حجت‌الاسلام و المسلمین کامران فرهمندپور و حجت‌الاسلام و‌المسلمین بهمن آریافر آمدند."))
                .extracting(Mention::surfaceForm)
                .containsExactly("کامران فرهمندپور", "بهمن آریافر");
    }

    @Test
    void eachKindHasABitForEachNumberOfWords() {
        assertThat(NameLists.Kind.CUE.ordinal()).isLessThan(Long.SIZE / 3);
        assertThat(NameLists.Kind.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }

    @Test
    void aPhraseOfTheListsHasThreeWordsAtMost() {
        Normalizer normalizer = new Normalizer();
        Vocabulary words = ShippedClitics.vocabulary(normalizer);
        assertThatThrownBy(() -> new Recognizer(List.of("title: a b c; a b c d"), List.of(), normalizer, words))
                .hasMessage("phrase: [a, b, c, d] (expected: at most 3 words)");
    }

    private static List<Mention> recognized(String text) {
        return CORE.analyze(new Document(null, null, text, null)).mentions().stream()
                .filter(mention -> mention.entity().id().startsWith("khabar:unknown:"))
                .toList();
    }
}
