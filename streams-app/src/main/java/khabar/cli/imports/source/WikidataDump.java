package khabar.cli.imports.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import khabar.language.entity.EntityType;
import org.jspecify.annotations.Nullable;

/** The JSON dump of Wikidata: an array with one item a line, or JSON Lines. */
public final class WikidataDump implements EntitySource {
    private static final String INSTANCE_OF = "P31";
    private static final String BORN = "P569";
    private static final String HEADQUARTERS = "P159";
    private static final String COORDINATES = "P625";

    private final ObjectMapper json = new ObjectMapper();
    private final WikidataClasses classes;
    private final List<String> languages;
    private final int minSitelinks;

    /**
     * Reads names of the given languages.
     *
     * @param minSitelinks in how many Wikipedias and sisters a thing must have a page
     */
    public WikidataDump(WikidataClasses classes, List<String> languages, int minSitelinks) {
        this.classes = classes;
        this.languages = languages;
        this.minSitelinks = minSitelinks;
    }

    @Override
    public void read(Input input, Predicate<Imported> sink) throws IOException {
        boolean more = true;
        for (String line = input.nextLine(); more && line != null; line = input.nextLine()) {
            String item = line.strip();
            item = item.endsWith(",") ? item.substring(0, item.length() - 1) : item;
            if (!item.isEmpty() && !item.equals("[") && !item.equals("]")) {
                try {
                    Imported entity = entity(json.readTree(item));
                    more = entity == null || sink.test(entity);
                } catch (JsonProcessingException broken) {
                    input.complain("JSON: " + broken.getOriginalMessage() + " (expected: one item a line)");
                } catch (UnusableEntry wrong) {
                    input.complain(String.valueOf(wrong.getMessage()));
                }
            }
        }
    }

    private @Nullable Imported entity(JsonNode item) throws UnusableEntry {
        String id = item.path("id").asText("");
        if (id.isEmpty() || !item.has("labels")) {
            throw new UnusableEntry("item: no id or no labels (expected: an entity of Wikidata)");
        }
        EntityType type =
                id.startsWith("Q") && item.path("sitelinks").size() >= minSitelinks ? type(item.path("claims")) : null;
        if (type == null) {
            return null;
        }
        Imported entity = new Imported(id, type);
        for (String language : languages) {
            String label = item.path("labels").path(language).path("value").asText("");
            if (!label.isEmpty()) {
                entity.addName(language, label);
            }
            for (JsonNode alias : item.path("aliases").path(language)) {
                entity.addAlias(language, alias.path("value").asText(""));
            }
        }
        return entity;
    }

    /** By the class where it is known, else by what only such things have. */
    private @Nullable EntityType type(JsonNode claims) {
        for (JsonNode claim : claims.path(INSTANCE_OF)) {
            EntityType type = claim.path("rank").asText("").equals("deprecated")
                    ? null
                    : classes.of(claim.at("/mainsnak/datavalue/value/id").asText(""));
            if (type != null) {
                return type;
            }
        }
        if (claims.has(BORN)) {
            return EntityType.PERSON;
        }
        if (claims.has(HEADQUARTERS)) {
            return EntityType.ORGANISATION;
        }
        return claims.has(COORDINATES) ? EntityType.PLACE : null;
    }
}
