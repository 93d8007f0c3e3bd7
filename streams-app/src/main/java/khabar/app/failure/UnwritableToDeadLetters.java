package khabar.app.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khabar.topics.registry.RegistryException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the input of a result that cannot be serialized to the dead letters and goes on; Kafka's own
 * handler stops there. What the broker refuses still stops the thread: under exactly-once the
 * transaction is broken by then, and nothing could be written in it. So does a schema registry that
 * does not answer: no record is to blame for that.
 */
public final class UnwritableToDeadLetters implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnwritableToDeadLetters.class);
    private static final String HEADER = "__streams.errors.";

    private String deadLetters = "";

    @Override
    public void configure(Map<String, ?> configuration) {
        Object name = configuration.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
        deadLetters = name == null ? "" : name.toString();
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        if (RegistryException.isBehind(exception)) {
            return Response.fail();
        }
        LOG.warn(
                "{}: {} of {}-{}@{} cannot be written, sent to {}: {}",
                record.topic(),
                origin,
                context.topic(),
                context.partition(),
                context.offset(),
                deadLetters,
                exception.toString());
        return deadLetters.isEmpty() ? Response.resume() : Response.resume(List.of(deadLetter(context, exception)));
    }

    private ProducerRecord<byte[], byte[]> deadLetter(ErrorHandlerContext context, Exception exception) {
        Headers headers = new RecordHeaders(context.headers());
        add(headers, "exception", exception.getClass().getName());
        add(headers, "message", Objects.requireNonNullElse(exception.getMessage(), ""));
        add(headers, "stacktrace", stackTrace(exception));
        add(headers, "topic", String.valueOf(context.topic()));
        add(headers, "partition", Integer.toString(context.partition()));
        add(headers, "offset", Long.toString(context.offset()));
        return new ProducerRecord<>(
                deadLetters, null, context.timestamp(), context.sourceRawKey(), context.sourceRawValue(), headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(HEADER + name, value.getBytes(UTF_8));
    }

    private static String stackTrace(Exception exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
