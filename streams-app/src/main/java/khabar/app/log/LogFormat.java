package khabar.app.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import java.util.List;
import khabar.settings.Setting;
import khabar.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The form of what goes to standard error: text for people, or one JSON object a line for machines. */
public final class LogFormat {
    private static final String TEXT = "text";
    private static final String JSON = "json";

    public static final Setting<String> LOG_FORMAT = Setting.choice(
            "log.format",
            TEXT,
            List.of(TEXT, JSON),
            "Form of what is told on standard error: text for people, or json, one object a line, with stack traces in it.");

    /** All options of this class. */
    public static final List<Setting<?>> ALL = List.of(LOG_FORMAT);

    private LogFormat() {}

    /** Takes the form that the settings ask for, from now on and for the whole process. */
    public static void use(Settings settings) {
        if (settings.get(LOG_FORMAT).equals(JSON)
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (Iterator<Appender<ILoggingEvent>> all = root(context).iteratorForAppenders(); all.hasNext(); ) {
                if (all.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
                    appender.setEncoder(encoder(context));
                }
            }
            Logger log = LoggerFactory.getLogger(LogFormat.class);
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, failure) -> log.error("{} ended by a failure", thread.getName(), failure));
        }
    }

    /** Whether people read elsewhere: what is told goes through the log then, whole. */
    public static boolean isJson() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (Iterator<Appender<ILoggingEvent>> all = root(context).iteratorForAppenders(); all.hasNext(); ) {
                if (all.next() instanceof OutputStreamAppender<ILoggingEvent> appender
                        && appender.getEncoder() instanceof JsonEncoder) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ch.qos.logback.classic.Logger root(LoggerContext context) {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static JsonEncoder encoder(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }
}
