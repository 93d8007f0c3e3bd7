package khabar.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Deque's axe, which finds faults that keep people with assistive technology out. */
final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    /** The serious and critical faults of what is shown: rule, elements, and what is wrong. */
    static List<String> faults(Browser browser) {
        // As the driver's own script: the page's policy would not let it in, and rightly so.
        browser.tell(SCRIPT);
        return browser.askAndWait("""
                const found = await axe.run(document, { resultTypes: ["violations"], preload: false });
                if (found.passes.length === 0) return ["axe has looked at nothing"];
                return found.violations
                  .filter((rule) => ["serious", "critical"].includes(rule.impact))
                  .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
                """);
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
