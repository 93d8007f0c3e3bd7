package khabar.it.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Browser} with a profile of its own, and ends it. Where there is no Chromium the
 * tests are skipped one by one, so that the report names them.
 */
final class InChromium implements ExecutionCondition, ParameterResolver {
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
                .getOrComputeIfAbsent(
                        Browser.class, type -> Browser.start(Programs.find().orElseThrow()), Browser.class);
    }
}
