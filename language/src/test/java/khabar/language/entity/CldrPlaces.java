package khabar.language.entity;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the gazetteer lines of all countries and cities that CLDR names in Persian, English and Arabic. */
final class CldrPlaces {
    private static final List<ULocale> LANGUAGES = List.of(new ULocale("fa"), new ULocale("en"), new ULocale("ar"));
    private static final String NOT_A_NAME = "(-\u2013\u060c,";

    private final Map<String, String> ids;
    private final Map<String, Set<String>> withheld;

    /**
     * Takes Wikidata ids by country code or time zone, where {@code -} leaves a place out, and the
     * languages in which a name is left out.
     */
    CldrPlaces(Map<String, String> ids, Map<String, Set<String>> withheld) {
        this.ids = ids;
        this.withheld = withheld;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Made from CLDR (ICU4J 78.3) by CldrPlacesTest with -Dgolden.update=true; not to be edited by hand.");
        for (String country : new TreeSet<>(List.of(Locale.getISOCountries()))) {
            add(lines, country, "khabar:place:", countryNames(country));
        }
        add(lines, "XK", "khabar:place:", countryNames("XK"));
        for (String zone :
                new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null))) {
            add(lines, zone, "khabar:city:", cityNames(zone));
        }
        return lines;
    }

    private void add(List<String> lines, String code, String prefix, List<String> names) {
        String slug = code.substring(code.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        String id = ids.getOrDefault(code, prefix + slug);
        Set<String> without = withheld.getOrDefault(code, Set.of());
        for (int i = 0; i < names.size(); i++) {
            if (without.contains(LANGUAGES.get(i).getLanguage())) {
                names.set(i, "");
            }
        }
        if (!id.equals("-") && names.stream().anyMatch(name -> !name.isEmpty())) {
            lines.add((id + " | place | " + String.join(" | ", names)).stripTrailing());
        }
    }

    private static List<String> countryNames(String country) {
        List<String> all = new ArrayList<>();
        for (ULocale language : LANGUAGES) {
            Set<String> names = new LinkedHashSet<>();
            for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
                String name = LocaleDisplayNames.getInstance(language, length).regionDisplayName(country);
                if (isName(name) && !name.equals(country)) {
                    names.add(name);
                }
            }
            all.add(String.join("; ", names));
        }
        return all;
    }

    private static List<String> cityNames(String zone) {
        List<String> all = new ArrayList<>();
        for (ULocale language : LANGUAGES) {
            String name = TimeZoneNames.getInstance(language).getExemplarLocationName(zone);
            all.add(name != null && isName(name) && !name.isBlank() ? name : "");
        }
        return all;
    }

    private static boolean isName(String name) {
        return name.chars().noneMatch(c -> NOT_A_NAME.indexOf(c) >= 0 && c != '-') && !name.contains(" - ");
    }
}
