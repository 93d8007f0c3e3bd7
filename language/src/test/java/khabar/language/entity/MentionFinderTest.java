package khabar.language.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import khabar.language.match.ShippedClitics;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.rule.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which names are found, one row a rule. */
final class MentionFinderTest {
    private static final Normalizer NORMALIZER = new Normalizer();
    private static final MentionFinder FINDER = finder(
            "Q794 | place | ایران; جمهوری اسلامی ایران | Iran; Islamic Republic of Iran",
            "Q43 | place | ترکیه | Turkey",
            "Q30 | place | آمریکا | United States; US",
            "Q12585 | place | !آمریکای لاتین | Latin America",
            "Q858 | place | سوریه | Syria",
            "Q58217 | person | سرگئی لاوروف; لاوروف | Sergey Lavrov",
            "khabar:zarif | person | محمد‌جواد ظریف; جواد ظریف | Mohammad Javad Zarif",
            "khabar:kerry | person | جان کری | John Kerry",
            "khabar:kerry-b | person | مارک کری | Mark Kerry",
            "khabar:kerry-place | place | ?کری | Kerry | | شهر; ایرلند",
            "khabar:army | org | ارتش سوریه | Syrian army",
            "khabar:nusra | org | جبهه النصره; جبهه‌النصره | Nusra Front",
            "khabar:neja | person | محمود احمدی‌نژاد | Mahmoud Ahmadinejad",
            "khabar:khamenei | person | علی خامنه‌ای; خامنه‌ای; رهبر انقلاب | Ali Khamenei",
            "khabar:imam | person | امام صادق; جعفر صادق",
            "khabar:coach | person | یحیی گل محمدی; یحیی گل‌محمدی",
            "khabar:striker | person | علی علیپور; علی‌علیپور",
            "khabar:ypg | org | یگان‌های مدافع خلق",
            "khabar:soleimani | person | قاسم سلیمانی; (سردار) سلیمانی",
            "Q1741 | place | وین | Vienna",
            "khabar:school | org | مدرسه صادق تهران",
            "bearer | org | مدرسه; ~تیم; Foundation; Hospital",
            "bearer | place | !خیابان; !Street",
            "bearer | title | شهید; امام",
            "bearer | between | عالی; Memorial",
            "bearer | determiner | این",
            "bearer | person | !آقای; !Mr",
            "bearer | ending | نیا",
            "bearer | event | !film",
            "khabar:province | place | استان وین; استان‌های وین | Vienna Province",
            "khabar:isfahan-province | place | استان اصفهان; استان‌های اصفهان | Isfahan Province",
            "khabar:isfahan | place | اصفهان | Isfahan",
            "khabar:club | org | (تیم) هوادار",
            "mask | وین رونی");

    @ParameterizedTest
    @CsvSource({
        "ایران, ایران",
        "در ایران و ترکیه, ایران+ترکیه",
        "ایران‌ها, ایران",
        "ایرانها, ایران",
        "ایران‌های جهان, ایران",
        "ایرانِ بزرگ, ایران",
        "اِیران, اِیران",
        "به‌ایران رفت, ایران",
        "بهایران رفت, ایران",
        "ترکیه وایران, ترکیه+ایران",
        "لاوروف‌ها, لاوروف",
        "لاوروفها, لاوروف",
        "ایران‌اند, ایران",
        "ایران‌ام را, ایران",
        "ایران‌اش, ایران",
        "ایران‌هایی, ایران",
        "ایران‌مان, ایران",
        "ایرانمان, ایران",
        "آمریکاست, آمریکا",
        "لاوروف‌هایی, لاوروف",
        "آمریکای ترامپ, آمریکا",
        "آمریکا‌ی امروز, آمریکا",
        "ترکیه‌ی امروز, ترکیه",
        "«ایران», ایران",
        "ايران, ايران",
        "ایران؟, ایران",
        "US troops, US",
        "Iran's army, Iran",
    })
    void aNameIsFoundWithWhatIsAttachedToIt(String text, String surfaces) {
        assertThat(String.join("+", surfaces(text))).isEqualTo(surfaces);
    }

    @ParameterizedTest
    @CsvSource({
        "ایرانی",
        "ایرانی‌ها",
        "ایرانیان",
        "ایرانیها",
        "آمریکایی",
        "آمریکایی‌ها",
        "ترکیه‌ای",
        "ترکیه ای",
        "ترکیه‌ای‌ها",
        "ضدسوری",
        "نایران",
        "پیرایران",
        "ایران‌خودرو",
        "ایران‌شهر",
        "Iranian",
        "iran",
        "tell us",
        "وین رونی"
    })
    void aWordMadeOfANameIsNotTheName(String text) {
        assertThat(surfaces(text)).isEmpty();
    }

    @Test
    void aNameWithinALongerNameIsAMentionOfItsOwn() {
        List<Mention> mentions = mentions("ارتش سوریه");
        assertThat(mentions).hasSize(2);
        assertThat(mentions.get(0).entity().id()).isEqualTo("khabar:army");
        assertThat(mentions.get(1).entity().id()).isEqualTo("Q858");
        assertThat(mentions.get(1).nestedIn()).isZero();
        assertThat(mentions.get(1).counted()).isTrue();
    }

    @Test
    void aShortNameWithinAnOfficialNameOfTheSameEntityIsShownButNotCounted() {
        List<Mention> mentions = mentions("جمهوری اسلامی ایران");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("جمهوری اسلامی ایران", "ایران");
        assertThat(mentions).extracting(Mention::counted).containsExactly(true, false);
    }

    @Test
    void onlyTheShortestNameOfAPersonWithinTheFullNameIsShown() {
        assertThat(surfaces("محمد جواد ظریف")).containsExactly("محمد جواد ظریف", "ظریف");
    }

    @Test
    void anOpaqueNameHidesTheNamesWithinIt() {
        assertThat(surfaces("آمریکای لاتین")).containsExactly("آمریکای لاتین");
    }

    @Test
    void aSurnameCountsOnlyBesideTheFullName() {
        assertThat(surfaces("کری رفت")).isEmpty();
        List<Mention> mentions = mentions("کری رفت. جان کری آمد.");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("کری", "جان کری", "کری");
        assertThat(mentions.get(0).foundBy()).isEqualTo(FoundBy.SURNAME);
        assertThat(mentions).extracting(Mention::counted).containsExactly(true, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "رهبر انقلاب آمد و انقلاب شد, رهبر انقلاب",
        "امام صادق گفت و صادق شنید, امام صادق",
        "یحیی گل‌محمدی گفت و محمدی شنید, یحیی گل‌محمدی+گل‌محمدی",
        "علی علیپور آمد و علیپور رفت, علی علیپور+علیپور+علیپور",
    })
    void aLastWordThatIsNoSurnameCountsNowhere(String text, String expected) {
        assertThat(String.join("+", surfaces(text))).isEqualTo(expected);
    }

    @Test
    void aWordOfTheDictionaryIsNoNameWithAClitic() {
        MentionFinder finder = finder("Q37230 | org | سیا", "khabar:sousse | place | سوسه", "Q48 | place | آسیا");
        List<Mention> mentions = finder.mentionsIn(List.of(NORMALIZER.normalize("سیاست و وسوسه در آسیای میانه")));
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("آسیا");
    }

    @Test
    void aSurnameOfTwoPeopleMeansTheOneNamedLast() {
        List<Mention> mentions = mentions("جان کری و مارک کری آمدند. کری گفت.");
        assertThat(mentions.get(mentions.size() - 1).entity().id()).isEqualTo("khabar:kerry-b");
        mentions = mentions("مارک کری و جان کری آمدند. کری گفت.");
        assertThat(mentions.get(mentions.size() - 1).entity().id()).isEqualTo("khabar:kerry");
    }

    @Test
    void anAmbiguousNameNeedsAContextWord() {
        assertThat(surfaces("کری زیبا بود")).isEmpty();
        assertThat(mentions("کری در ایرلند زیبا بود"))
                .extracting(mention -> mention.entity().id())
                .containsExactly("khabar:kerry-place");
    }

    @ParameterizedTest
    @CsvSource({
        "محمود احمدی‌نژاد",
        "محمود احمدی نژاد",
        "محمود احمدینژاد",
        "جبهه النصره",
        "جبهه‌النصره",
        "جبههالنصره",
        "محمدجواد ظریف",
        "محمد‌جواد ظریف",
        "محمد جواد ظریف"
    })
    void aHalfSpaceOfTheGazetteerMayBeASpaceOrNothingInTheText(String text) {
        assertThat(surfaces(text).get(0)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"خامنه‌ای", "خامنه ای", "خامنهای", "یگان‌های مدافع خلق", "یگانهای مدافع خلق", "یگان های مدافع خلق"})
    void aNameMayEndAsSuffixesDo(String text) {
        assertThat(surfaces(text)).containsExactly(text);
        assertThat(surfaces("خامنه")).isEmpty();
    }

    @Test
    void aTitleMakesASurnameCountAndIsNoPartOfIt() {
        assertThat(surfaces("سلیمانی گفت")).isEmpty();
        assertThat(surfaces("سردار سلیمانی گفت")).containsExactly("سلیمانی");
        assertThat(surfaces("قاسم سلیمانی")).containsExactly("قاسم سلیمانی", "سلیمانی");
    }

    @ParameterizedTest
    @CsvSource({
        "مدرسه جان کری, ''",
        "مدرسه‌ی جان کری, ''",
        "مدرسه عالی شهید جان کری, ''",
        "مدرسه امام صادق, ''",
        "جان کری آمد و مدرسه کری, جان کری+کری",
        "مدرسه‌های جان کری, جان کری+کری",
        "مدرسه، جان کری, جان کری+کری",
        "این مدرسه جان کری, جان کری+کری",
        "تیم جان کری, جان کری+کری",
        "تیم شهید جان کری, ''",
        "تیم امام صادق, ''",
        "مدرسه صادق تهران, مدرسه صادق تهران",
        "مدرسه ایران, ایران",
        "the Sergey Lavrov Foundation, ''",
        "the Sergey Lavrov Memorial Hospital, ''",
        "the Sergey Lavrov foundation, Sergey Lavrov+Lavrov",
        "Sergey Lavrov's Foundation, Sergey Lavrov+Lavrov",
        "'Sergey Lavrov, Foundation', Sergey Lavrov+Lavrov",
        "the Foundation Sergey Lavrov, Sergey Lavrov+Lavrov",
        "the Turkey Foundation, Turkey",
    })
    void whatBearsAPersonsNameIsNotThePerson(String text, String expected) {
        assertThat(String.join("+", surfaces(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "خیابان ایران, ''",
        "خیابان‌های ایران, ایران",
        "این خیابان ایران, ایران",
        "خیابان ارتش سوریه, ارتش سوریه+سوریه",
        "on Turkey Street, ''",
        "on a Turkey street, Turkey",
    })
    void theStreetOfAPlaceIsNotThePlace(String text, String expected) {
        assertThat(String.join("+", surfaces(text))).isEqualTo(expected);
    }

    @Test
    void aDemonymIsShownAsItsOwnKindAndNotCounted() {
        MentionFinder finder = finder("Q794 | place | ایران", "Q794 | demonym | ایرانی; ایرانیان");
        List<Mention> mentions = finder.mentionsIn(List.of(NORMALIZER.normalize("ایرانی‌ها در ایران")));
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("ایرانی", "ایران");
        assertThat(mentions).extracting(Mention::foundBy).containsExactly(FoundBy.DEMONYM, FoundBy.GAZETTEER);
        assertThat(mentions).extracting(Mention::counted).containsExactly(false, true);
    }

    @Test
    void aNameDoesNotRunOverPunctuation() {
        assertThat(surfaces("ارتش، سوریه")).containsExactly("سوریه");
        assertThat(surfaces("ارتش\nسوریه")).containsExactly("سوریه");
    }

    @Test
    void aPlaceBehindATitleIsAPerson() {
        assertThat(surfaces("آقای وین آمد")).isEmpty();
        assertThat(surfaces("آقای او، وین آمد")).containsExactly("وین");
        assertThat(surfaces("Mr Vienna came")).isEmpty();
        assertThat(surfaces("the film Vienna")).isEmpty();
        assertThat(surfaces("Vienna Film")).containsExactly("Vienna");
    }

    @Test
    void theEndOfASurnameMakesAnotherPerson() {
        assertThat(surfaces("علی خامنه‌ای نیا آمد")).isEmpty();
        assertThat(surfaces("علی خامنه‌ای، نیا")).contains("علی خامنه‌ای");
    }

    @Test
    void aTitleInThePluralIsNoPartOfTheName() {
        assertThat(surfaces("تیم‌های هوادار")).containsExactly("هوادار");
        assertThat(surfaces("تیم هوادار")).containsExactly("هوادار");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "استان‌های وین، اصفهان | khabar:isfahan-province",
                "استان‌های وین و اصفهان | khabar:isfahan-province",
                "استان های وین و اصفهان | khabar:isfahan-province",
                "استان وین و اصفهان | khabar:isfahan",
                "استان‌های وین به اصفهان | khabar:isfahan",
                "استان‌های وین. اصفهان | khabar:isfahan"
            })
    void whatAListGoesOnWithIsOfTheKindThatItBeginsWith(String text, String last) {
        List<Mention> mentions = mentions(text);
        assertThat(mentions.get(mentions.size() - 1).entity().id()).isEqualTo(last);
    }

    @Test
    void anErrorInAGazetteerNamesFileAndLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finder("# a", "Q1 | planet | زمین"))
                .withMessageContaining("test.gaz:2: type: planet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finder("bearer | planet | زمین"))
                .withMessageContaining("test.gaz:1: bearer: planet");
    }

    @Test
    void whatBearsNamesIsGivenInSingleWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finder("# a", "bearer | org | مدرسه; خانه هنر"))
                .withMessageContaining("test.gaz:2: bearer: خانه هنر (expected: single words)");
    }

    private static MentionFinder finder(String... lines) {
        Vocabulary words = ShippedClitics.vocabulary(NORMALIZER);
        GazetteerReader reader = new GazetteerReader(NORMALIZER, words, Demonyms.SHOWN);
        new RuleFile("test.gaz", List.of(lines)).read(reader::read, RuleFile::refuse);
        return new MentionFinder(reader.gazetteer(), words, null, null);
    }

    private static List<String> surfaces(String text) {
        return mentions(text).stream().map(Mention::surfaceForm).toList();
    }

    private static List<Mention> mentions(String text) {
        return FINDER.mentionsIn(List.of(NORMALIZER.normalize(text)));
    }
}
