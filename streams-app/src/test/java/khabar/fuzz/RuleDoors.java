package khabar.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khabar.language.TextCore;
import khabar.language.entity.Demonyms;
import khabar.language.entity.GazetteerReader;
import khabar.language.entity.MentionFinder;
import khabar.language.match.Clitics;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.rule.BadLine;
import khabar.language.rule.RuleFile;
import khabar.language.subject.SubjectRulesReader;
import khabar.language.subject.SubjectTagger;
import khabar.rules.PostedRule;
import khabar.schemas.Rule;
import khabar.schemas.RuleKind;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topology.alert.AlertRule;
import org.apache.kafka.common.serialization.Serde;

/** Rules of every kind, and the record that any of them comes in. Each line of names and subjects counts for itself. */
final class RuleDoors {
    private static final Normalizer KEYS = new Normalizer(Profile.SEARCH_KEY);
    private static final Vocabulary WORDS = new Vocabulary(Clitics.parse(shippedClitics(), KEYS));
    private static final Serde<Rule> RULES = Topics.RULES.valueSerde(SingleObjectFormat.compiledIn());
    private static final String ID = "a";

    private RuleDoors() {}

    /** A record of news.rules. */
    static Door record() {
        return input -> {
            PostedRule posted = PostedRule.read(ID, 0, input, RULES.deserializer());
            if (posted.formFault().isPresent() == posted.wellFormed().isPresent()) {
                throw new IllegalStateException("rule: " + posted + " (expected: well-formed, or a fault)");
            }
            return Door.Count.one(posted.wellFormed().isPresent());
        };
    }

    static List<byte[]> records() {
        return List.of(
                record(RuleKind.GAZETTEER_ENTRY, Samples.NAMES),
                record(RuleKind.SUBJECT_RULE, Samples.SUBJECTS),
                record(RuleKind.ALERT, Samples.ALERT));
    }

    private static byte[] record(RuleKind kind, String body) {
        Rule rule = new Rule(ID, kind, body, Instant.parse("2026-11-22T12:00:00Z"), "the desk");
        return RULES.serializer().serialize(Topics.RULES.name(), rule);
    }

    /** Lines of a gazetteer; what could be used of them is then looked for in the lines themselves. */
    static Door names() {
        return input -> {
            RuleFile file = file(input);
            GazetteerReader reader = new GazetteerReader(KEYS, WORDS, Demonyms.COUNTED);
            file.read(reader::readDrop, RuleFile::ignore);
            List<BadLine> bad = new ArrayList<>();
            file.read(reader::read, bad::add);
            new MentionFinder(reader.gazetteer(), WORDS, null, null).mentionsIn(texts(file));
            return count(file, bad);
        };
    }

    /** Lines of subject rules, likewise. */
    static Door subjects() {
        return input -> {
            RuleFile file = file(input);
            SubjectRulesReader reader = new SubjectRulesReader(KEYS, WORDS);
            file.read(reader::readDrop, RuleFile::ignore);
            List<BadLine> bad = new ArrayList<>();
            reader.read(file, bad::add);
            new SubjectTagger(reader, WORDS, null).subjectsOf(texts(file));
            return count(file, bad);
        };
    }

    /** The form of an alert. */
    static Door alert() {
        return input -> {
            try {
                AlertRule.parse(ID, new String(input, UTF_8));
                return Door.Count.one(true);
            } catch (IllegalArgumentException refused) {
                checkReason(String.valueOf(refused.getMessage()));
                return Door.Count.one(false);
            }
        };
    }

    private static List<String> shippedClitics() {
        try (InputStream in = TextCore.class.getResourceAsStream("match/clitics.txt")) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static RuleFile file(byte[] input) {
        return new RuleFile(ID, new String(input, UTF_8).lines().toList());
    }

    private static List<NormalizedText> texts(RuleFile file) {
        return file.lines().stream().map(KEYS::normalize).toList();
    }

    private static Door.Count count(RuleFile file, List<BadLine> bad) {
        long lines = file.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .count();
        bad.forEach(line -> checkReason(line.reason()));
        long rejected = bad.stream().mapToInt(BadLine::line).distinct().count();
        return new Door.Count(lines, lines - rejected, rejected);
    }

    private static void checkReason(String reason) {
        if (!reason.contains("(expected:")) {
            throw new IllegalStateException("reason: " + reason + " (expected: one that says what was expected)");
        }
    }
}
