package khabar.cli.torture.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import khabar.cli.torture.history.History.Line;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final int ARTICLES = 600;
    private static final int PARTITIONS = 4;

    private final History history = History.make(new Random(7), ARTICLES, PARTITIONS, -1);

    @Test
    void equalSeedsGiveEqualHistories() {
        assertThat(History.make(new Random(7), ARTICLES, PARTITIONS, -1)).isEqualTo(history);
        assertThat(History.make(new Random(8), ARTICLES, PARTITIONS, -1)).isNotEqualTo(history);
    }

    @Test
    void everyKindOfRevisionAndRefusalOccurs() {
        List<String> json = history.lines().stream().map(Line::json).toList();

        for (String part : List.of(
                "\"version\":\"3\"",
                "\"pubStatus\":\"withheld\"",
                "\"pubStatus\":\"canceled\"",
                "\"version\":\"1.0b\"",
                "\"publishedAt\":\"2124",
                "\"publishedAt\":\"2023",
                "\"language\":\"ar\"")) {
            assertThat(json).as(part).anyMatch(line -> line.contains(part));
        }
        assertThat(history.lines()).anyMatch(line -> !line.isSent());
    }

    @Test
    void aSilentPartitionSaysNothingAfterTheFirstThird() {
        int silent = 2;
        History made = History.make(new Random(7), ARTICLES, PARTITIONS, silent);
        List<Line> sent = made.lines().stream().filter(Line::isSent).toList();

        assertThat(sent).anyMatch(line -> partitionOf(line) == silent);
        assertThat(sent.subList(sent.size() / 2, sent.size())).noneMatch(line -> partitionOf(line) == silent);
    }

    private static int partitionOf(Line line) {
        String start = "{\"uri\":\"";
        String uri = line.json().substring(start.length(), line.json().indexOf('"', start.length()));
        return Utils.toPositive(Utils.murmur2(Utils.utf8(uri))) % PARTITIONS;
    }
}
