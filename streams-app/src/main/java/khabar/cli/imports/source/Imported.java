package khabar.cli.imports.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.entity.EntityType;

/** An entity as a source has it: names by language, the preferred one first, and short forms of less worth. */
public final class Imported {
    private final String id;
    private final EntityType type;
    private final Map<String, Set<String>> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> aliases = new LinkedHashMap<>();
    private final List<String> context = new ArrayList<>();

    /** An entity without names. */
    public Imported(String id, EntityType type) {
        this.id = id;
        this.type = type;
    }

    /** Adds a name that stands for the entity wherever it is met. */
    public void addName(String language, String name) {
        names.computeIfAbsent(language, l -> new LinkedHashSet<>()).add(name);
    }

    /** Adds another name, which may be short or mean something else, too. */
    public void addAlias(String language, String alias) {
        aliases.computeIfAbsent(language, l -> new LinkedHashSet<>()).add(alias);
    }

    /** Adds a word near which doubtful names are this entity's. */
    public void addContext(String word) {
        context.add(word);
    }

    public String id() {
        return id;
    }

    public EntityType type() {
        return type;
    }

    /** Names of the given language, the preferred one first. */
    public Set<String> names(String language) {
        return names.getOrDefault(language, Set.of());
    }

    /** Other names of the given language. */
    public Set<String> aliases(String language) {
        return aliases.getOrDefault(language, Set.of());
    }

    public List<String> context() {
        return context;
    }
}
