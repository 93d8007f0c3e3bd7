package khabar;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import khabar.app.Connection;
import khabar.app.Preparation;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.settings.Settings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One embedded broker with all topics for all tests of a run: a start costs seconds. */
public final class SharedBroker implements ParameterResolver {

    /** The broker, as a test sees it. */
    public static final class Cluster implements AutoCloseable {
        private final EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway());

        private Cluster() {
            Preparation.prepare(settings());
        }

        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        public Settings settings() {
            return Settings.defaults().with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers());
        }

        /** Makes topics of one partition. */
        public void create(String... names) throws InterruptedException, ExecutionException {
            try (Admin admin = Connection.from(settings()).openAdmin()) {
                admin.createTopics(Stream.of(names)
                                .map(name -> new NewTopic(name, 1, (short) 1))
                                .toList())
                        .all()
                        .get();
            }
        }

        /** Writes records, and waits until they are there. */
        public void write(List<ProducerRecord<byte[], byte[]>> records) {
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                records.forEach(producer::send);
            }
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedBroker.class))
                .getOrComputeIfAbsent(Cluster.class, type -> new Cluster(), Cluster.class);
    }
}
