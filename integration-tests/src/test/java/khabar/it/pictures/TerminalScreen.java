package khabar.it.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A terminal of tmux, in a server of its own, in which one program runs. */
final class TerminalScreen implements AutoCloseable {
    private static final String PROGRAM = "tmux";

    private final String server = "khabar-pictures-" + ProcessHandle.current().pid();

    private TerminalScreen() {}

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /** Starts the program on a screen of the given size. */
    static TerminalScreen run(int columns, int rows, List<String> program) {
        TerminalScreen screen = new TerminalScreen();
        List<String> line = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d"));
        line.addAll(List.of("-x", Integer.toString(columns), "-y", Integer.toString(rows)));
        line.addAll(program);
        screen.tmux(line);
        screen.tmux(List.of("set-option", "-g", "status", "off"));
        return screen;
    }

    /** Presses keys, by the names that tmux has for them. */
    void press(String... keys) {
        List<String> line = new ArrayList<>(List.of("send-keys"));
        line.addAll(List.of(keys));
        tmux(line);
    }

    /** The lines that are shown. */
    String text() {
        return tmux(List.of("capture-pane", "-p"));
    }

    /** The same with escape sequences for colours and the like. */
    String styled() {
        return tmux(List.of("capture-pane", "-p", "-e"));
    }

    @Override
    public void close() {
        tmux(List.of("kill-server"));
    }

    private String tmux(List<String> arguments) {
        try {
            List<String> line = new ArrayList<>(List.of(PROGRAM, "-u", "-L", server));
            line.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("KHABAR_") || name.equals("NO_COLOR"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
