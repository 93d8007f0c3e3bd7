package khabar.topology.duplicate;

import java.nio.ByteBuffer;
import khabar.language.sketch.Sketch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;

/**
 * An article in a band. As bytes: number of the band (1 byte), how many rows it has (1 byte), its rows,
 * the article.
 *
 * @param band number and rows of the band
 * @param article the article
 */
record BandKey(ByteBuffer band, ArticleKey article) {
    /** Bytes before the rows of a band. */
    static final int HEAD = 2;

    /** The number and the rows of one band of a sketch. */
    static ByteBuffer band(Sketch sketch, int number, int rows) {
        return ByteBuffer.allocate(HEAD + rows)
                .put((byte) number)
                .put((byte) rows)
                .put(sketch.band(number, rows))
                .flip();
    }

    /** The partition that owns a band. */
    static int owner(ByteBuffer band, int partitions) {
        return Utils.toPositive(Utils.murmur2(band.array())) % partitions;
    }

    static Serde<BandKey> serde() {
        return Serdes.serdeFrom((topic, key) -> encode(key), (topic, bytes) -> decode(bytes));
    }

    private static byte[] encode(BandKey key) {
        byte[] article = key.article.bytes();
        return ByteBuffer.allocate(key.band.remaining() + article.length)
                .put(key.band.duplicate())
                .put(article)
                .array();
    }

    private static BandKey decode(byte[] bytes) {
        int head = HEAD + bytes[1];
        return new BandKey(ByteBuffer.wrap(bytes, 0, head), ArticleKey.in(bytes, head));
    }
}
