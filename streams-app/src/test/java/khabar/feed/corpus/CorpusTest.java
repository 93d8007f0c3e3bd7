package khabar.feed.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabar.feed.Corpora;
import khabar.settings.SettingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() {
        for (String name : List.of("b.txt", "a.txt", "sub/c.txt", "sub/d.json", ".hidden/e.txt", "sub/.f.txt")) {
            Corpora.write(folder, name, name);
        }
    }

    @Test
    void aDirectoryIsReadWithAllBelowItByName() {
        assertThat(labels(folder.toString())).containsExactly("a.txt", "b.txt", "sub/c.txt", "sub/d.json");
    }

    @Test
    void aGlobIsReadByName() {
        assertThat(labels(folder + "/*.txt")).containsExactly("a.txt", "b.txt");
        assertThat(labels(folder + "/**/*.{txt,json}")).containsExactly("sub/c.txt", "sub/d.json");
    }

    @Test
    void aLinkThatIsNamedLeadsToItsFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolveSibling("link-to-" + folder.getFileName()), folder);
        try {
            assertThat(labels(link.toString())).containsExactly("a.txt", "b.txt", "sub/c.txt", "sub/d.json");
            assertThat(Corpus.of(List.of(link + "/")).files().get(0).name()).isEqualTo(link + "/a.txt");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void severalPathsStayInTheirOrder() {
        assertThat(labels(folder + "/b.txt", "-", folder + "/a.txt")).containsExactly("b.txt", "", "a.txt");
        assertThat(Corpus.of(List.of("-")).size()).isEqualTo(-1);
    }

    @Test
    void aPathThatNamesNothingIsSaid() {
        for (String path : List.of(folder + "/none", folder + "/*.csv", folder + "/[", "\0")) {
            assertThatThrownBy(() -> Corpus.of(List.of(path)))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("path: " + path + " (expected: ");
        }
    }

    @Test
    void theDigestTellsAnotherListOfFiles() {
        Corpus all = Corpus.of(List.of(folder.toString()));
        String before = all.digest();

        assertThat(Corpus.of(List.of(folder + "/")).digest()).isEqualTo(before);
        Corpora.write(folder, "a.txt", "longer than before");
        assertThat(Corpus.of(List.of(folder.toString())).digest()).isNotEqualTo(before);
    }

    private static List<String> labels(String... paths) {
        return Corpus.of(List.of(paths)).files().stream().map(CorpusFile::label).toList();
    }
}
