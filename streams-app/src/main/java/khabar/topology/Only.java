package khabar.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Takes one kind out of a stream of several. */
public final class Only {
    private Only() {}

    /**
     * The values of the given type, in a stream of that type.
     *
     * @param type which values
     * @param stream where they are among others
     * @param name of the stage; the one before it, which leaves the others out, is {@code only-} and this name
     */
    public static <T extends S, S> KStream<String, T> only(Class<T> type, KStream<String, S> stream, String name) {
        return stream.filter((key, value) -> type.isInstance(value), Named.as("only-" + name))
                .mapValues(type::cast, Named.as(name));
    }
}
