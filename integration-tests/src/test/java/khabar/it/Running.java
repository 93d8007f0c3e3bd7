package khabar.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.it.Khabar.Finished;

/** A command that runs as a process, until it ends, is stopped or is killed. */
public final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final String name;
    private final Process process;
    private final Path logs;
    private final Thread lastResort;

    Running(String name, Process process, Path logs) {
        this.name = name;
        this.process = process;
        this.logs = logs;
        // A test run that is interrupted leaves no process behind.
        this.lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Waits for a line of standard output and answers what the pattern's group holds. */
    public String awaitOut(String pattern) {
        return awaitLine("out", pattern);
    }

    /** Waits for a line of standard error and answers what the pattern's group holds. */
    public String awaitErr(String pattern) {
        return awaitLine("err", pattern);
    }

    /** SIGKILL: the process gets no chance to clean up. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, as Ctrl-C and service managers do. */
    public Finished stop() {
        process.destroy();
        return awaitEnd();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public Finished awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> name + " ended within " + PATIENCE + "\n" + text("err"))
                    .isTrue();
            return new Finished(process.exitValue(), text("out"), text("err"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitEnd();
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private String awaitLine(String stream, String pattern) {
        Pattern line = Pattern.compile(pattern, Pattern.MULTILINE);
        Matcher[] found = new Matcher[1];
        await(name + " says " + pattern).atMost(PATIENCE).untilAsserted(() -> {
            boolean gone = !process.isAlive();
            found[0] = line.matcher(text(stream));
            boolean said = found[0].find();
            if (gone && !said) {
                throw new IllegalStateException(name + " ended without saying " + pattern + "\n" + text("err"));
            }
            assertThat(said)
                    .as(() -> name + " says " + pattern + "\n" + text("err"))
                    .isTrue();
        });
        return found[0].group(found[0].groupCount());
    }

    private String text(String stream) {
        try {
            return Files.readString(logs.resolve(stream), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
