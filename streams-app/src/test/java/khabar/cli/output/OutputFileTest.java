package khabar.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import khabar.settings.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {
    private static final byte[] NAMES = "names\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void whatFailsLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("own.gaz"), "old\n");
        assertThatThrownBy(() -> OutputFile.write(file, out -> {
                    out.write(NAMES);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(SettingException.class)
                .hasMessage("--output: " + file + " (expected: a file that can be written: No space left on device)");
        assertThat(file).hasContent("old\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aMissingFolderAndAFolderAreNamedAsTheyWereGiven() {
        Path nowhere = folder.resolve("none").resolve("own.gaz");
        assertThatThrownBy(() -> OutputFile.write(nowhere, out -> out.write(NAMES)))
                .hasMessage("--output: " + nowhere + " (expected: a file that can be written: its folder is missing)");
        assertThatThrownBy(() -> OutputFile.write(folder, out -> out.write(NAMES)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("--output: " + folder + " (expected: a file that can be written: ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("own.gaz"), "old\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.gaz"), file);
        OutputFile.write(link, out -> out.write(NAMES));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(NAMES);
    }

    /** As root a device would be replaced by a file, for the whole machine. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsWrittenAndNotReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        OutputFile.write(pipe, out -> out.write(NAMES));
        assertThat(reader.getInputStream().readAllBytes()).isEqualTo(NAMES);
        assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }
}
