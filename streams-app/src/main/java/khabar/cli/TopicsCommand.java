package khabar.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import khabar.app.Connection;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.settings.Settings;
import khabar.topics.PublishedSchemas;
import khabar.topics.Topic;
import khabar.topics.creation.TopicCreator;
import khabar.topics.creation.TopicOptions;
import khabar.topics.creation.TopicState;
import khabar.topics.creation.TopicState.Standing;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates and shows the topics on the cluster. */
@Command(
        name = "topics",
        description = "Create or show the topics of Khabar.",
        synopsisSubcommandLabel = "(create | list | describe)",
        subcommands = {TopicsCommand.Create.class, TopicsCommand.ListAll.class, TopicsCommand.Describe.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar topics create --topic-partitions 8",
            "  khabar topics list",
            "  khabar topics describe news.enriched"
        })
final class TopicsCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "topics: nothing asked (expected: create, list or describe)");
    }

    private static List<TopicState> look(Settings settings, boolean create) {
        try (Admin admin = Connection.from(settings).openAdmin()) {
            TopicCreator topics = new TopicCreator(admin, TopicOptions.from(settings));
            return create ? topics.create() : topics.describe();
        }
    }

    /** Creates what is missing. */
    @Command(
            name = "create",
            description = "Create the topics that are missing and publish the schemas. Changes no topic that is there.")
    static final class Create implements Callable<Integer>, TakesSettings {
        @Mixin
        private CommonOptions common;

        @Override
        public List<OptionGroup> optionGroups() {
            return List.of(OptionGroup.CONNECTION, OptionGroup.TOPICS);
        }

        @Override
        public Integer call() {
            Settings settings = common.checkedSettings();
            for (TopicState state : look(settings, true)) {
                String word = state.standing() == Standing.CREATED ? "created" : "exists ";
                common.surroundings().out().println(word + "  " + state.name());
                state.differences()
                        .forEach(difference -> common.surroundings().err().println(state.name() + ": " + difference));
            }
            List<Topic<?>> published =
                    PublishedSchemas.publish(Connection.from(settings).client());
            common.tell("schemas published: " + published.size());
            return 0;
        }
    }

    /** One line for each topic. */
    @Command(name = "list", description = "One line for each topic: partitions, copies, how old records leave, name.")
    static final class ListAll implements Callable<Integer>, TakesSettings {
        @Mixin
        private CommonOptions common;

        @Override
        public List<OptionGroup> optionGroups() {
            return List.of(OptionGroup.CONNECTION);
        }

        @Override
        public Integer call() {
            for (TopicState state : look(common.checkedSettings(), false)) {
                common.surroundings().out().println(line(state));
            }
            return 0;
        }

        private static String line(TopicState state) {
            if (state.standing() == Standing.MISSING) {
                return String.format(Locale.ROOT, "%3s %3s  %-15s %s", "-", "-", "missing", state.name());
            }
            return String.format(
                    Locale.ROOT,
                    "%3d %3d  %-15s %s",
                    state.partitions(),
                    state.replication(),
                    state.configuration().getOrDefault("cleanup.policy", "broker's"),
                    state.name());
        }
    }

    /** Everything about topics. */
    @Command(name = "describe", description = "Configuration of topics, and where it differs from the plan.")
    static final class Describe implements Callable<Integer>, TakesSettings {
        @Mixin
        private CommonOptions common;

        @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "Topics to describe. Default: all of Khabar's.")
        private List<String> names = List.of();

        @Override
        public List<OptionGroup> optionGroups() {
            return List.of(OptionGroup.CONNECTION, OptionGroup.TOPICS);
        }

        @Override
        public Integer call() {
            TopicNames.check(names);
            for (TopicState state : look(common.checkedSettings(), false)) {
                if (names.isEmpty() || names.contains(state.name())) {
                    print(state, common.surroundings().out());
                }
            }
            return 0;
        }

        private static void print(TopicState state, PrintStream out) {
            if (state.standing() == Standing.MISSING) {
                out.println(state.name() + ": missing (khabar topics create)");
                return;
            }
            out.println(state.name() + ": partitions " + state.partitions() + ", copies " + state.replication());
            state.configuration().forEach((name, value) -> out.println("  " + name + " = " + value));
            state.differences().forEach(difference -> out.println("  differs: " + difference));
        }
    }
}
