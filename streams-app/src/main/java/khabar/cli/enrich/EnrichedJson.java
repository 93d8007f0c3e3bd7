package khabar.cli.enrich;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import khabar.language.entity.Entity;
import khabar.language.entity.Mention;
import khabar.language.normalize.Span;
import khabar.language.script.LanguageGuess;
import khabar.language.segment.Token;
import khabar.language.subject.Evidence;
import khabar.language.subject.TaggedSubject;
import org.jspecify.annotations.Nullable;

/** Writes what was found in a document as one JSON object, with the field names of {@code news.enriched}. */
final class EnrichedJson {
    private static final List<String> FIELDS = List.of("HEADLINE", "LEAD", "BODY");
    private static final List<String> ORIGINALS = List.of("headline", "lead", "body");
    private static final List<String> DISPLAYED = List.of("displayHeadline", "displayLead", "displayBody");

    private final Set<Part> parts;

    EnrichedJson(Set<Part> parts) {
        this.parts = parts;
    }

    void write(JsonGenerator json, Found found) throws IOException {
        json.writeStartObject();
        json.writeStringField("uri", found.entry().uri());
        if (found.language() != null) {
            writeLanguage(json, found.language());
        }
        writeTexts(json, found);
        if (parts.contains(Part.SUBJECTS)) {
            writeSubjects(json, found.subjects());
        }
        if (parts.contains(Part.MENTIONS)) {
            writeEntities(json, found.mentions());
            writeMentions(json, found.mentions());
        }
        if (parts.contains(Part.SENTENCES)) {
            writeSentences(json, found);
        }
        if (parts.contains(Part.TOKENS)) {
            writeTokens(json, found.tokens());
        }
        if (found.ruleSetVersion() != null) {
            json.writeStringField("ruleSetVersion", found.ruleSetVersion());
        }
        json.writeEndObject();
    }

    private static void writeLanguage(JsonGenerator json, LanguageGuess guess) throws IOException {
        json.writeStringField("language", guess.language());
        json.writeNumberField("languageConfidence", guess.confidence());
        json.writeStringField("script", guess.script());
    }

    private static void writeTexts(JsonGenerator json, Found found) throws IOException {
        List<@Nullable String> originals = found.originals();
        for (int text = 0; text < originals.size(); text++) {
            String original = originals.get(text);
            if (original != null) {
                json.writeStringField(ORIGINALS.get(text), original);
                if (!found.displayed().isEmpty()) {
                    json.writeStringField(DISPLAYED.get(text), found.displayed().get(text));
                }
            }
        }
    }

    private static void writeSubjects(JsonGenerator json, List<TaggedSubject> subjects) throws IOException {
        json.writeArrayFieldStart("subjects");
        for (TaggedSubject subject : subjects) {
            json.writeStartObject();
            json.writeStringField("code", subject.code());
            writeNames(json, subject.names());
            json.writeNumberField("score", subject.score());
            json.writeArrayFieldStart("evidence");
            for (Evidence evidence : subject.evidence()) {
                json.writeStartObject();
                writeSpan(json, evidence.span());
                json.writeStringField("term", evidence.term());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The distinct entities, most mentioned first, then by id. */
    private static void writeEntities(JsonGenerator json, List<Mention> mentions) throws IOException {
        Map<Entity, Integer> counts = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            if (mention.counted()) {
                counts.merge(mention.entity(), 1, Integer::sum);
            }
        }
        List<Map.Entry<Entity, Integer>> sorted = counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Entity, Integer> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().id()))
                .toList();
        json.writeArrayFieldStart("entities");
        for (Map.Entry<Entity, Integer> entry : sorted) {
            json.writeStartObject();
            json.writeStringField("entityId", entry.getKey().id());
            json.writeStringField("type", word(entry.getKey().type()));
            writeNames(json, entry.getKey().names());
            json.writeNumberField("mentions", entry.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMentions(JsonGenerator json, List<Mention> mentions) throws IOException {
        json.writeArrayFieldStart("mentions");
        for (Mention mention : mentions) {
            json.writeStartObject();
            json.writeStringField("entityId", mention.entity().id());
            writeSpan(json, mention.span());
            json.writeStringField("surfaceForm", mention.surfaceForm());
            json.writeStringField("foundBy", word(mention.foundBy()));
            json.writeNumberField("confidence", mention.confidence());
            if (mention.nestedIn() == Mention.TOP_LEVEL) {
                json.writeNullField("nestedIn");
            } else {
                json.writeNumberField("nestedIn", mention.nestedIn());
            }
            json.writeBooleanField("counted", mention.counted());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSentences(JsonGenerator json, Found found) throws IOException {
        json.writeArrayFieldStart("sentences");
        for (Span sentence : found.sentences()) {
            json.writeStartObject();
            json.writeStringField("text", found.at(sentence));
            writeSpan(json, sentence);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTokens(JsonGenerator json, List<Token> tokens) throws IOException {
        json.writeArrayFieldStart("tokens");
        for (Token token : tokens) {
            json.writeStartObject();
            json.writeStringField("form", token.form());
            json.writeStringField("kind", word(token.kind()));
            writeSpan(json, token.span());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSpan(JsonGenerator json, Span span) throws IOException {
        json.writeObjectFieldStart("span");
        json.writeStringField("field", FIELDS.get(span.text()));
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
        json.writeEndObject();
    }

    private static void writeNames(JsonGenerator json, Map<String, String> names) throws IOException {
        json.writeObjectFieldStart("names");
        for (Map.Entry<String, String> name : names.entrySet()) {
            json.writeStringField(name.getKey(), name.getValue());
        }
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
