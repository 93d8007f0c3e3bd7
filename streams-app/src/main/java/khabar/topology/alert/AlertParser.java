package khabar.topology.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import khabar.schemas.AlertKind;
import khabar.settings.Durations;

/** Reads the YAML form of an alert, and says exactly what is wrong with one that cannot be used. */
final class AlertParser {
    private static final ObjectReader YAML = new YAMLMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String TITLE = "title";
    private static final String KIND = "kind";
    private static final String ENTITIES = "entities";
    private static final String SUBJECTS = "subjects";
    private static final String WORDS = "words";
    private static final String LANGUAGE = "language";
    private static final String SOURCE = "source";
    private static final String TYPES = "types";
    private static final String MIN_SCORE = "min-score";
    private static final String ARTICLES = "articles";
    private static final String WINDOW = "window";

    private static final List<String> OF_ARTICLES =
            List.of(TITLE, KIND, ENTITIES, SUBJECTS, WORDS, LANGUAGE, SOURCE, MIN_SCORE);
    private static final List<String> OF_THRESHOLDS =
            List.of(TITLE, KIND, ENTITIES, SUBJECTS, WORDS, LANGUAGE, SOURCE, MIN_SCORE, ARTICLES, WINDOW);
    private static final List<String> OF_TRENDS = List.of(TITLE, KIND, ENTITIES, TYPES, WINDOW, MIN_SCORE);

    private static final int MOST_ITEMS = 200;
    private static final int MOST_LETTERS = 200;
    /** Every half-space doubles the spellings of a phrase. */
    private static final int MOST_HALF_SPACES = 6;

    private static final int MOST_ARTICLES = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final char ZWNJ = '\u200c';

    private static final Pattern ENTITY_ID = Pattern.compile("Q[1-9]\\d{0,11}|khabar:\\S{1,200}");
    private static final Pattern SUBJECT_CODE = Pattern.compile("(medtop:)?(\\d{8})");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern ENTITY_TYPE = Pattern.compile("person|organisation|place|event|product");

    private final String ruleId;

    AlertParser(String ruleId) {
        this.ruleId = ruleId;
    }

    AlertRule parse(String body) {
        JsonNode root = read(body);
        if (!root.isObject()) {
            throw wrong("body", shortened(body), "YAML of the form name: value, such as words: [oil, gas]");
        }
        AlertKind kind = kind(root.get(KIND));
        checkNames(root, kind);
        boolean trend = kind == AlertKind.TREND;
        AlertRule rule = new AlertRule(
                ruleId,
                root.has(TITLE) ? text(TITLE, root.get(TITLE)) : ruleId,
                kind,
                wanted(root, ENTITIES, AlertParser::entityId),
                wanted(root, SUBJECTS, AlertParser::subjectCode),
                wanted(root, WORDS, AlertParser::phrase),
                list(LANGUAGE, root.get(LANGUAGE), AlertParser::language),
                list(SOURCE, root.get(SOURCE), Function.identity()),
                list(TYPES, root.get(TYPES), AlertParser::entityType),
                number(MIN_SCORE, root.get(MIN_SCORE), trend ? 1_000_000 : 1),
                kind == AlertKind.THRESHOLD ? articles(root.get(ARTICLES)) : 0,
                list(WINDOW, root.get(WINDOW), Function.identity()).stream()
                        .map(AlertParser::window)
                        .toList());
        check(rule);
        return rule;
    }

    private static JsonNode read(String body) {
        try {
            return YAML.readTree(body);
        } catch (JsonProcessingException wrong) {
            String line = wrong.getLocation() == null
                    ? ""
                    : "line " + wrong.getLocation().getLineNr() + ": ";
            throw wrong("body", line + wrong.getOriginalMessage(), "YAML");
        } catch (RuntimeException wrong) {
            // The reader below Jackson has errors of its own, such as for characters that YAML does not allow.
            throw wrong("body", String.valueOf(wrong.getMessage()), "YAML");
        }
    }

    private static AlertKind kind(JsonNode node) {
        String kind = node == null ? "article" : text(KIND, node);
        return switch (kind) {
            case "article" -> AlertKind.ARTICLE;
            case "threshold" -> AlertKind.THRESHOLD;
            case "trend" -> AlertKind.TREND;
            default -> throw wrong(KIND, kind, "article, threshold or trend");
        };
    }

    private static void checkNames(JsonNode root, AlertKind kind) {
        List<String> known = switch (kind) {
            case THRESHOLD -> OF_THRESHOLDS;
            case TREND -> OF_TRENDS;
            default -> OF_ARTICLES;
        };
        Iterator<String> names = root.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                String what = kind.name().toLowerCase(Locale.ROOT);
                throw wrong(name, "unknown", "for an alert of kind " + what + " one of " + String.join(", ", known));
            }
        }
    }

    private static void check(AlertRule rule) {
        boolean asks = !rule.entities().isNothing()
                || !rule.subjects().isNothing()
                || !rule.words().isNothing()
                || !rule.languages().isEmpty()
                || !rule.sources().isEmpty();
        if (rule.kind() != AlertKind.TREND && !asks) {
            throw wrong("conditions", "none", "at least one of entities, subjects, words, language, source");
        }
        if (rule.kind() != AlertKind.TREND
                && rule.minScore() > 0
                && rule.subjects().isNothing()) {
            throw wrong(MIN_SCORE, Double.toString(rule.minScore()), "together with subjects, whose score it is");
        }
        if (rule.kind() == AlertKind.THRESHOLD && rule.windows().size() != 1) {
            throw wrong(WINDOW, rule.windows().size() + " sizes", "one duration such as 1h or P1D");
        }
        if (rule.kind() == AlertKind.TREND && !rule.entities().all().isEmpty()) {
            throw wrong(
                    "entities.all",
                    String.join(", ", rule.entities().all()),
                    "a list: an alert of a trend is of one entity");
        }
    }

    private static Wanted wanted(JsonNode root, String name, Function<String, String> form) {
        JsonNode node = root.get(name);
        if (node == null) {
            return Wanted.NOTHING;
        }
        if (!node.isObject()) {
            return new Wanted(list(name, node, form), List.of());
        }
        node.fieldNames().forEachRemaining(part -> {
            if (!part.equals("any") && !part.equals("all")) {
                throw wrong(name + "." + part, "unknown", "any or all");
            }
        });
        return new Wanted(list(name + ".any", node.get("any"), form), list(name + ".all", node.get("all"), form));
    }

    /** One text or several; an empty list asks for something that cannot be, so it is refused. */
    private static List<String> list(String name, JsonNode node, Function<String, String> form) {
        if (node == null) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> items.add(form.apply(text(name, item))));
        } else {
            items.add(form.apply(text(name, node)));
        }
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw wrong(name, items.size() + " items", "from 1 to " + MOST_ITEMS);
        }
        return List.copyOf(new TreeSet<>(items));
    }

    private static String text(String name, JsonNode node) {
        String text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
        if (text.isEmpty() || text.length() > MOST_LETTERS) {
            throw wrong(name, shortened(node.toString()), "a text of 1 to " + MOST_LETTERS + " characters");
        }
        return text;
    }

    private static String entityId(String text) {
        return matching(ENTITIES, text, ENTITY_ID, "a Wikidata id such as Q794, or an id that starts with khabar:");
    }

    private static String subjectCode(String text) {
        matching(SUBJECTS, text, SUBJECT_CODE, "a Media Topics code such as medtop:11000000");
        return "medtop:" + text.substring(text.length() - 8);
    }

    private static String language(String text) {
        return matching(LANGUAGE, text, LANGUAGE_TAG, "a BCP 47 tag such as fa or ar")
                .toLowerCase(Locale.ROOT);
    }

    private static String entityType(String text) {
        return matching(TYPES, text, ENTITY_TYPE, "person, organisation, place, event or product");
    }

    private static String phrase(String text) {
        long halfSpaces = text.chars().filter(c -> c == ZWNJ).count();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit) || halfSpaces > MOST_HALF_SPACES) {
            throw wrong(WORDS, text, "at least one word, and at most " + MOST_HALF_SPACES + " half-spaces");
        }
        return text;
    }

    private static String matching(String name, String text, Pattern form, String expected) {
        if (!form.matcher(text).matches()) {
            throw wrong(name, text, expected);
        }
        return text;
    }

    private static double number(String name, JsonNode node, double most) {
        if (node == null) {
            return 0;
        }
        if (!node.isNumber() || !(node.asDouble() >= 0 && node.asDouble() <= most)) {
            throw wrong(name, shortened(node.toString()), "a number from 0 to " + most);
        }
        return node.asDouble();
    }

    private static int articles(JsonNode node) {
        if (node == null || !node.isInt() || node.asInt() < 1 || node.asInt() > MOST_ARTICLES) {
            String found = node == null ? "missing" : shortened(node.toString());
            throw wrong(ARTICLES, found, "a whole number from 1 to " + MOST_ARTICLES);
        }
        return node.asInt();
    }

    private static Duration window(String text) {
        try {
            Duration window = Durations.parsePositive(text);
            if (window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(LONGEST) <= 0) {
                return window;
            }
        } catch (RuntimeException notADuration) {
            // Said below.
        }
        throw wrong(WINDOW, text, "a duration from 1s to 366d, such as 1h or P1D");
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }

    private static IllegalArgumentException wrong(String name, String found, String expected) {
        return new IllegalArgumentException(name + ": " + found + " (expected: " + expected + ")");
    }
}
