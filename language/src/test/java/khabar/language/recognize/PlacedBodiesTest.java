package khabar.language.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.EntityType;
import khabar.language.entity.FoundBy;
import khabar.language.entity.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacedBodiesTest {
    private static final TextCore CORE = TextCore.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "گمرک زنجان",
                "شورای شهر یاسوج",
                "شورای اسلامی شهر یاسوج",
                "سازمان جهاد کشاورزی استان سمنان",
                "اداره کل ورزش و جوانان استان مازندران",
                "سازمان پارک‌ها و فضای سبز شهرداری ملایر",
                "دانشکده علوم پزشکی آبادان",
                "هیئت کشتی استان کردستان",
                "گمرک لبنان",
                "دادگاه عالی عراق"
            })
    void aBodyBelongsToThePlaceBehindIt(String body) {
        assertThat(bodies("رئیس " + body + " دیروز از برنامه‌ها خبر داد."))
                .extracting(Mention::surfaceForm)
                .startsWith(body);
    }

    @Test
    void thePlaceCountsWithinTheBody() {
        List<Mention> mentions = mentions("مدیرکل گمرک زنجان گفت صادرات از گمرك زنجان بیشتر شد.");
        assertThat(mentions)
                .extracting(mention -> mention.entity().id())
                .containsExactly(
                        "khabar:unknown:org:گمرک-زنجان",
                        "khabar:city:zanjan",
                        "khabar:unknown:org:گمرک-زنجان",
                        "khabar:city:zanjan");
        assertThat(mentions).allMatch(Mention::counted);
        assertThat(mentions.get(1).nestedIn()).isZero();
        assertThat(mentions.get(3).nestedIn()).isEqualTo(2);
        assertThat(mentions.get(2).surfaceForm()).isEqualTo("گمرك زنجان");
    }

    @Test
    void aMinistryOfAnotherCountryIsNotTheIranianOne() {
        assertThat(mentions("وزارت دادگستری بلیز بیانیه داد."))
                .extracting(mention -> mention.entity().id())
                .containsExactly("khabar:unknown:org:وزارت-دادگستری-بلیز", "Q242");
        assertThat(mentions("وزارت دادگستری آمریکا بیانیه داد."))
                .extracting(mention -> mention.entity().id())
                .containsExactly("khabar:org:us-department-of-justice", "Q30");
        assertThat(mentions("وزارت دادگستری ایران بیانیه داد."))
                .extracting(mention -> mention.entity().id())
                .containsExactly("khabar:org:justice-ministry-iran", "Q794");
    }

    @Test
    void aMuseumIsAPlace() {
        Mention museum = bodies("اموال موزه ارومیه ثبت می‌شود.").get(0);
        assertThat(museum.surfaceForm()).isEqualTo("موزه ارومیه");
        assertThat(museum.entity().type()).isEqualTo(EntityType.PLACE);
    }

    @ParameterizedTest
    @CsvSource({
        "این سازمان در شیراز است., a preposition",
        "شرکت‌های بزرگ ایران آمدند., a plural",
        "این شرکت گاز ایران را دید., a determiner",
        "شورای امنیت ایران را تحریم کرد., an object",
        "عضو هیئت علمی ایران است., no field",
        "سازمان ایران بزرگ است., no field",
        "مردم شیراز آمدند., no body",
        "شهرداری جوان ارومیه برد., an adjective"
    })
    void otherWordsBeforeAPlaceMakeNoBody(String text, String because) {
        assertThat(bodies(text)).as(because).isEmpty();
    }

    @Test
    void eachOfTwoBodiesHasItsPlace() {
        assertThat(bodies("تیم‌های شهرداری گرگان و شهرداری شهرکرد بردند."))
                .extracting(Mention::surfaceForm)
                .containsExactly("شهرداری گرگان", "شهرداری شهرکرد");
        assertThat(bodies("گمرک - زنجان")).isEmpty();
    }

    private static List<Mention> bodies(String text) {
        return mentions(text).stream()
                .filter(mention -> mention.foundBy() == FoundBy.RECOGNIZER)
                .toList();
    }

    private static List<Mention> mentions(String text) {
        return CORE.analyze(new Document(null, null, text, "fa")).mentions();
    }
}
