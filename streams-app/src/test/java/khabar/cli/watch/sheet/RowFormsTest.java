package khabar.cli.watch.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowFormsTest {
    private static final Map<String, String> LAVROV = Map.of("en", "Sergey Lavrov", "fa", "سرگئی لاوروف");

    /** Figures and type take 28 columns. */
    @ParameterizedTest
    @CsvSource({
        "80, 'Sergey Lavrov  Q58217           سرگئی لاوروف'",
        "52, 'Sergey La…  سرگئی لاوروف'",
        "40, 'سرگئی لاوروف'"
    })
    void whereThereIsNoRoomForTwoNamesThePersianOneStandsAlone(int width, String names) {
        assertThat(new RowForms(width).names("Q58217", LAVROV, 28).strip()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"80", "40"})
    void aNameInLatinLettersAloneStaysWhatItIs(int width) {
        assertThat(new RowForms(width).names("Q7747", Map.of("en", "Putin"), 28))
                .isEqualTo("Putin  Q7747");
    }
}
