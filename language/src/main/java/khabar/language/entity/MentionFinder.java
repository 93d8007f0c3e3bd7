package khabar.language.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;

/** Finds the mentions of an article. Immutable and safe for many threads. */
public final class MentionFinder {
    private static final Map<String, Entity> PLACES = Map.of(
            "سوریه", new Entity("Q858", EntityType.PLACE, Map.of("fa", "سوریه", "en", "Syria")),
            "روسیه", new Entity("Q159", EntityType.PLACE, Map.of("fa", "روسیه", "en", "Russia")));

    /** All mentions in the given texts of one article, in the order of the text. */
    public List<Mention> mentionsIn(List<NormalizedText> texts) {
        List<Mention> mentions = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            NormalizedText text = texts.get(t);
            for (Map.Entry<String, Entity> place : PLACES.entrySet()) {
                String name = place.getKey();
                for (int at = text.key().indexOf(name); at >= 0; at = text.key().indexOf(name, at + 1)) {
                    Span span = new Span(t, text.originalStart(at), text.originalEnd(at + name.length() - 1));
                    String surface = text.original().substring(span.start(), span.end());
                    mentions.add(new Mention(
                            place.getValue(), span, surface, FoundBy.GAZETTEER, 1.0, Mention.TOP_LEVEL, true));
                }
            }
        }
        return mentions;
    }
}
