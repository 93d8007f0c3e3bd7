package khabar.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khabar.schemas.state.Contributions;
import khabar.schemas.state.EntityPast;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.PublishedPair;
import khabar.schemas.state.RankedCount;
import khabar.schemas.state.Revision;
import khabar.schemas.state.WindowCount;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

final class SingleObjectFormatTest {
    private static final int VALUES = 50;
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();

    @Test
    void itWritesWhatAvroItselfWritesAndReadsItBack() throws IOException {
        List<Class<? extends SpecificRecord>> types = new ArrayList<>(List.of(
                Revision.class,
                Contributions.class,
                WindowCount.class,
                PartialTop.class,
                PairedArticle.class,
                PublishedPair.class,
                EntityPast.class));
        Topics.AVRO.forEach(topic -> types.add(topic.valueType()));
        for (Class<? extends SpecificRecord> type : types) {
            asAvroWrites(type);
        }
    }

    private static <V extends SpecificRecord> void asAvroWrites(Class<V> type) throws IOException {
        Serde<V> serde = FORMAT.serdeOf(type);
        SpecificData plain = new SpecificData();
        SpecificData.getForClass(type).getConversions().forEach(plain::addLogicalTypeConversion);
        BinaryMessageEncoder<V> avro =
                new BinaryMessageEncoder<>(plain, SpecificData.get().getSchema(type));
        RandomValues random = new RandomValues(new Random(1));
        for (int i = 0; i < VALUES; i++) {
            V value = type.cast(random.of(SpecificData.get().getSchema(type)));
            byte[] written = serde.serializer().serialize("", value);
            assertThat(ByteBuffer.wrap(written)).as(type.getSimpleName()).isEqualTo(avro.encode(value));
            assertThat(serde.deserializer().deserialize("", written)).isEqualTo(value);
        }
    }

    @Test
    void whatCouldNotBeWrittenLeavesNothingInTheNextValue() {
        Serde<PartialTop> serde = FORMAT.serdeOf(PartialTop.class);
        PartialTop good =
                new PartialTop(1, true, false, List.of(new RankedCount("Q794", "place", 3L, 2L, 3L, 2L, null)));
        byte[] before = serde.serializer().serialize("", good);
        PartialTop bad = new PartialTop(2, true, false, List.of());
        RankedCount nameless = new RankedCount("Q1", "place", 1L, 1L, 1L, 1L, null);
        nameless.put("type", null);
        bad.setRows(List.of(nameless));

        assertThatThrownBy(() -> serde.serializer().serialize("", bad))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("PartialTop");
        assertThat(serde.serializer().serialize("", good)).isEqualTo(before);
    }
}
