package khabar.app.failure;

import khabar.topics.registry.RegistryException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record on which a stage failed to the dead letters and goes on, as Kafka's own handler does; but
 * stops where the schema registry is the trouble, for then a rule would be passed over in silence.
 */
public final class UnprocessableToDeadLetters extends LogAndContinueProcessingExceptionHandler {
    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return RegistryException.isBehind(exception) ? Response.fail() : super.handleError(context, record, exception);
    }
}
