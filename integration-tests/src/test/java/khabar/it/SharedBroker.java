package khabar.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Cluster}: the command {@code broker} as a process on a free port. One serves all
 * classes of a process, as its start is the dearest part of a test; it is empty at the beginning of each test.
 * Kept by the session of the launcher: Failsafe runs each class by itself.
 */
public final class SharedBroker implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(SharedBroker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return broker(context).cluster;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        broker(context).cluster.forgetEverything();
    }

    private static BrokerProcess broker(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, SPACE)
                .getOrComputeIfAbsent(BrokerProcess.class, type -> BrokerProcess.start(), BrokerProcess.class);
    }

    /** The process and the way to it. */
    private record BrokerProcess(Path folder, Running process, Cluster cluster) implements AutoCloseable {
        static BrokerProcess start() {
            try {
                Path folder = Files.createTempDirectory("khabar-broker");
                Running process = Khabar.in(folder)
                        .start(
                                "broker",
                                "--port",
                                "0",
                                "--data",
                                folder.resolve("broker").toString());
                return new BrokerProcess(folder, process, new Cluster(process.awaitOut("^(\\S+:\\d+)$")));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            cluster.close();
            process.stop();
            process.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
