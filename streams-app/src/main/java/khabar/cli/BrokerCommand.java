package khabar.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import khabar.app.DataFolder;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.cli.flags.CommonOptions;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the embedded broker alone. */
@Command(
        name = "broker",
        description = {
            "Run a Kafka broker of its own, on loopback only, for trying things out. Ctrl-C stops it.",
            "Its address is printed on standard output when it is ready. Data are kept between runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar broker",
            "  khabar broker --port 0 --throw-away      any free port, nothing is kept",
            "",
            "Next: khabar run in another terminal"
        })
final class BrokerCommand implements Callable<Integer> {
    private static final Setting<Path> DATA = DataFolder.setting("--data", "broker", "");

    private static final int LARGEST_PORT = 65535;

    @Mixin
    private CommonOptions common;

    @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one. Default: 9092.")
    private int port = 9092;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of its data. Default: $$XDG_DATA_HOME/khabar/broker.")
    private String data = DATA.defaultText();

    @Option(names = "--throw-away", description = "Keep nothing: the data go away when it stops.")
    private boolean throwAway;

    @Override
    public Integer call() throws Exception {
        if (port < BrokerOptions.ANY_PORT || port > LARGEST_PORT) {
            throw new SettingException(
                    "--port", Integer.toString(port), "1 to " + LARGEST_PORT + ", or 0 for any free one");
        }
        if (throwAway && !data.equals(DATA.defaultText())) {
            throw new SettingException("--data", data, "one of --data and --throw-away, not both");
        }
        BrokerOptions options =
                throwAway ? BrokerOptions.throwAway().onPort(port) : BrokerOptions.persistent(DATA.parse(data), port);
        CountDownLatch end = new CountDownLatch(1);
        try (Interruption stop = Interruption.runs(end::countDown);
                EmbeddedBroker broker = EmbeddedBroker.start(options)) {
            common.surroundings().out().println(broker.bootstrapServers());
            common.tell("broker is ready, data in " + broker.dataDirectory() + " (Ctrl-C stops)");
            broker.failure().whenComplete((failure, none) -> end.countDown());
            end.await();
            if (broker.failure().isDone()) {
                common.tell("broker: failed (expected: running): "
                        + broker.failure().get());
                return Main.FAILED;
            }
            return 0;
        }
    }
}
