package khabar.cli.flags;

import java.util.List;
import khabar.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every measure understands; a command that measures mixes it in. */
@Command
public final class EvaluationOptions {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON Lines with labels; - for standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many kinds of errors to show, the most frequent ones. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--max", paramLabel = "N", description = "Measure the first so many rows only.")
    private long max = Long.MAX_VALUE;

    /** Throws {@link SettingException} for what cannot be used. */
    public void check() {
        if (limit < 0) {
            throw new SettingException("--limit", Integer.toString(limit), "0 or more");
        }
        if (max < 1) {
            throw new SettingException("--max", Long.toString(max), "1 or more");
        }
    }

    public List<String> files() {
        return files;
    }

    public boolean json() {
        return json;
    }

    public int limit() {
        return limit;
    }

    public long max() {
        return max;
    }
}
