package khabar.cli.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of Khabar as a process of its own, ended by its process id and by nothing broader. */
final class Child implements AutoCloseable {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
    private static final int LAST_LINES = 5;

    private final Process process;
    private final Path out;
    private final Path err;

    Child(ProcessBuilder builder, Path logs, String name) {
        out = logs.resolve(name + ".out");
        err = logs.resolve(name + ".err");
        try {
            process = builder.redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, once it has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL: no chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    /** SIGTERM, as Ctrl-C and service managers do; SIGKILL where that does not help. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** SIGSTOP: it stands still, and does not know it. */
    void freeze() throws InterruptedException {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if nothing had been. */
    void thaw() throws InterruptedException {
        signal("CONT");
    }

    /** What it has written to standard output. */
    String output() {
        return read(out);
    }

    /** The last lines of what it has told. */
    List<String> lastWords() {
        List<String> lines = read(err).lines().toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
