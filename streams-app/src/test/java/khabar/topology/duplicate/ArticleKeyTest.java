package khabar.topology.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArticleKeyTest {
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00.123Z");

    @Test
    void ordersByEventTimeAndThenByUri() {
        ArticleKey before1970 = new ArticleKey(Instant.parse("1969-12-31T23:59:59Z"), "b");
        ArticleKey first = new ArticleKey(TIME, "خبر/1");
        ArticleKey second = new ArticleKey(TIME, "خبر/10");
        ArticleKey third = new ArticleKey(TIME, "خبر/2");
        ArticleKey later = new ArticleKey(TIME.plusMillis(1), "a");

        assertThat(List.of(later, third, before1970, second, first).stream().sorted())
                .containsExactly(before1970, first, second, third, later);
        assertThat(ArticleKey.from(TIME)).isLessThan(first).isGreaterThan(before1970);
    }

    @Test
    void isTheSameWhereverItWasReadFrom() {
        ArticleKey key = new ArticleKey(TIME, "khabar:1");
        BandKey inBand = new BandKey(ByteBuffer.wrap(new byte[] {3, 2, 7, 8}), key);
        byte[] bytes = BandKey.serde().serializer().serialize("", inBand);

        BandKey read = BandKey.serde().deserializer().deserialize("", bytes);

        assertThat(read).isEqualTo(inBand).hasSameHashCodeAs(inBand);
        assertThat(read.article()).isEqualTo(key).hasSameHashCodeAs(key).isEqualByComparingTo(key);
        assertThat(read.article().publishedAt()).isEqualTo(TIME);
        assertThat(read.article().uri()).isEqualTo("khabar:1");
        assertThat(read.article().bytes()).isEqualTo(key.bytes());
    }

    @Test
    void knowsAnArticleWhoseTimeIsCorrected() {
        ArticleKey key = new ArticleKey(TIME, "khabar:1");

        assertThat(key.hasUriOf(new ArticleKey(TIME.plusMillis(1), "khabar:1"))).isTrue();
        assertThat(key.hasUriOf(new ArticleKey(TIME, "khabar:12"))).isFalse();
        assertThat(key).isNotEqualTo(new ArticleKey(TIME.plusMillis(1), "khabar:1"));
    }
}
