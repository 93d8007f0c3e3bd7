package khabar.topology;

import static khabar.topics.Topics.ALERTS;
import static khabar.topics.Topics.ARTICLES;
import static khabar.topics.Topics.ENRICHED;
import static khabar.topics.Topics.ENTITY_COUNTS;
import static khabar.topics.Topics.ENTITY_PAIRS;
import static khabar.topics.Topics.REJECTED;
import static khabar.topics.Topics.SUBJECT_COUNTS;
import static khabar.topics.Topics.TOP_ENTITIES;
import static khabar.topics.Topics.TRENDS;
import static khabar.topology.Only.only;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.rules.RuleBook;
import khabar.schemas.Alert;
import khabar.schemas.AlertKind;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.RejectedArticle;
import khabar.schemas.state.Contributions;
import khabar.schemas.state.CountedMatch;
import khabar.schemas.state.FeedClock;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.Revision;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.WireFormat;
import khabar.topology.accept.AcceptArticles;
import khabar.topology.accept.Admission;
import khabar.topology.accept.Admission.Accepted;
import khabar.topology.alert.AlertBook;
import khabar.topology.alert.AlertOfTrends;
import khabar.topology.alert.CountMatches;
import khabar.topology.alert.MatchAlerts;
import khabar.topology.count.CountByWindow;
import khabar.topology.count.CountStores;
import khabar.topology.count.Counted;
import khabar.topology.duplicate.FindDuplicates;
import khabar.topology.duplicate.FindDuplicates.Marked;
import khabar.topology.enrich.EnrichWinners;
import khabar.topology.limit.CheckFindings;
import khabar.topology.limit.Checked;
import khabar.topology.pair.CountPairs;
import khabar.topology.pair.CountedPair;
import khabar.topology.pair.PairArticles;
import khabar.topology.rank.MergeTops;
import khabar.topology.rank.RankEntities;
import khabar.topology.rank.Top;
import khabar.topology.revision.Batches;
import khabar.topology.revision.Enriched;
import khabar.topology.revision.KeepWinningRevisions;
import khabar.topology.revision.Revisions;
import khabar.topology.revision.SignContributions;
import khabar.topology.revision.SignedContribution.Counts;
import khabar.topology.revision.Winner;
import khabar.topology.rule.ReadRules;
import khabar.topology.rule.RefuseRules;
import khabar.topology.trend.FollowTrends;
import khabar.topology.trend.Followed;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The picture of Khabar. From top to bottom: articles are accepted or rejected, winning revisions are
 * kept, enriched and marked where they repeat others, what they say is signed and counted by entity and
 * by subject, the most named entities are ranked, those that are named more than they used to be are
 * found, and whoever has saved a search for any of it is told. Every instance knows all live rules before
 * its first article.
 */
public final class NewsTopology {
    private final TopologyOptions options;
    private final WireFormat format;
    private final RuleBook rules;
    private final Published published;
    private final AlertBook alerts;
    private final StoreBuilder<KeyValueStore<String, Revision>> revisions = Revisions.builder();

    /** A topology with the given options and rules, whose topics have the given form. */
    public NewsTopology(TopologyOptions options, RuleBook rules, WireFormat format) {
        this.options = options;
        this.format = format;
        this.rules = rules;
        this.published = new Published(rules);
        this.alerts = new AlertBook(rules);
    }

    /** The topology, for Kafka Streams or its test driver. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();

        KStream<String, Admission> admissions = accept(articles(builder));
        KStream<String, Winner> winners = keepWinningRevisions(admissions);
        KStream<String, Checked> checked = enrich(winners);
        Marked marked = markDuplicates(withinLimits(checked));
        KStream<String, Enriched> enriched = marked.articles();
        KStream<String, FeedClock> clocks = clocks(admissions, marked);
        KStream<String, Contributions> contributions = byId(signContributions(enriched), clocks);
        KStream<String, Counted> byEntity = count(Counts.ENTITIES, contributions);
        KStream<String, Counted> bySubject = count(Counts.SUBJECTS, contributions);
        KStream<String, Top> tops = rank(byEntity);
        KStream<String, CountedPair> pairs = countPairs(enriched, clocks);
        KStream<String, Followed> trends = followTrends(byEntity);
        KStream<String, Alert> alerts = alert(enriched, trends, marked.clocks());
        KStream<String, RejectedArticle> refusedRules = refuseRules(admissions);

        writeRejected(admissions, checked, refusedRules);
        writeEnriched(enriched);
        writeEntityCounts(byEntity);
        writeSubjectCounts(bySubject);
        writeTopEntities(tops);
        writeEntityPairs(pairs);
        writeTrends(trends);
        writeAlerts(alerts);
        // Last, or the numbers of all tasks would change.
        ReadRules.into(builder, rules, format);
        return builder.build();
    }

    private KStream<String, Article> articles(StreamsBuilder builder) {
        return ARTICLES.readFrom(builder)
                .processValues(
                        Decode.stage(ARTICLES.valueSerde(format).deserializer()), Named.as("decode-news-articles"));
    }

    private KStream<String, Admission> accept(KStream<String, Article> articles) {
        return articles.process(AcceptArticles.stage(options), Named.as("accept-articles"));
    }

    private KStream<String, Winner> keepWinningRevisions(KStream<String, Admission> admissions) {
        return only(Accepted.class, admissions, "accepted-articles")
                .processValues(KeepWinningRevisions.stage(revisions, rules), Named.as("keep-winning-revisions"));
    }

    private KStream<String, Checked> enrich(KStream<String, Winner> winners) {
        return winners.processValues(
                        EnrichWinners.stage(
                                rules,
                                options.duplicates().sketcher(),
                                ARTICLES.valueSerde(format).deserializer()),
                        Named.as("enrich"))
                .processValues(CheckFindings.stage(options.limits()), Named.as("check-findings"));
    }

    private static KStream<String, Enriched> withinLimits(KStream<String, Checked> checked) {
        return checked.filter((uri, one) -> one.refused() == null, Named.as("only-within-limits"))
                .mapValues(Checked::enriched, Named.as("within-limits"));
    }

    private Marked markDuplicates(KStream<String, Enriched> enriched) {
        return new FindDuplicates(options.duplicates(), options.horizon(), options.feedPartitions(), revisions)
                .mark(enriched);
    }

    /** How far the feed has come, and behind the marks what is final. */
    private static KStream<String, FeedClock> clocks(KStream<String, Admission> admissions, Marked marked) {
        return only(Admission.Ticked.class, admissions, "clock-ticks")
                .mapValues(Admission.Ticked::clock, Named.as("feed-clocks"))
                .merge(marked.clocks(), Named.as("feed-and-final-clocks"));
    }

    private KStream<String, Contributions> signContributions(KStream<String, Enriched> enriched) {
        return enriched.process(
                SignContributions.stage(options.feedPartitions(), revisions), Named.as("sign-contributions"));
    }

    private KStream<String, Contributions> byId(
            KStream<String, Contributions> contributions, KStream<String, FeedClock> clocks) {
        return contributions
                .merge(
                        clocks.mapValues(NewsTopology::clockContribution, Named.as("clocks")),
                        Named.as("contributions-and-clocks"))
                .repartition(byIdAndClocksToAll("by-id"));
    }

    private KStream<String, Counted> count(Counts what, KStream<String, Contributions> contributions) {
        CountStores stores = what == Counts.ENTITIES ? CountStores.ENTITIES : CountStores.SUBJECTS;
        return contributions.process(
                CountByWindow.stage(options, what, stores),
                Named.as("count-" + what.name().toLowerCase(Locale.ROOT)));
    }

    private KStream<String, Top> rank(KStream<String, Counted> byEntity) {
        return byEntity.process(
                        RankEntities.stage(options),
                        Named.as("rank-entities"),
                        CountStores.ENTITIES.name(),
                        CountStores.ENTITIES.clockName())
                .repartition(byWindowAndExpiryToAll("by-window"))
                .processValues(
                        MergeTops.stage(options.topEntities(), options.feedPartitions()), Named.as("merge-tops"));
    }

    /** Rows go to the partition of their window; what has left the horizon is told to all. */
    private Repartitioned<String, PartialTop> byWindowAndExpiryToAll(String name) {
        StreamPartitioner<String, PartialTop> partitioner = (topic, key, value, partitions) ->
                value.getExpired() ? Optional.of(allOf(partitions)) : Optional.empty();
        return Repartitioned.<String, PartialTop>as(name)
                .withNumberOfPartitions(options.feedPartitions())
                .withKeySerde(Serdes.String())
                .withValueSerde(SingleObjectFormat.compiledIn().serdeOf(PartialTop.class))
                .withStreamPartitioner(partitioner);
    }

    private KStream<String, CountedPair> countPairs(
            KStream<String, Enriched> enriched, KStream<String, FeedClock> clocks) {
        PairArticles pairing = new PairArticles(options.pairs());
        return enriched.flatMap((uri, one) -> pairing.of(one), Named.as("pair-articles"))
                .merge(
                        clocks.mapValues(PairArticles::clock, Named.as("pair-clocks")),
                        Named.as("paired-articles-and-clocks"))
                .repartition(Repartitioned.<String, PairedArticle>as("by-pair-window")
                        .withNumberOfPartitions(options.feedPartitions())
                        .withKeySerde(Serdes.String())
                        .withValueSerde(SingleObjectFormat.compiledIn().serdeOf(PairedArticle.class))
                        .withStreamPartitioner((topic, window, value, partitions) ->
                                value.getFeedClock() == null ? Optional.empty() : Optional.of(allOf(partitions))))
                .process(CountPairs.stage(options), Named.as("count-pairs"));
    }

    private KStream<String, Followed> followTrends(KStream<String, Counted> byEntity) {
        return byEntity.process(
                FollowTrends.stage(options),
                Named.as("follow-trends"),
                CountStores.ENTITIES.name(),
                CountStores.ENTITIES.clockName());
    }

    private KStream<String, Alert> alert(
            KStream<String, Enriched> enriched, KStream<String, Followed> trends, KStream<String, FeedClock> clocks) {
        KStream<String, Alert> matches = enriched.filter((uri, one) -> one.isWinner(), Named.as("winners-to-match"))
                .process(MatchAlerts.stage(alerts, options.horizon()), Named.as("match-alerts"));
        KStream<String, Alert> ofThresholds = matches.filter(
                        (key, match) -> match.getKind() == AlertKind.THRESHOLD, Named.as("matches-of-thresholds"))
                .mapValues(match -> new CountedMatch(null, match), Named.as("matches-to-count"))
                .merge(
                        clocks.mapValues(clock -> new CountedMatch(clock, null), Named.as("match-clocks")),
                        Named.as("matches-and-clocks"))
                .repartition(Repartitioned.<String, CountedMatch>as("by-alert-window")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(SingleObjectFormat.compiledIn().serdeOf(CountedMatch.class))
                        .withStreamPartitioner((topic, key, value, partitions) ->
                                value.getFeedClock() == null ? Optional.empty() : Optional.of(allOf(partitions))))
                .processValues(
                        CountMatches.stage(options.feedPartitions(), options.horizon()), Named.as("count-matches"));
        return matches.filter((key, match) -> match.getKind() == AlertKind.ARTICLE, Named.as("alerts-of-articles"))
                .merge(ofThresholds, Named.as("alerts-of-articles-and-thresholds"))
                .merge(trends.process(AlertOfTrends.stage(alerts), Named.as("alert-of-trends")), Named.as("alerts"));
    }

    private KStream<String, RejectedArticle> refuseRules(KStream<String, Admission> admissions) {
        return admissions.process(RefuseRules.stage(rules), Named.as("refuse-rules"));
    }

    private void writeRejected(
            KStream<String, Admission> admissions,
            KStream<String, Checked> checked,
            KStream<String, RejectedArticle> refusedRules) {
        KStream<String, RejectedArticle> refusedArticles = only(Admission.Refused.class, admissions, "refused-articles")
                .mapValues(Admission.Refused::rejected, Named.as("rejected-articles"));
        KStream<String, RejectedArticle> overfull = checked.flatMapValues(
                one -> one.refused() == null ? List.of() : List.of(one.refused()), Named.as("overfull-articles"));
        write(
                REJECTED,
                refusedArticles
                        .merge(overfull, Named.as("rejected-and-overfull-articles"))
                        .merge(refusedRules, Named.as("rejected-articles-and-rules")),
                (uri, rejected) -> uri + "#" + rejected.getReason());
    }

    private void writeEnriched(KStream<String, Enriched> enriched) {
        write(
                ENRICHED,
                enriched.filter((uri, one) -> one.isNewest(), Named.as("newest-articles"))
                        .mapValues(Enriched::article, Named.as("enriched-articles")),
                NewsTopology::eventId);
    }

    private void writeEntityCounts(KStream<String, Counted> counted) {
        write(
                ENTITY_COUNTS,
                only(Counted.Value.class, counted, "entity-panes")
                        .map((id, value) -> published.entityCount(value), Named.as("published-entity-counts")),
                (key, count) -> key + "#" + count.getPane().getIndex());
    }

    private void writeSubjectCounts(KStream<String, Counted> counted) {
        write(
                SUBJECT_COUNTS,
                only(Counted.Value.class, counted, "subject-panes")
                        .map((id, value) -> published.subjectCount(value), Named.as("published-subject-counts")),
                (key, count) -> key + "#" + count.getPane().getIndex());
    }

    private void writeEntityPairs(KStream<String, CountedPair> pairs) {
        write(
                ENTITY_PAIRS,
                pairs.mapValues(
                        pair -> Published.entityPair(pair, options.pairs().entityCap()),
                        Named.as("published-entity-pairs")),
                (key, pair) -> key + "#" + pair.getPane().getIndex());
    }

    private void writeTopEntities(KStream<String, Top> tops) {
        write(
                TOP_ENTITIES,
                tops.mapValues(published::topEntities, Named.as("published-top-entities")),
                (key, top) -> key + "#" + top.getPane().getIndex());
    }

    private void writeTrends(KStream<String, Followed> trends) {
        write(
                TRENDS,
                trends.map((id, followed) -> published.trend(followed), Named.as("published-trends")),
                (key, trend) -> key + "#" + trend.getPane().getIndex());
    }

    private void writeAlerts(KStream<String, Alert> alerts) {
        write(
                ALERTS,
                alerts,
                (key, alert) ->
                        key + "#" + alert.getState() + "@" + alert.getFiredAt().toEpochMilli());
    }

    private <V extends SpecificRecord> void write(
            Topic<V> topic, KStream<String, V> values, BiFunction<String, V, String> eventId) {
        values.processValues(
                        StampHeaders.stage(topic.eventType(), eventId),
                        Named.as("stamp-" + topic.name().replace('.', '-')))
                .to(topic.name(), topic.writtenIn(format));
    }

    /** An article that is published again because its mark changed is another event. */
    private static String eventId(String uri, EnrichedArticle article) {
        String id = uri + "#" + article.getVersion();
        return article.getDuplicateOf() == null ? id : id + "#" + article.getDuplicateOf();
    }

    private static Contributions clockContribution(FeedClock clock) {
        return new Contributions(clock, List.of(), List.of());
    }

    /** Contributions go to the partition of their ids; news of the clock goes to all. */
    private Repartitioned<String, Contributions> byIdAndClocksToAll(String name) {
        StreamPartitioner<String, Contributions> partitioner = (topic, key, value, partitions) -> Optional.of(
                value.getFeedClock() == null ? Set.of(Batches.partitionOf(value, partitions)) : allOf(partitions));
        return Repartitioned.<String, Contributions>as(name)
                .withNumberOfPartitions(options.feedPartitions())
                .withKeySerde(Serdes.String())
                .withValueSerde(SingleObjectFormat.compiledIn().serdeOf(Contributions.class))
                .withStreamPartitioner(partitioner);
    }

    private static Set<Integer> allOf(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
    }
}
