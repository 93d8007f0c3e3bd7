package khabar;

import khabar.topics.GeneratedClasses;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Limits what Avro sets aside before any test touches it, as a command does: Avro reads its limits once in a process,
 * and several test classes share one.
 */
public final class LimitsFirst implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        GeneratedClasses.trust();
    }
}
