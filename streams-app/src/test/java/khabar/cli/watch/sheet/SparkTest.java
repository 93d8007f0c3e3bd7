package khabar.cli.watch.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SparkTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0 0 0,           ...",
        "5,               █",
        "0 1 8,           .▁█",
        "1 2 3 4 5 6 7 8, ▁▂▃▄▅▆▇█",
        "100 1 50,        █▁▄",
    })
    void aBarIsAsTallAsItsFigureIsGreat(String figures, String bars) {
        long[] values = java.util.Arrays.stream(figures.split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        assertThat(Spark.of(values)).isEqualTo(bars);
    }
}
