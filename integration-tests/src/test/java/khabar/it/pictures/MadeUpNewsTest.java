package khabar.it.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MadeUpNewsTest {
    private static final long SEED = 1;

    @Test
    void equalSeedsGiveEqualNewsAndOthersOtherNews() {
        assertThat(MadeUpNews.of(SEED)).isEqualTo(MadeUpNews.of(SEED)).isNotEqualTo(MadeUpNews.of(SEED + 1));
    }

    @Test
    void noSlotIsLeftOpen() {
        for (ObjectNode article : MadeUpNews.of(SEED)) {
            assertThat(article.toString().substring(1, article.toString().length() - 1))
                    .doesNotContain("{", "}", "[", "]", "|");
        }
    }

    @Test
    void everyUriIsThereOnceAndOneOfThemIsPictured() {
        List<String> uris = MadeUpNews.of(SEED).stream()
                .map(article -> article.get("uri").asText())
                .toList();

        assertThat(uris).doesNotHaveDuplicates().contains(MadeUpNews.PICTURED);
    }
}
