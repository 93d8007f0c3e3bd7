package khabar.language.subject;

import java.util.List;
import java.util.Map;

/**
 * A subject of an article.
 *
 * @param code IPTC Media Topics code such as {@code medtop:16000000}
 * @param names name by BCP 47 tag, {@code fa} and {@code en}
 * @param score how strongly the text speaks for it, from 0 to 1
 * @param evidence what in the text speaks for it; empty where a narrower subject implies it
 */
public record TaggedSubject(String code, Map<String, String> names, double score, List<Evidence> evidence) {}
