package khabar.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import khabar.app.UnreachableException;
import khabar.app.log.LogFormat;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.SettingFlags;
import khabar.cli.flags.Surroundings;
import khabar.cli.flags.Version;
import khabar.cli.imports.ImportCommand;
import khabar.cli.output.ResultStream;
import khabar.cli.rules.RulesCommand;
import khabar.cli.train.TrainCommand;
import khabar.settings.SettingException;
import khabar.topics.registry.RegistryException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code khabar}. */
@Command(
        name = "khabar",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Turns a feed of news articles into live, exact knowledge about who and what is in the news.",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar broker                           a Kafka broker of its own, for trying things out",
            "  khabar run                              reads news.articles, keeps all counts",
            "  khabar consume news.enriched --max 1    one enriched article, as JSON",
            "",
            "Next: khabar COMMAND --help, and docs/configuration.md for every option."
        },
        subcommands = {
            DemoCommand.class,
            BrokerCommand.class,
            TopicsCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            ConsumeCommand.class,
            AuditCommand.class,
            TortureCommand.class,
            TopologyCommand.class,
            RulesCommand.class,
            ReprocessCommand.class,
            RedriveCommand.class,
            WatchCommand.class,
            EnrichCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            ImportCommand.class,
            ConfigCommand.class
        })
public final class Main implements Runnable {
    static final int FAILED = 1;
    static final int ASKED_WRONGLY = 2;
    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        // Logging reads these when the first logger is made, long before the flags are parsed.
        List<String> given = Arrays.asList(args);
        if (given.contains("--verbose")) {
            System.setProperty("khabar.log.stack", "full");
            System.setProperty("khabar.log.root", "WARN");
        } else if (given.contains("-q") || given.contains("--quiet")) {
            System.setProperty("khabar.log.level", "WARN");
        }
        System.exit(run(Surroundings.ofProcess(), args));
    }

    /** Runs one command; the answer is the exit code. */
    static int run(Surroundings surroundings, String... args) {
        int code = commandLine(surroundings).execute(args);
        Optional<String> unwritten =
                surroundings.out() instanceof ResultStream results ? results.failure() : Optional.empty();
        if (code != 0 || unwritten.isEmpty()) {
            return code;
        }
        surroundings.err().println("standard output: " + unwritten.get() + " (expected: room for all results)");
        return FAILED;
    }

    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine commands = new CommandLine(Main.class, factory(surroundings));
        SettingFlags.addTo(commands);
        return commands.setOut(new PrintWriter(surroundings.out(), true))
                .setErr(new PrintWriter(surroundings.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((wrong, arguments) -> explain(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "COMMAND: none (expected: one of "
                        + String.join(", ", spec.subcommands().keySet()) + ")");
    }

    private static IFactory factory(Surroundings surroundings) {
        IFactory standard = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == CommonOptions.class ? type.cast(new CommonOptions(surroundings)) : standard.create(type);
            }
        };
    }

    private static int explain(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(Misunderstanding.told(wrong)));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ASKED_WRONGLY;
    }

    private static int explain(Exception failure, CommandLine command) {
        if (LogFormat.isJson()) {
            LoggerFactory.getLogger(Main.class).error("{}", failure.getMessage(), failure);
            return failure instanceof SettingException ? ASKED_WRONGLY : FAILED;
        }
        PrintWriter err = command.getErr();
        String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        boolean known = failure instanceof SettingException
                || failure instanceof UnreachableException
                || failure instanceof RegistryException
                || failure instanceof IllegalStateException;
        err.println(command.getColorScheme()
                .errorText(known ? message : failure.getClass().getSimpleName() + ": " + message));
        if (command.getParseResult() != null && command.getParseResult().hasMatchedOption("--verbose")) {
            failure.printStackTrace(err);
        }
        return failure instanceof SettingException ? ASKED_WRONGLY : FAILED;
    }
}
