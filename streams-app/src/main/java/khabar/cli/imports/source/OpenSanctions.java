package khabar.cli.imports.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import khabar.language.entity.EntityType;
import org.jspecify.annotations.Nullable;

/** Entities of OpenSanctions and other FollowTheMoney sources: JSON Lines with id, schema and properties. */
public final class OpenSanctions implements EntitySource {
    private static final Map<String, EntityType> SCHEMAS = Map.of(
            "Person", EntityType.PERSON,
            "Organization", EntityType.ORGANISATION,
            "Company", EntityType.ORGANISATION,
            "LegalEntity", EntityType.ORGANISATION,
            "PublicBody", EntityType.ORGANISATION,
            "Event", EntityType.EVENT,
            "Vessel", EntityType.PRODUCT,
            "Airplane", EntityType.PRODUCT,
            "Vehicle", EntityType.PRODUCT);

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> languages;
    private final boolean targetsOnly;

    /** Reads names of the given languages, told by their scripts. */
    public OpenSanctions(List<String> languages, boolean targetsOnly) {
        this.languages = languages;
        this.targetsOnly = targetsOnly;
    }

    @Override
    public void read(Input input, Predicate<Imported> sink) throws IOException {
        boolean more = true;
        for (String line = input.nextLine(); more && line != null; line = input.nextLine()) {
            if (!line.isBlank()) {
                try {
                    Imported entity = entity(json.readTree(line));
                    more = entity == null || sink.test(entity);
                } catch (JsonProcessingException broken) {
                    input.complain("JSON: " + broken.getOriginalMessage() + " (expected: one entity a line)");
                } catch (UnusableEntry wrong) {
                    input.complain(String.valueOf(wrong.getMessage()));
                }
            }
        }
    }

    private @Nullable Imported entity(JsonNode row) throws UnusableEntry {
        String id = row.path("id").asText("");
        JsonNode properties = row.path("properties");
        if (id.isEmpty() || !properties.isObject()) {
            throw new UnusableEntry("entity: no id or no properties (expected: id, schema and properties)");
        }
        EntityType type = SCHEMAS.get(row.path("schema").asText(""));
        if (type == null || targetsOnly && !row.path("target").asBoolean(false)) {
            return null;
        }
        String wikidata = properties.path("wikidataId").path(0).asText("");
        Imported entity = new Imported(
                wikidata.matches("Q[1-9]\\d*") ? wikidata : "khabar:opensanctions:" + id.replaceAll("[\\s|;]", "-"),
                type);
        add(row.path("caption"), entity, false);
        properties.path("name").forEach(name -> add(name, entity, false));
        properties.path("alias").forEach(name -> add(name, entity, true));
        properties.path("weakAlias").forEach(name -> add(name, entity, true));
        return entity;
    }

    private void add(JsonNode name, Imported entity, boolean alias) {
        String written = name.asText("");
        String language = NameLanguage.of(written);
        if (!written.isEmpty() && languages.contains(language)) {
            if (alias) {
                entity.addAlias(language, written);
            } else {
                entity.addName(language, written);
            }
        }
    }
}
