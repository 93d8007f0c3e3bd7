package khabar.cli.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import khabar.language.Analysis;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.normalize.Span;
import khabar.language.script.LanguageDetector;
import khabar.language.segment.Segmenter;
import khabar.language.segment.Token;
import org.jspecify.annotations.Nullable;

/** Finds the parts that were asked for. Rules and gazetteer are loaded only where something needs them. */
final class Enricher {
    private static final Segmenter SEGMENTER = new Segmenter();
    private static final Normalizer FOR_READING = new Normalizer();

    private final Set<Part> parts;
    private final @Nullable TextCore core;
    private final @Nullable Normalizer normalizer;
    private final LanguageDetector detector = new LanguageDetector();

    Enricher(Set<Part> parts, Profile profile, Supplier<TextCore> cores) {
        this.parts = parts;
        core = parts.contains(Part.SUBJECTS) || parts.contains(Part.MENTIONS) ? cores.get() : null;
        // The core makes the display form anyway.
        boolean own = core == null || profile != Profile.DISPLAY;
        normalizer = own && parts.contains(Part.NORMALIZE) ? new Normalizer(profile) : null;
    }

    Found enrich(Entry entry) {
        Document document = entry.document();
        if (core == null) {
            List<NormalizedText> texts = segments()
                    ? document.texts().stream().map(FOR_READING::normalize).toList()
                    : List.of();
            return new Found(
                    entry,
                    parts.contains(Part.LANGUAGE) ? detector.detect(String.join("\n", document.texts())) : null,
                    parts.contains(Part.NORMALIZE) ? displayed(document, List.of()) : List.of(),
                    List.of(),
                    List.of(),
                    sentences(texts),
                    tokens(texts),
                    null);
        }
        Analysis analysis = core.analyze(document);
        return new Found(
                entry,
                parts.contains(Part.LANGUAGE) ? analysis.language() : null,
                parts.contains(Part.NORMALIZE) ? displayed(document, analysis.texts()) : List.of(),
                analysis.subjects(),
                analysis.mentions(),
                sentences(analysis.texts()),
                tokens(analysis.texts()),
                core.ruleSetVersion());
    }

    private boolean segments() {
        return parts.contains(Part.SENTENCES) || parts.contains(Part.TOKENS);
    }

    private List<Span> sentences(List<NormalizedText> texts) {
        return parts.contains(Part.SENTENCES) ? ofAll(texts, SEGMENTER::sentences) : List.of();
    }

    private List<Token> tokens(List<NormalizedText> texts) {
        return parts.contains(Part.TOKENS) ? ofAll(texts, SEGMENTER::tokens) : List.of();
    }

    private static <T> List<T> ofAll(List<NormalizedText> texts, BiFunction<Integer, NormalizedText, List<T>> found) {
        List<T> all = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            all.addAll(found.apply(text, texts.get(text)));
        }
        return all;
    }

    private List<String> displayed(Document document, List<NormalizedText> analyzed) {
        List<NormalizedText> texts = normalizer == null
                ? analyzed
                : document.texts().stream().map(normalizer::normalize).toList();
        return texts.stream().map(NormalizedText::display).toList();
    }
}
