package khabar.cli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import khabar.cli.imports.source.Imported;
import khabar.language.TextCore;
import khabar.language.entity.Entity;
import khabar.language.entity.EntityType;
import org.jspecify.annotations.Nullable;

/** Turns imported entities into lines of a gazetteer file. */
final class GazetteerLines {
    private static final List<String> COLUMNS = List.of("fa", "en", "ar");

    private final TextCore shipped = TextCore.shipped();
    private final Wanted wanted;
    private final NameForms forms;

    /**
     * What is wanted of a source.
     *
     * @param types types of entities
     * @param languages languages of names
     * @param needed languages in which an entity must have a name
     */
    record Wanted(Set<EntityType> types, List<String> languages, List<String> needed) {}

    GazetteerLines(Wanted wanted, NameForms forms) {
        this.wanted = wanted;
        this.forms = forms;
    }

    /** The line of the given entity; null where it is not wanted or has no name that can be used. */
    @Nullable
    String line(Imported entity) {
        // Two types of one thing cannot be told apart by its id: what is shipped decides.
        EntityType type = shipped.entity(entity.id()).map(Entity::type).orElse(entity.type());
        if (!wanted.types.contains(type)) {
            return null;
        }
        List<String> fields = new ArrayList<>(List.of(entity.id(), word(type)));
        boolean named = false;
        for (String language : COLUMNS) {
            List<String> names = names(entity, language);
            fields.add(String.join("; ", names));
            named |= !names.isEmpty();
        }
        fields.add(context(entity));
        for (String language : wanted.languages) {
            List<String> names = COLUMNS.contains(language) ? List.of() : names(entity, language);
            if (!names.isEmpty()) {
                fields.add(language + ": " + String.join("; ", names));
                named = true;
            }
        }
        boolean complete = wanted.needed.stream()
                .noneMatch(language -> names(entity, language).isEmpty());
        return named && complete ? join(fields) : null;
    }

    private List<String> names(Imported entity, String language) {
        return wanted.languages.contains(language) ? forms.of(entity, language) : List.of();
    }

    private static String context(Imported entity) {
        return String.join(
                "; ",
                entity.context().stream()
                        .map(word -> word.replaceAll("[|;\\s]+", " ").strip())
                        .distinct()
                        .toList());
    }

    private static String join(List<String> fields) {
        int last = fields.size();
        while (fields.get(last - 1).isEmpty()) {
            last--;
        }
        return String.join(" | ", fields.subList(0, last))
                .replace("|  |", "| |")
                .replace("|  |", "| |");
    }

    private static String word(EntityType type) {
        return type == EntityType.ORGANISATION ? "org" : type.name().toLowerCase(Locale.ROOT);
    }
}
