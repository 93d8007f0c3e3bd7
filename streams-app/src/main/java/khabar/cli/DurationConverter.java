package khabar.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import khabar.settings.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration of the command line. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Durations.parse(text);
        } catch (DateTimeParseException | IllegalArgumentException invalid) {
            throw new TypeConversionException(text + " (expected: a duration such as 500ms, 30s, 5m, 1h or P1D)");
        }
    }
}
