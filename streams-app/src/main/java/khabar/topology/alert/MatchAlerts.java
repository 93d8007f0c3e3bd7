package khabar.topology.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.schemas.Alert;
import khabar.schemas.AlertKind;
import khabar.schemas.AlertState;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import khabar.schemas.state.AlertedArticle;
import khabar.schemas.state.MetRule;
import khabar.topics.WindowKey;
import khabar.topology.revision.Enriched;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a winning revision meets that the one before it did not, and what it meets no more. Each is
 * an alert: one of an article as it is published, one of a threshold as it is counted, by a key of rule
 * and window.
 */
public final class MatchAlerts implements Processor<String, Enriched, String, Alert> {
    private final AlertBook book;
    private final Sweep sweep;
    private ProcessorContext<String, Alert> context;
    private KeyValueStore<String, AlertedArticle> articles;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private MatchAlerts(AlertBook book, Duration horizon) {
        this.book = book;
        this.sweep = new Sweep(horizon);
    }

    /** The stage, with its store. */
    public static ProcessorSupplier<String, Enriched, String, Alert> stage(AlertBook book, Duration horizon) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Enriched, String, Alert> get() {
                return new MatchAlerts(book, horizon);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(AlertStores.articles());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        articles = context.getStateStore(AlertStores.ARTICLES);
    }

    @Override
    public void process(Record<String, Enriched> arrived) {
        EnrichedArticle article = arrived.value().article();
        AlertRules rules = book.current();
        // What stands no more because it has left the horizon is final: it is not taken back.
        boolean replaces = arrived.value().standing() != null;
        AlertedArticle stored = articles.get(arrived.key());
        Map<String, MetRule> before = new LinkedHashMap<>();
        if (replaces && stored != null) {
            stored.getRules().forEach(met -> before.put(met.getRuleId(), met));
        }
        List<MetRule> now = new ArrayList<>();
        boolean usable = article.getPubStatus() == PubStatus.USABLE;
        for (Matched matched : usable ? rules.metBy(article) : List.<Matched>of()) {
            MetRule met = met(matched.rule(), article.getPublishedAt());
            now.add(met);
            MetRule old = before.remove(met.getRuleId());
            if (!met.equals(old)) {
                withdraw(old, article, arrived);
                forward(alert(met, article, AlertState.FIRED).setEvidence(matched.evidence()), arrived);
            }
        }
        for (MetRule old : before.values()) {
            // A rule that is no more is not searched for; what it found stands as long as its article does.
            if (usable && !rules.has(old.getRuleId())) {
                now.add(old);
            } else {
                withdraw(old, article, arrived);
            }
        }
        remember(arrived.key(), stored, new AlertedArticle(article.getPublishedAt(), now));
    }

    private void remember(String uri, @Nullable AlertedArticle before, AlertedArticle now) {
        if (!now.getRules().isEmpty()) {
            articles.put(uri, now);
        } else if (before != null) {
            articles.delete(uri);
        }
        if (sweep.isDue(now.getPublishedAt())) {
            forgetWhatIsFinal();
        }
    }

    private static MetRule met(AlertRule rule, Instant publishedAt) {
        boolean counts = rule.kind() == AlertKind.THRESHOLD;
        return new MetRule(
                rule.id(), rule.title(), publishedAt, counts ? rule.window().toMillis() : 0, rule.articles());
    }

    private void withdraw(@Nullable MetRule old, EnrichedArticle article, Record<String, Enriched> cause) {
        if (old != null) {
            forward(alert(old, article, AlertState.WITHDRAWN), cause);
        }
    }

    private Alert.Builder alert(MetRule met, EnrichedArticle article, AlertState state) {
        boolean counts = met.getWindowMillis() > 0;
        Alert.Builder alert = Alert.newBuilder()
                .setRuleId(met.getRuleId())
                .setTitle(met.getTitle())
                .setKind(counts ? AlertKind.THRESHOLD : AlertKind.ARTICLE)
                .setState(state)
                .setFiredAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
                .setEventTime(met.getPublishedAt())
                .setUri(article.getUri())
                .setHeadline(article.getHeadline())
                .setSource(article.getSource())
                .setRuleSetVersion(article.getRuleSetVersion());
        if (counts) {
            WindowKey window = window(met);
            alert.setWindowStart(window.start())
                    .setWindowEnd(window.end())
                    .setEventTime(window.start())
                    .setThreshold((double) met.getArticles());
        }
        return alert;
    }

    private void forward(Alert.Builder alert, Record<String, Enriched> cause) {
        Alert built = alert.build();
        String what = built.getWindowStart() == null || built.getWindowEnd() == null
                ? built.getUri()
                : new WindowKey(
                                built.getWindowStart(),
                                Duration.between(built.getWindowStart(), built.getWindowEnd()),
                                "")
                        .text();
        context.forward(cause.withKey(built.getRuleId() + "/" + what).withValue(built));
    }

    private static WindowKey window(MetRule met) {
        return WindowKey.containing(met.getPublishedAt(), Duration.ofMillis(met.getWindowMillis()), "");
    }

    private void forgetWhatIsFinal() {
        try (KeyValueIterator<String, AlertedArticle> all = articles.all()) {
            while (all.hasNext()) {
                KeyValue<String, AlertedArticle> one = all.next();
                if (one.value.getPublishedAt().isBefore(sweep.horizonStart())) {
                    articles.delete(one.key);
                }
            }
        }
    }
}
