package khabar.language.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.Mention;

/**
 * Prints the figures of docs/quality.md from labelled JSON Lines: {@code mentions FILE} or
 * {@code subjects FILE category=code,code ...}, where any of the codes is right.
 */
public final class Measure {
    private static final Map<String, String> TYPES = Map.of("PER", "PERSON", "LOC", "PLACE", "ORG", "ORGANISATION");
    private static final int WORST = 40;

    private final TextCore core = TextCore.shipped();
    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Measure() {}

    /** Measures one file. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("mentions")) {
            new Measure().mentions(Path.of(args[1]));
        } else {
            new Measure().subjects(Path.of(args[1]), List.of(args).subList(2, args.length));
        }
    }

    private void mentions(Path file) throws IOException {
        MentionScore score = new MentionScore();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode row = json.readTree(line);
                String text = row.get("text").asText();
                List<LabelledMention> expected = new ArrayList<>();
                for (JsonNode entity : row.get("entities")) {
                    String type = entity.get("type").asText();
                    if (TYPES.containsKey(type) || TYPES.containsValue(type)) {
                        expected.add(new LabelledMention(
                                entity.get("start").asInt(),
                                entity.get("end").asInt(),
                                TYPES.getOrDefault(type, type)));
                    }
                }
                score.add(text, expected, found(text));
            }
        }
        for (String type : score.typesByFrequency()) {
            print(type, score.byType().getOrDefault(type, Tally.NONE));
        }
        print("all", score.total());
        score.worst(WORST).forEach(mistake -> out.println(mistake.getValue() + " " + mistake.getKey()));
    }

    private List<LabelledMention> found(String text) {
        List<LabelledMention> found = new ArrayList<>();
        for (Mention mention :
                core.analyze(new Document(null, null, text, null)).mentions()) {
            String type = mention.entity().type().name();
            if (mention.nestedIn() == Mention.TOP_LEVEL && TYPES.containsValue(type)) {
                found.add(new LabelledMention(
                        mention.span().start(), mention.span().end(), type));
            }
        }
        return found;
    }

    private void print(String name, Tally tally) {
        out.printf(
                Locale.ROOT,
                "%-14s expected %5d  precision %.3f  recall %.3f  F1 %.3f%n",
                name,
                tally.right() + tally.missed(),
                tally.precision(),
                tally.recall(),
                tally.f1());
    }

    private void subjects(Path file, List<String> mapping) throws IOException {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (String pair : mapping) {
            int equals = pair.indexOf('=');
            codes.put(
                    pair.substring(0, equals),
                    List.of(pair.substring(equals + 1).split(",")));
        }
        Set<String> candidates = new HashSet<>();
        codes.values().forEach(candidates::addAll);
        SubjectScore score = new SubjectScore();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode row = json.readTree(line);
                List<String> right = codes.get(row.path("category").asText());
                if (right != null) {
                    Document document = new Document(text(row, "title"), text(row, "lead"), text(row, "body"), null);
                    String answer =
                            SubjectScore.strongest(core.analyze(document).subjects(), candidates);
                    score.add(right.contains(answer) ? answer : right.get(0), answer);
                }
            }
        }
        out.printf(Locale.ROOT, "texts %d  accuracy %.3f%n", score.texts(), score.accuracy());
        score.byCode().forEach(this::print);
        score.worst(WORST).forEach(mistake -> out.println(mistake.getValue() + " " + mistake.getKey()));
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }
}
