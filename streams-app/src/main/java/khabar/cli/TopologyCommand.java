package khabar.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import khabar.app.text.LiveRules;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.cli.picture.MermaidPicture;
import khabar.language.TextCore;
import khabar.rules.RuleBook;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.creation.TopicOptions;
import khabar.topology.NewsTopology;
import khabar.topology.TopologyOptions;
import org.apache.kafka.streams.TopologyDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the topology; asks no broker. */
@Command(
        name = "topology",
        description = "Show the stages of the topology, its topics and its stores. Needs no broker.",
        footerHeading = "%nExamples:%n",
        footer = {"  khabar topology", "  khabar topology --mermaid > topology.mmd"})
final class TopologyCommand implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Option(names = "--mermaid", description = "As a Mermaid flowchart, which many Markdown viewers draw.")
    private boolean mermaid;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.TOPOLOGY);
    }

    @Override
    public Integer call() {
        Settings settings = common.checkedSettings();
        TopologyDescription topology = new NewsTopology(
                        TopologyOptions.from(settings, settings.get(TopicOptions.PARTITIONS)),
                        RuleBook.immediate(TextCore.shipped(), LiveRules.ALERTS),
                        SingleObjectFormat.compiledIn())
                .build()
                .describe();
        PrintStream out = common.surroundings().out();
        out.print(mermaid ? MermaidPicture.of(topology) : topology);
        out.flush();
        return 0;
    }
}
