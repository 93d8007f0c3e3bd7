package khabar.language.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import khabar.language.TextCore;
import khabar.language.normalize.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row per way in which a phrase may be written. */
class PhraseFinderTest {
    private static final TextCore CORE = TextCore.shipped();

    @ParameterizedTest
    @CsvSource({
        "گفت‌وگوی هسته‌ای, دور تازهٔ گفت‌وگوی هسته‌ای در وین",
        "گفت‌وگوی هسته‌ای, دور تازه گفت وگوی هسته ای در وین",
        "گفت‌وگوی هسته‌ای, دور تازه گفتوگوی هستهای در وین",
        "كتاب, سه کتاب تازه",
        "کتاب, سه كتاب تازه",
        "کتاب, کتاب‌های تازه",
        "کتاب, کتابهای تازه",
        "کتاب, کتاب ها",
        "نفت, «نفت»، گران شد",
        "nuclear talks, New NUCLEAR talks in Vienna",
        "۱۲ مارس, روز 12 مارس"
    })
    void aPhraseIsFoundHoweverItIsWritten(String phrase, String text) {
        assertThat(CORE.phraseFinder(List.of(phrase)).find(List.of(text))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"نفت, نفتالین گران شد", "نفت گران, نفت. گران شد", "گران نفت, نفت گران شد", "talks, talkshow"})
    void whatIsNotThePhraseIsNotFound(String phrase, String text) {
        assertThat(CORE.phraseFinder(List.of(phrase)).find(List.of(text))).isEmpty();
    }

    @Test
    void spansPointIntoTheOriginal() {
        String text = "قیمت كتابهای نو";
        List<FoundPhrase> found = CORE.phraseFinder(List.of("نو", "کتاب")).find(List.of("", text));

        assertThat(found).extracting(FoundPhrase::phrase).containsExactly(1, 0);
        Span span = found.get(0).span();
        assertThat(span.text()).isEqualTo(1);
        assertThat(text.substring(span.start(), span.end())).isEqualTo("كتابهای");
    }

    @Test
    void aPhraseWithoutAWordIsRefused() {
        assertThatThrownBy(() -> CORE.phraseFinder(List.of("؟!")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one word");
    }
}
