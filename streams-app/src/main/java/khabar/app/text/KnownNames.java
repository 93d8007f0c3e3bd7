package khabar.app.text;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import khabar.language.TextCore;
import khabar.query.Knowledge;
import khabar.settings.Settings;

/** What is known from the text core in force. */
public final class KnownNames implements Knowledge {
    private final Supplier<TextCore> core;
    private final String demonyms;

    /** Asks the core that is in force whenever it is asked. */
    public KnownNames(Supplier<TextCore> core, Settings settings) {
        this.core = core;
        this.demonyms = settings.get(TextCores.DEMONYMS);
    }

    @Override
    public Map<String, String> entityNames(String entityId) {
        return core.get().entity(entityId).map(entity -> entity.names()).orElse(Map.of());
    }

    @Override
    public Map<String, String> subjectNames(String code) {
        return core.get().subjectNames(code);
    }

    @Override
    public Optional<String> broaderSubject(String code) {
        return core.get().broaderSubjects(code).stream().findFirst();
    }

    @Override
    public String ruleSetVersion() {
        return core.get().ruleSetVersion();
    }

    @Override
    public String demonyms() {
        return demonyms;
    }

    @Override
    public String version() {
        return Objects.requireNonNullElse(KnownNames.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
