package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.audit.duplicate.DuplicateRecount;
import khabar.audit.duplicate.DuplicateRecount.Repeated;
import khabar.audit.pair.PairRecount;
import khabar.audit.rules.Readings;
import khabar.audit.rules.Said;
import khabar.audit.rules.Trust;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Computes what should have been published, from the feed alone and without any cleverness: first the
 * revisions that stand are found, then each of them is analyzed and summed. The feed is therefore
 * handed over twice, the same records in the same order within each partition.
 */
public final class Recount {
    private final AuditOptions options;
    private final Readings readings;
    private final Contest contest;
    private final Set<String> counted = new HashSet<>();
    private final List<Counted> said = new ArrayList<>();
    private final DuplicateRecount duplicates;
    private final Set<String> redriven = new HashSet<>();
    private final Aggregates aggregates = new Aggregates();
    private final Map<String, Map<WindowKey, Tally>> tallies = new HashMap<>();
    private final Map<WindowKey, Set<String>> sources = new HashMap<>();
    private final PairRecount pairs;
    private final Set<String> usable = new HashSet<>();
    private long read;
    private long refused;
    private long unreadable;
    private boolean summed;

    /** An article that is counted, by its position in the feed, and what it says. */
    private record Counted(String position, Article article, Said said) {}

    /** A recount by the given options and text core, of articles that were all enriched with it. */
    public Recount(AuditOptions options, TextCore core) {
        this(options, new Readings(core, List.of()));
    }

    /** A recount by the given options, in which every article has its own rules. */
    public Recount(AuditOptions options, Readings readings) {
        this(options, readings, new Claims());
    }

    /** A recount that believes in the contest, and then checks, what the topology claims to have refused. */
    public Recount(AuditOptions options, Readings readings, Claims claims) {
        this.options = options;
        this.readings = readings;
        this.contest = new Contest(options, claims);
        this.pairs = new PairRecount(options.pairs());
        this.duplicates = new DuplicateRecount(options.duplicates());
    }

    /** First pass: who stands. */
    public void contest(FeedRecord feedRecord) {
        read++;
        Contest.Verdict verdict = contest.take(feedRecord);
        Article article = feedRecord.article();
        if (Claims.isOne(verdict.refused()) && article != null) {
            refused++;
            expectRefusal(feedRecord, readings.of(article));
        } else if (verdict.refused() != null) {
            refused++;
            aggregates.put(
                    Topics.REJECTED.name(),
                    feedRecord.position(),
                    verdict.refused().name());
        } else if (verdict.left() != null) {
            // What has left the horizon stays counted for ever; the uri starts anew.
            counted.add(verdict.left().position());
        }
    }

    /** First pass: a record that cannot be read as an article must have become a dead letter. */
    public void unreadable(int partition, long offset) {
        read++;
        unreadable++;
        aggregates.put(Topics.DEAD_LETTERS, partition + "@" + offset, Published.DEAD_LETTER);
    }

    /** First pass: a record that comes again from the dead letters says so. */
    void note(Headers headers) {
        Header from = headers.lastHeader("khabar-redriven-from");
        if (from != null) {
            redriven.add(new String(from.value(), UTF_8));
        }
    }

    /** Whether a dead letter is of a readable record of the feed, and was sent through again. */
    boolean isSettled(ConsumerRecord<byte[], byte[]> deadLetter) {
        String position = Published.positionOf(deadLetter.headers());
        return position != null
                && !aggregates.of(Topics.DEAD_LETTERS).containsKey(position)
                && redriven.contains(deadLetter.topic() + "-" + deadLetter.partition() + "@" + deadLetter.offset());
    }

    /** Between the passes: whoever stands now is counted. */
    public void decide() {
        contest.standing().forEach((uri, holder) -> {
            counted.add(holder.position());
        });
    }

    /** Second pass: what those say who stand. */
    public void count(FeedRecord feedRecord) {
        Article article = feedRecord.article();
        if (article == null || !counted.contains(feedRecord.position()) || article.getPubStatus() != PubStatus.USABLE) {
            return;
        }
        usable.add(article.getUri());
        Said what = readings.of(article);
        expectRefusal(feedRecord, what);
        said.add(new Counted(feedRecord.position(), article, what));
        duplicates.add(feedRecord.position(), article.getUri(), article.getPublishedAt(), readings.wordsOf(article));
    }

    /** After both passes: counts what was said, once it is known who repeats whom. */
    private void sum() {
        Map<String, Repeated> originals = duplicates.originals();
        contest.standing()
                .forEach((uri, holder) -> aggregates.put(
                        Topics.ENRICHED.name(),
                        uri,
                        holder.version() + " " + holder.status()
                                + Published.duplicateOf(originals.get(holder.position()))));
        for (Counted one : said) {
            boolean unique = !originals.containsKey(one.position);
            Instant publishedAt = one.article.getPublishedAt();
            one.said.entities().forEach((id, count) -> {
                long demonyms = one.said.demonyms().getOrDefault(id, 0L);
                add(Topics.ENTITY_COUNTS.name(), publishedAt, id, Tally.of(count, demonyms, unique));
                addSource(one.article, id);
            });
            pairs.add(publishedAt, one.said.entities(), unique);
            one.said
                    .subjects()
                    .forEach((code, count) ->
                            add(Topics.SUBJECT_COUNTS.name(), publishedAt, code, Tally.of(count, 0, unique)));
        }
    }

    /** Too much must be refused, and nothing else. */
    private void expectRefusal(FeedRecord feedRecord, Said said) {
        if (said.mentions() > options.limits().mentions()) {
            aggregates.put(Topics.REJECTED.name(), feedRecord.position(), RejectReason.TOO_MANY_MENTIONS.name());
        } else if (said.subjects().size() > options.limits().subjects()) {
            aggregates.put(Topics.REJECTED.name(), feedRecord.position(), RejectReason.TOO_MANY_SUBJECTS.name());
        }
    }

    /** After both passes: everything that should have been published, by topic and key. */
    Aggregates aggregates() {
        if (!summed) {
            summed = true;
            sum();
        }
        tallies.forEach((topic, byKey) ->
                byKey.forEach((key, tally) -> aggregates.put(topic, key.text(), tally + sources(topic, key))));
        tops().forEach((key, rows) -> aggregates.put(Topics.TOP_ENTITIES.name(), key, rows));
        return aggregates;
    }

    PairRecount pairs() {
        return pairs;
    }

    boolean rulesChanged() {
        return readings.rulesChanged();
    }

    Trust trust() {
        return readings.trust();
    }

    /** Whether an article of that uri is counted: the one that stands, or one that is final. */
    boolean isUsable(String uri) {
        return usable.contains(uri);
    }

    AuditOptions options() {
        return options;
    }

    long read() {
        return read;
    }

    long refused() {
        return refused;
    }

    long unreadable() {
        return unreadable;
    }

    long revisions() {
        return contest.standing().size();
    }

    private void addSource(Article article, String id) {
        String source = article.getSource() == null ? "" : article.getSource();
        for (Duration size : options.windowSizes()) {
            sources.computeIfAbsent(WindowKey.containing(article.getPublishedAt(), size, id), key -> new HashSet<>())
                    .add(source);
        }
    }

    private void add(String topic, Instant publishedAt, String id, Tally tally) {
        Map<WindowKey, Tally> byKey = tallies.computeIfAbsent(topic, name -> new HashMap<>());
        for (Duration size : options.windowSizes()) {
            byKey.merge(WindowKey.containing(publishedAt, size, id), tally, Tally::plus);
        }
    }

    private String sources(String topic, WindowKey key) {
        boolean counted = topic.equals(Topics.ENTITY_COUNTS.name());
        return counted ? Published.sources(sources.getOrDefault(key, Set.of()).size()) : "";
    }

    private Map<String, String> tops() {
        Map<String, List<Map.Entry<WindowKey, Tally>>> byWindow = new HashMap<>();
        tallies.getOrDefault(Topics.ENTITY_COUNTS.name(), Map.of())
                .entrySet()
                .forEach(entry -> byWindow.computeIfAbsent(window(entry.getKey()), window -> new ArrayList<>())
                        .add(entry));
        Map<String, String> tops = new HashMap<>();
        byWindow.forEach((window, rows) -> tops.put(window, top(rows)));
        return tops;
    }

    private String top(List<Map.Entry<WindowKey, Tally>> rows) {
        Comparator<Map.Entry<WindowKey, Tally>> byCount =
                Comparator.comparingLong(row -> -row.getValue().count());
        return rows.stream()
                .sorted(byCount.thenComparingLong(row -> -row.getValue().articles())
                        .thenComparing(row -> row.getKey().id()))
                .limit(options.topEntities())
                .map(row -> row.getKey().id() + " " + row.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String window(WindowKey key) {
        return new WindowKey(key.start(), key.size(), "").text();
    }
}
