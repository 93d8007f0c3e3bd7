package khabar.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import khabar.language.TextCore;
import khabar.schemas.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rule set in force within one instance. Records of news.rules come in by one thread; the rule
 * set is taken by any. The first set is made of everything that came before it was first asked for; after
 * that a change makes a new set beside the old one, which stays in force until the new one is whole.
 */
public final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);
    /** Changes that come within this time make one new set: making one takes a tenth to half of a second. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    private final TextCore base;
    private final AlertForm alertForm;
    private final Executor executor;
    private final Map<String, PostedRule> posted = new TreeMap<>();
    private volatile @Nullable InForce inForce;
    private volatile Consumer<RuleSet> preparation = set -> {};
    private boolean planned;

    private RuleBook(TextCore base, AlertForm alertForm, Executor executor) {
        this.base = base;
        this.alertForm = alertForm;
        this.executor = executor;
    }

    /** A book whose changes are in force at once, made by the thread that brings them. */
    public static RuleBook immediate(TextCore base, AlertForm alertForm) {
        return new RuleBook(base, alertForm, Runnable::run);
    }

    /** A book that makes new sets in a thread of its own, at most one a second. */
    public static RuleBook inBackground(TextCore base, AlertForm alertForm) {
        Executor thread = Executors.newSingleThreadExecutor(task -> {
            Thread maker = new Thread(task, "khabar-rules");
            maker.setDaemon(true);
            return maker;
        });
        return new RuleBook(
                base,
                alertForm,
                CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS, thread));
    }

    /** Both change together. */
    private record InForce(RuleSet rules, List<RefusedRule> refused) {}

    /** Has every set handed to the given preparation before it comes into force, by the thread that makes it. */
    public synchronized void prepareEachWith(Consumer<RuleSet> next) {
        preparation = next;
    }

    /** Takes in the newest record of an id. */
    public synchronized void put(PostedRule rule) {
        posted.put(rule.ruleId(), rule);
        plan();
    }

    /** Takes out the record of an id. */
    public synchronized void remove(String ruleId) {
        if (posted.remove(ruleId) != null) {
            plan();
        }
    }

    /** The rule set in force. */
    public RuleSet current() {
        return inForce().rules();
    }

    /** The rules that stand on the topic and say nothing, by their ids. */
    public List<RefusedRule> refused() {
        return inForce().refused();
    }

    /** Names of an entity by BCP 47 tag; empty for an id that no rule knows. Does not count as asking for the set. */
    public Map<String, String> entityNames(String entityId) {
        return knownCore().entity(entityId).map(entity -> entity.names()).orElse(Map.of());
    }

    /** The core of the rule set in force; what is shipped before there is one. Does not count as asking for the set. */
    public TextCore knownCore() {
        InForce known = inForce;
        return known == null ? base : known.rules().core();
    }

    private InForce inForce() {
        InForce known = inForce;
        return known == null ? first() : known;
    }

    private synchronized InForce first() {
        InForce known = inForce;
        if (known == null) {
            known = make(List.copyOf(posted.values()));
            inForce = known;
        }
        return known;
    }

    private void plan() {
        if (inForce != null && !planned) {
            planned = true;
            executor.execute(this::renew);
        }
    }

    private void renew() {
        List<PostedRule> present;
        synchronized (this) {
            planned = false;
            present = List.copyOf(posted.values());
        }
        long started = System.nanoTime();
        try {
            InForce made = make(present);
            inForce = made;
            LOG.info(
                    "rules: {} in force, {} live and {} refused, made in {} ms",
                    made.rules().version(),
                    present.size(),
                    made.refused().size(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        } catch (RuntimeException failure) {
            LOG.error(
                    "rules: no new set could be made (expected: one of {} rules); the old one stays",
                    present.size(),
                    failure);
        }
    }

    private InForce make(List<PostedRule> present) {
        List<Rule> live = new ArrayList<>();
        List<RefusedRule> refused = new ArrayList<>();
        for (PostedRule one : present) {
            one.wellFormed().ifPresent(live::add);
            one.formFault().ifPresent(fault -> refused.add(new RefusedRule(one, fault)));
        }
        RuleSet rules = RuleSet.of(base, live, alertForm);
        preparation.accept(rules);
        Map<String, String> faults = rules.faults();
        present.stream()
                .filter(one -> faults.containsKey(one.ruleId()))
                .forEach(one -> refused.add(new RefusedRule(one, String.valueOf(faults.get(one.ruleId())))));
        return new InForce(rules, List.copyOf(refused));
    }
}
