package khabar.it.browser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Browser}: a tab that knows nothing of another test, in the one {@link Chromium} of its
 * process. Where there is no Chromium the tests are skipped one by one, so that the report names them.
 */
public final class InChromium implements ExecutionCondition, ParameterResolver {
    private static final Namespace SPACE = Namespace.create(InChromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty() || Programs.find().isPresent()) {
            return ConditionEvaluationResult.enabled("");
        }
        return ConditionEvaluationResult.disabled(Programs.ADVICE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(SPACE)
                .getOrComputeIfAbsent(Browser.class, type -> chromium(context).newTab(), Browser.class);
    }

    /** One for all classes of a process; another one where a test has left it unusable. */
    private static Chromium chromium(ExtensionContext context) {
        Store store = context.getStore(StoreScope.LAUNCHER_SESSION, SPACE);
        Sessions sessions = store.getOrComputeIfAbsent(Sessions.class, type -> new Sessions(), Sessions.class);
        return sessions.current();
    }

    /** The Chromiums of a process, one after another. */
    private static final class Sessions implements AutoCloseable {
        private @Nullable Chromium current;

        Chromium current() {
            Chromium known = current;
            if (known == null || !known.isSound()) {
                close();
                known = Chromium.start(Programs.find().orElseThrow());
                current = known;
            }
            return known;
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
