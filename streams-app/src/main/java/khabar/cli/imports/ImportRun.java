package khabar.cli.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import khabar.cli.flags.CommonOptions;
import khabar.cli.imports.source.EntitySource;
import khabar.cli.imports.source.Imported;
import khabar.cli.imports.source.Input;
import khabar.cli.output.OutputFile;
import khabar.feed.show.Counted;
import khabar.settings.SettingException;

/** Reads all files of a source and writes what is wanted of them, whole or not at all. */
final class ImportRun {
    private static final int SHOWN = 20;
    private static final long BETWEEN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String STANDARD_OUTPUT = "-";

    private final ImportOptions options;
    private final CommonOptions common;
    private final EntitySource source;
    private final GazetteerLines lines;
    private long seen;
    private long written;
    private long unusable;
    private long lastTold = System.nanoTime();
    private long bytesBefore;

    ImportRun(ImportOptions options, CommonOptions common, EntitySource source) {
        this.options = options;
        this.common = common;
        this.source = source;
        this.lines = new GazetteerLines(options.wanted(), options.forms());
    }

    /** The exit code: 1 where something in the files could not be used. */
    int run(String note) {
        if (options.output().toString().equals(STANDARD_OUTPUT)) {
            PrintStream out = common.surroundings().out();
            try {
                write(out, note, () -> !out.checkError());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        } else {
            boolean packed = options.output().toString().endsWith(".gz");
            OutputFile.write(options.output(), file -> {
                if (packed) {
                    GZIPOutputStream zip = new GZIPOutputStream(file);
                    write(zip, note, () -> true);
                    zip.finish();
                } else {
                    write(file, note, () -> true);
                }
            });
        }
        common.tell(String.format(
                Locale.ROOT,
                "%s written of %,d read%s",
                entities(written),
                seen,
                unusable == 0 ? "" : "; " + Counted.of(unusable, "line") + " could not be used"));
        if (written > 0 && !options.output().toString().equals(STANDARD_OUTPUT)) {
            common.tell("next: khabar enrich --gazetteer " + options.output() + ", or khabar run with the same option");
        }
        return unusable == 0 ? 0 : 1;
    }

    private void write(OutputStream target, String note, BooleanSupplier wanted) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(target, UTF_8));
        out.write("# " + note
                + "\n# id | type | fa | en | ar | context; a name with ~ counts beside another name only\n");
        Predicate<Imported> sink = entity -> take(entity, out) && wanted.getAsBoolean();
        for (String file : options.files()) {
            if (written < options.limit() && wanted.getAsBoolean()) {
                read(file, sink);
            }
        }
        source.end(sink);
        out.flush();
    }

    private void read(String file, Predicate<Imported> sink) {
        try (Input input = Input.open(file, System.in, (line, reason) -> complain(file, line, reason))) {
            Predicate<Imported> watched = entity -> {
                tellProgress(input);
                return sink.test(entity);
            };
            source.read(input, watched);
            bytesBefore += input.bytes();
        } catch (NoSuchFileException missing) {
            throw new SettingException("file", file, "an existing file");
        } catch (IOException failed) {
            throw new SettingException("file", file, "readable and whole: " + failed.getMessage());
        }
    }

    private boolean take(Imported entity, Writer out) {
        seen++;
        String line = written < options.limit() ? lines.line(entity) : null;
        if (line != null) {
            try {
                out.write(line);
                out.write('\n');
                written++;
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
        return written < options.limit();
    }

    private void complain(String file, long line, String reason) {
        unusable++;
        if (unusable <= SHOWN) {
            String where = line > 0 ? file + ":" + line : file;
            common.surroundings().err().println(where + ": " + reason);
        } else if (unusable == SHOWN + 1) {
            common.surroundings().err().println("further lines that cannot be used are counted, not shown");
        }
    }

    private static String entities(long count) {
        return Counted.of(count, "entity", "entities");
    }

    private void tellProgress(Input input) {
        long now = System.nanoTime();
        if (now - lastTold > BETWEEN_NANOS) {
            lastTold = now;
            common.tell(String.format(
                    Locale.ROOT,
                    "%s written of %,d, %,d MB of %s read",
                    entities(written),
                    seen,
                    (bytesBefore + input.bytes()) >> 20,
                    input.name()));
        }
    }
}
