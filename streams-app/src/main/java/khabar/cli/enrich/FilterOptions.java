package khabar.cli.enrich;

import java.util.Map;
import java.util.Set;
import khabar.language.normalize.Profile;

/**
 * What a filter does.
 *
 * @param parts what is found and written
 * @param profile form of the normalized texts
 * @param shape how plain text is cut into documents
 * @param mapping our field to the name that it has in the input
 * @param max ends after so many documents
 * @param pretty line breaks and indentation
 */
public record FilterOptions(
        Set<Part> parts, Profile profile, TextShape shape, Map<String, String> mapping, long max, boolean pretty) {}
