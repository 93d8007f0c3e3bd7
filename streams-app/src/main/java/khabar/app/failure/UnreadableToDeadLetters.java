package khabar.app.failure;

import khabar.topics.registry.RegistryException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Sends a record between two stages that cannot be read to the dead letters and goes on, as Kafka's own handler does
 * (articles are decoded in process, and fail there); but
 * stops where the schema registry is the trouble, for then all records would follow it there.
 */
public final class UnreadableToDeadLetters extends LogAndContinueExceptionHandler {
    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return RegistryException.isBehind(exception) ? Response.fail() : super.handleError(context, record, exception);
    }
}
