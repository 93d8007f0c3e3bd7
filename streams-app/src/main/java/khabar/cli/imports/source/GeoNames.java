package khabar.cli.imports.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import khabar.language.entity.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Tables of GeoNames: places (allCountries, cities500 ..., of 19 columns), then alternateNamesV2 with their
 * names by language and their Wikidata ids. Places are kept in memory until all files are read.
 */
public final class GeoNames implements EntitySource {
    private static final int PLACE_COLUMNS = 19;
    private static final int NAME_COLUMNS = 4;
    private static final int FEATURE_CLASS = 6;
    private static final int POPULATION = 14;
    private static final int HISTORIC = 7;
    private static final int COLLOQUIAL = 6;
    private static final int PREFERRED = 4;

    private final List<String> languages;
    private final Set<String> featureClasses;
    private final long minPopulation;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private static final class Place {
        private final String[] columns;
        private final Imported named;
        private String wikidata = "";

        Place(String[] columns) {
            this.columns = columns;
            named = new Imported(columns[0], EntityType.PLACE);
        }
    }

    /**
     * Reads names of the given languages.
     *
     * @param featureClasses letters of GeoNames, such as A for administrative units and P for populated places
     * @param minPopulation the least number of people; with 0, places without a figure count, too
     */
    public GeoNames(List<String> languages, Set<String> featureClasses, long minPopulation) {
        this.languages = languages;
        this.featureClasses = featureClasses;
        this.minPopulation = minPopulation;
    }

    @Override
    public void read(Input input, Predicate<Imported> sink) throws IOException {
        for (String line = input.nextLine(); line != null; line = input.nextLine()) {
            String[] columns = line.split("\t", -1);
            try {
                if (columns.length == PLACE_COLUMNS) {
                    readPlace(columns);
                } else if (columns.length >= NAME_COLUMNS && isNumber(columns[1])) {
                    readName(columns);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    throw new UnusableEntry("columns: " + columns.length + " (expected: 19 of a place with tabs "
                            + "between, or 4 or more of an alternate name)");
                }
            } catch (UnusableEntry wrong) {
                input.complain(String.valueOf(wrong.getMessage()));
            }
        }
    }

    private void readPlace(String[] columns) throws UnusableEntry {
        if (!isNumber(columns[0]) || !columns[POPULATION].isEmpty() && !isNumber(columns[POPULATION])) {
            throw new UnusableEntry(
                    "place: id " + columns[0] + ", population " + columns[POPULATION] + " (expected: whole numbers)");
        }
        long people = columns[POPULATION].isEmpty() ? 0 : Long.parseLong(columns[POPULATION]);
        if (people >= minPopulation && featureClasses.contains(columns[FEATURE_CLASS])) {
            places.put(columns[0], new Place(columns));
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void readName(String[] columns) {
        Place place = places.get(columns[1]);
        if (place == null || flag(columns, HISTORIC)) {
            return;
        }
        if (columns[2].equals("wkdt") && columns[3].matches("Q[1-9]\\d*")) {
            place.wikidata = columns[3];
        } else if (languages.contains(columns[2])) {
            boolean first = place.named.names(columns[2]).isEmpty();
            if (flag(columns, PREFERRED) || first && !flag(columns, COLLOQUIAL)) {
                place.named.addName(columns[2], columns[3]);
            } else {
                place.named.addAlias(columns[2], columns[3]);
            }
        }
    }

    private static boolean flag(String[] columns, int index) {
        return columns.length > index && columns[index].equals("1");
    }

    @Override
    public void end(Predicate<Imported> sink) {
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            if (!sink.test(whole(entry.getKey(), entry.getValue()))) {
                return;
            }
        }
    }

    /** Names of the file of alternate names, and where it has none those of the place's own row. */
    private Imported whole(String number, Place place) {
        Imported whole =
                new Imported(place.wikidata.isEmpty() ? "khabar:geonames:" + number : place.wikidata, EntityType.PLACE);
        for (String language : languages) {
            place.named.names(language).forEach(name -> whole.addName(language, name));
            place.named.aliases(language).forEach(name -> whole.addAlias(language, name));
        }
        if (languages.contains("en")) {
            whole.addName("en", place.columns[1]);
        }
        for (String name : place.columns[3].split(",")) {
            String language = NameLanguage.of(name);
            @Nullable String taken = language.equals("en") || name.isBlank() ? null : language;
            if (taken != null
                    && languages.contains(taken)
                    && place.named.names(taken).isEmpty()) {
                whole.addName(taken, name);
            }
        }
        return whole;
    }
}
