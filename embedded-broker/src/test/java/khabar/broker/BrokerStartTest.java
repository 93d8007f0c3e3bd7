package khabar.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a broker from starting, and what it then leaves behind: nothing. */
final class BrokerStartTest {
    @TempDir
    Path temporary;

    @AfterEach
    void noThreadIsLeft() {
        assertThat(LiveThreads.ofBrokers()).isEmpty();
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    BrokerOptions.throwAway().onPort(taken.getLocalPort()),
                    "port: " + taken.getLocalPort() + " is in use (expected: a free port, or 0 for any)");
        }
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        refused(BrokerOptions.throwAway().onPort(65_536), "port: 65536 (expected: 1 to 65535, or 0 for any)");
        refused(BrokerOptions.throwAway().onPort(-1), "port: -1 (expected: 1 to 65535, or 0 for any)");
    }

    @Test
    void aDirectoryWithSomethingElseInItIsLeftAlone() throws IOException {
        Path letter = Files.writeString(temporary.resolve("letter.txt"), "mine");

        refused(
                persistent(temporary),
                "dataDirectory: " + temporary + " holds something else (expected: an empty directory, or a broker's)");
        assertThat(temporary).isDirectoryContaining(letter::equals).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void aThrowAwayBrokerTakesNoDirectoryWithData() throws IOException {
        Path data = Files.createFile(temporary.resolve(DirectoryLock.FILE));
        BrokerOptions options = new BrokerOptions(
                temporary,
                BrokerOptions.ANY_PORT,
                true,
                BrokerOptions.throwAway().overrides());

        refused(
                options,
                "dataDirectory: " + temporary + " is not empty (expected: an empty directory for a throw-away broker)");
        assertThat(data).exists();
    }

    @Test
    void aFileInTheDirectorysPlaceIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        String expected = " cannot be used (expected: a directory that this user may make and write)";

        refused(persistent(file), "dataDirectory: " + file + expected);
        refused(persistent(file.resolve("below")), "dataDirectory: " + file.resolve("below") + expected);
    }

    @Test
    void aCommaInThePathIsNamed() {
        Path path = temporary.resolve("a,b");

        refused(
                persistent(path),
                "dataDirectory: " + path + " (expected: a path without a comma, which to Kafka means two directories)");
        assertThat(path).doesNotExist();
    }

    @Test
    void anOverrideMayNotMoveTheBroker() {
        refused(
                persistent(temporary.resolve("data")).with("log.dirs", "/elsewhere"),
                "overrides: log.dirs (expected: no setting that the embedded broker decides itself)");
    }

    @Test
    void aMisspeltOverrideIsNamed() {
        refused(
                persistent(temporary.resolve("data")).with("log.retention.hour", "1"),
                "overrides: log.retention.hour (expected: the name of a Kafka broker setting)");
    }

    @Test
    void aWrongValueIsNamedAndTheDirectoryFreeAgain() throws IOException {
        Path data = temporary.resolve("data");

        refused(
                persistent(data).with("num.io.threads", "many"),
                "overrides: Invalid value many for configuration num.io.threads: Not a number of type INT"
                        + " (expected: settings that Kafka accepts)");
        DirectoryLock.take(data).close();
    }

    private static BrokerOptions persistent(Path directory) {
        return BrokerOptions.persistent(directory, BrokerOptions.ANY_PORT);
    }

    private static void refused(BrokerOptions options, String message) {
        assertThatThrownBy(() -> EmbeddedBroker.start(options))
                .isInstanceOf(BrokerStartException.class)
                .hasMessage(message);
    }
}
