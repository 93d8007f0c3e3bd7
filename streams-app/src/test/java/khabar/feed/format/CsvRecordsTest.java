package khabar.feed.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import khabar.feed.Corpora;
import khabar.feed.unpack.PlacedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void quotedFieldsHoldSeparatorsQuotesAndLineFeeds() {
        List<PlacedRecord> records = Corpora.read(folder, "a.csv", """
                id,title,body
                a,"باران، برف","یک
                دو ""سه\"""
                b,5" screen,plain
                c,too,many,fields

                d,"never closed
                """);

        assertThat(Corpora.values(records, "id")).containsExactly("a", "b", "BROKEN_RECORD", "BROKEN_RECORD");
        assertThat(Corpora.values(records, "body")).startsWith("یک\nدو \"سه\"", "plain");
        assertThat(records).extracting(record -> record.raw().line()).containsExactly(2L, 4L, 5L, 7L);
    }

    @Test
    void theSeparatorIsToldByTheLineOfNames() {
        for (String separator : List.of(",", ";", "\t", "|")) {
            String text =
                    String.join(separator, "id", "headline") + "\r\n" + String.join(separator, "a", "سلام") + "\r\n";

            assertThat(Corpora.values(Corpora.read(folder, "a.csv", text), "headline"))
                    .as("separator %s", separator)
                    .containsExactly("سلام");
        }
    }

    @Test
    void aTableWithoutTextIsRefusedAsAWhole() {
        List<PlacedRecord> records = Corpora.read(folder, "a.csv", "x,y\n1,2\n3,4\n");

        assertThat(Corpora.values(records, "x")).containsExactly("UNKNOWN_FORMAT");
    }

    @Test
    void aRowThatIsTooLargeCostsOnlyItself() {
        String text = "id,title\na,\"" + "x\n".repeat(5000) + "\"\nb,y\n";

        assertThat(Corpora.values(Corpora.read(folder, "a.csv", text), "id")).containsExactly("TOO_LARGE", "b");
    }
}
