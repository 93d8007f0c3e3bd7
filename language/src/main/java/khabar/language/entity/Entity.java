package khabar.language.entity;

import java.util.Map;

/**
 * Somebody or something that can be named.
 *
 * @param id Wikidata id such as {@code Q649}, or an id that starts with {@code khabar:}
 * @param type its kind
 * @param names preferred name by BCP 47 tag, {@code fa} and {@code en} where known
 */
public record Entity(String id, EntityType type, Map<String, String> names) {}
