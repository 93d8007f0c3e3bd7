package khabar.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.cli.consume.RecordFilter;
import khabar.cli.consume.RecordWriter;
import khabar.cli.consume.RecordWriter.Extras;
import khabar.cli.consume.TopicTail;
import khabar.cli.consume.ValueReader;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the records of a topic, decoded, one JSON object a line. */
@Command(
        name = "consume",
        description = {
            "Show the records of a topic, decoded, as one JSON object a line in UTF-8.",
            "Without --follow: everything that is there now, then it ends. With --follow: what "
                    + "arrives from now on, until Ctrl-C; with --follow --from-beginning: both. Only committed "
                    + "records are shown."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar consume news.enriched --entity Q858 --max 1 --pretty",
            "  khabar consume news.entity-counts --follow | jq -r '[.value.count, .value.names.fa] | @tsv'",
            "  khabar consume news.rejected | jq -r .value.reason | sort | uniq -c",
            "  khabar consume news.dead-letters --position",
            "",
            "A dead letter says where and how it failed; its value is the original in base64, and decoded "
                    + "where it can be. Its stack trace is among the headers with --headers."
        })
final class ConsumeCommand implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TOPIC", description = "One of Khabar's topics: khabar topics list")
    private String topic;

    @Option(names = "--follow", description = "Go on with what arrives, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--from-beginning", description = "With --follow, begin with what is there already.")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "End after so many records were shown.")
    private long max = Long.MAX_VALUE;

    @Option(
            names = "--entity",
            paramLabel = "ID|NAME",
            description = "Only records about an entity: its id, or its name in any language.")
    private @Nullable String entity;

    @Option(
            names = "--subject",
            paramLabel = "CODE|NAME",
            description = "Only records about a subject: its code, with or without medtop:, or its name.")
    private @Nullable String subject;

    @Option(names = "--language", paramLabel = "TAG", description = "Only articles in a language, such as fa.")
    private @Nullable String language;

    @Option(names = "--pretty", description = "Each record on several lines.")
    private boolean pretty;

    @Option(names = "--headers", description = "With the headers of each record.")
    private boolean headers;

    @Option(names = "--position", description = "With partition, offset and time of arrival of each record.")
    private boolean position;

    private long shown;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION);
    }

    @Override
    public Integer call() throws IOException {
        TopicNames.check(List.of(topic));
        if (max < 1) {
            throw new SettingException("--max", Long.toString(max), "a whole number above 0");
        }
        Settings settings = common.checkedSettings();
        Connection connection = Connection.from(settings);
        connection.openAdmin().close();
        RecordFilter filter = new RecordFilter(entity, subject, language);
        try (WireFormat format = WireFormats.of(settings);
                TopicTail tail = TopicTail.open(connection.client(), topic, fromBeginning || !follow);
                RecordWriter writer =
                        new RecordWriter(common.surroundings().out(), new Extras(position, headers, pretty));
                Interruption stop = Interruption.runs(tail::stop)) {
            ValueReader values = ValueReader.of(topic, format);
            tail.read(follow, record -> show(record, values, filter, writer), writer::flush);
        }
        return 0;
    }

    /** Whether more is wanted after this record. */
    private boolean show(
            ConsumerRecord<byte[], byte[]> record, ValueReader values, RecordFilter filter, RecordWriter writer)
            throws IOException {
        ValueReader.Value value = values.read(record);
        if (filter.accepts(value)) {
            writer.write(record, value);
            shown++;
        }
        return shown < max;
    }
}
