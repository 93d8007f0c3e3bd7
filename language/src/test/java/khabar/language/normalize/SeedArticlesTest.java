package khabar.language.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedArticlesTest {
    private static final Path SEEDS = Path.of("..", "seeds");

    private final Normalizer normalizer = new Normalizer();

    @Test
    void theFirstArticleGetsItsHalfSpacesBackAndNothingElse() throws IOException {
        assertThat(halfSpaced("000_78c677131ff901be.txt"))
                .containsExactly(
                        "بین_المللی",
                        "می_کنند",
                        "بین_المللی",
                        "می_کنند",
                        "ضعف_هایی",
                        "نمی_بینیم",
                        "بین_المللی",
                        "طرف_ها",
                        "شانس_ها",
                        "راه_حل",
                        "تروریست_ها",
                        "گروه_های",
                        "حمایت_های",
                        "ده_ها",
                        "میلیون_ها",
                        "زیرساخت_ها",
                        "زمین_گیر",
                        "گروه_های",
                        "تروریست_ها",
                        "آتش_بس",
                        "طرف_های",
                        "گروه_های",
                        "آتش_بس");
    }

    @Test
    void theSecondArticleGetsItsHalfSpacesBackAndNothingElse() throws IOException {
        assertThat(halfSpaced("004_3c6b0e4aa1e23fa4.txt"))
                .containsExactly(
                        "گروه_های",
                        "به_ویژه",
                        "کمک_رسانی",
                        "گروه_های",
                        "به_ویژه",
                        "پیروزی_های",
                        "گفت_وگو",
                        "ترکیه_ای",
                        "گفت_وگو",
                        "مدت_ها",
                        "گذرگاه_های",
                        "گروه_های",
                        "نمی_توانند",
                        "گروه_های",
                        "موفقیت_های",
                        "گروه_های",
                        "رسانه_های",
                        "دسته_های",
                        "تروریست_ها",
                        "محدوده_ای",
                        "آتش_بس",
                        "گروه_های",
                        "تحت_الحمایه",
                        "میانه_رو",
                        "تروریست_های",
                        "گروه_های");
    }

    @Test
    void nothingButHalfSpacesAndTheSpacesInTheirPlaceChanges() throws IOException {
        for (String seed : List.of("000_78c677131ff901be.txt", "004_3c6b0e4aa1e23fa4.txt")) {
            String original = read(seed);
            String display = normalizer.normalize(original).display();
            assertThat(display.replace("\u200c", "").replace(" ", "")).isEqualTo(original.replace(" ", ""));
        }
    }

    private List<String> halfSpaced(String seed) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : normalizer.normalize(read(seed)).display().split("[^\\p{L}\\p{M}\u200c]+")) {
            if (word.indexOf('\u200c') >= 0) {
                words.add(word.replace('\u200c', '_'));
            }
        }
        return words;
    }

    private static String read(String seed) throws IOException {
        return Files.readString(SEEDS.resolve(seed), StandardCharsets.UTF_8);
    }
}
