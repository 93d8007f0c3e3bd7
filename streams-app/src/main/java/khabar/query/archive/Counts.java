package khabar.query.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import khabar.query.disk.Disk;
import khabar.query.values.EntityRanking;
import khabar.query.values.Stretch;
import khabar.query.values.WindowState;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.PaneTiming;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.apache.avro.specific.SpecificRecord;

/** Questions about counts, of any window and any id. */
public final class Counts {
    private static final Comparator<SubjectCount> MOST_ARTICLES = Comparator.comparingLong(SubjectCount::getArticles)
            .thenComparingLong(SubjectCount::getCount)
            .reversed()
            .thenComparing(SubjectCount::getSubjectCode);

    private static final Comparator<EntityPairCount> MOST_TOGETHER = Comparator.comparingLong(
                    EntityPairCount::getArticles)
            .thenComparingLong(EntityPairCount::getUniqueArticles)
            .reversed()
            .thenComparing(EntityPairCount::getEntityId)
            .thenComparing(EntityPairCount::getOtherEntityId);

    private final Disk disk;
    private final Forms forms;
    private final Rankings rankings;

    Counts(Disk disk, Forms forms) {
        this.disk = disk;
        this.forms = forms;
        this.rankings = new Rankings(disk, forms);
    }

    /** The sizes of the windows that have counts, smallest first. */
    public NavigableSet<Duration> sizes() {
        NavigableSet<Duration> sizes = new TreeSet<>();
        byte[] from = Places.allMarks();
        for (int before = -1; before < sizes.size(); ) {
            before = sizes.size();
            disk.scan(
                    Places.allMarks(),
                    from,
                    (mark, nothing) -> !sizes.add(Places.marked(mark).size()));
            from = sizes.isEmpty() ? from : Disk.above(Places.marks(sizes.last()));
        }
        return sizes;
    }

    /** The windows of a size, newest first: those that start before the given time, at most so many. */
    public List<WindowState> windows(Duration size, Optional<Instant> before, int limit) {
        List<WindowKey> windows = new ArrayList<>();
        byte[] all = Places.marks(size);
        byte[] below =
                before.map(time -> Places.mark(new WindowKey(time, size, ""))).orElse(Disk.above(all));
        disk.scanDown(all, below, (mark, nothing) -> {
            windows.add(Places.marked(mark));
            return windows.size() < limit;
        });
        return windows.stream().map(this::state).toList();
    }

    /** The newest window of a size that has counts; one whose articles were all withdrawn is passed over. */
    public Optional<WindowState> newest(Duration size) {
        List<WindowKey> found = new ArrayList<>();
        disk.scanDown(Places.marks(size), Disk.above(Places.marks(size)), (mark, nothing) -> {
            WindowKey window = Places.marked(mark);
            if (!isEmptied(window)) {
                found.add(window);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst().map(this::state);
    }

    private boolean isEmptied(WindowKey window) {
        return top(window).filter(top -> top.getEntities().isEmpty()).isPresent()
                && subjects(window).isEmpty();
    }

    /** The window, where it has counts. */
    public Optional<WindowState> window(WindowKey window) {
        return disk.has(Places.mark(window)) ? Optional.of(state(window)) : Optional.empty();
    }

    private WindowState state(WindowKey window) {
        return new WindowState(
                window.window(),
                top(window)
                        .map(top -> top.getPane().getTiming())
                        .or(() -> some(Topics.SUBJECT_COUNTS, Places.SUBJECT, window, 1).stream()
                                .findFirst()
                                .map(count -> count.getPane().getTiming()))
                        .orElse(PaneTiming.EARLY));
    }

    /** What was published of the most named entities of a window. */
    public Optional<TopEntities> top(WindowKey window) {
        return one(Topics.TOP_ENTITIES, Places.TOP, window.window());
    }

    /** The entities of a window that are wanted, in their order; only these are read. */
    public List<EntityCount> entities(WindowKey window, EntityRanking wanted) {
        List<byte[]> places = rankings.entities(window, wanted).stream()
                .map(key -> Places.value(Places.ENTITY, key))
                .toList();
        // What was counted since the ranking was read may have moved them.
        return values(Topics.ENTITY_COUNTS, places).stream()
                .map(wanted::ranked)
                .filter(count -> count.getArticles() > 0)
                .sorted(mostNamed(wanted.unique()))
                .toList();
    }

    /** Most mentions first, then most articles, then by id: of everything, or without near-duplicates. */
    public static Comparator<EntityCount> mostNamed(boolean unique) {
        return unique
                ? mostNamed(EntityCount::getUniqueCount, EntityCount::getUniqueArticles)
                : mostNamed(EntityCount::getCount, EntityCount::getArticles);
    }

    private static Comparator<EntityCount> mostNamed(
            ToLongFunction<EntityCount> mentions, ToLongFunction<EntityCount> articles) {
        return Comparator.comparingLong(mentions)
                .thenComparingLong(articles)
                .reversed()
                .thenComparing(EntityCount::getEntityId);
    }

    /** One entity in one window. */
    public Optional<EntityCount> entity(WindowKey key) {
        return one(Topics.ENTITY_COUNTS, Places.ENTITY, key).filter(count -> count.getArticles() > 0);
    }

    /** One entity in the windows of a size that start in the given time, in their order. */
    public List<EntityCount> entityOver(String id, Duration size, Stretch stretch) {
        return over(Topics.ENTITY_COUNTS, Places.ENTITY, id, size, stretch).stream()
                .filter(count -> count.getArticles() > 0)
                .toList();
    }

    /** The newest window of a size in which an entity is named. */
    public Optional<WindowKey> newestOf(String id, Duration size) {
        List<WindowKey> found = new ArrayList<>();
        disk.scanDown(Places.windows(Places.ENTITY, id, size), (place, nothing) -> {
            WindowKey key = Places.windowOf(place, id);
            entity(key).ifPresent(count -> found.add(key));
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    /** All subjects of a window, most articles first. */
    public List<SubjectCount> subjects(WindowKey window) {
        return some(Topics.SUBJECT_COUNTS, Places.SUBJECT, window, Integer.MAX_VALUE).stream()
                .filter(count -> count.getArticles() > 0)
                .sorted(MOST_ARTICLES)
                .toList();
    }

    /** One subject in the windows of a size that start in the given time, in their order. */
    public List<SubjectCount> subjectOver(String code, Duration size, Stretch stretch) {
        return over(Topics.SUBJECT_COUNTS, Places.SUBJECT, code, size, stretch).stream()
                .filter(count -> count.getArticles() > 0)
                .toList();
    }

    /** Whatever was said of trends in a window, in no certain order. */
    public List<Trend> trends(WindowKey window) {
        return some(Topics.TRENDS, Places.TREND, window, Integer.MAX_VALUE);
    }

    /** What was said of the trend of one entity in one window. */
    public Optional<Trend> trend(WindowKey key) {
        return one(Topics.TRENDS, Places.TREND, key);
    }

    /** Who is named together in a window, all or those of one entity: most articles first, at most so many. */
    public List<EntityPairCount> pairs(WindowKey window, Optional<String> entity, int limit) {
        List<byte[]> places = entity.map(id -> pairsOf(id, window))
                .orElseGet(() -> rankings.pairs(window, limit).stream()
                        .map(key -> Places.value(Places.PAIR, key))
                        .toList());
        return values(Topics.ENTITY_PAIRS, places).stream()
                .filter(pair -> pair.getArticles() > 0)
                .sorted(MOST_TOGETHER)
                .limit(limit)
                .toList();
    }

    private List<byte[]> pairsOf(String entity, WindowKey window) {
        List<byte[]> places = new ArrayList<>();
        disk.scan(Places.windowsAt(Places.PAIR, entity, window), (place, nothing) -> {
            places.add(Places.value(Places.PAIR, Places.windowOf(place, entity)));
            return true;
        });
        return places;
    }

    private <V extends SpecificRecord> Optional<V> one(Topic<V> topic, char kind, WindowKey key) {
        return Optional.ofNullable(disk.get(Places.value(kind, key))).map(stored -> forms.read(topic, stored));
    }

    private <V extends SpecificRecord> List<V> some(Topic<V> topic, char kind, WindowKey window, int limit) {
        List<V> values = new ArrayList<>();
        disk.scan(Places.valuesOf(kind, window), (place, stored) -> {
            values.add(forms.read(topic, stored));
            return values.size() < limit;
        });
        return values;
    }

    private <V extends SpecificRecord> List<V> over(
            Topic<V> topic, char kind, String id, Duration size, Stretch stretch) {
        List<byte[]> places = new ArrayList<>();
        byte[] all = Places.windows(kind, id, size);
        byte[] from = stretch.from()
                .map(time -> Places.windowsFrom(kind, id, size, time))
                .orElse(all);
        disk.scan(all, from, (place, nothing) -> {
            WindowKey key = Places.windowOf(place, id);
            boolean wanted = stretch.to().map(key.start()::isBefore).orElse(true);
            if (wanted) {
                places.add(Places.value(kind, key));
            }
            return wanted && places.size() < stretch.most();
        });
        return values(topic, places);
    }

    private <V extends SpecificRecord> List<V> values(Topic<V> topic, List<byte[]> places) {
        return disk.get(places).stream()
                .filter(stored -> stored != null)
                .map(stored -> forms.read(topic, stored))
                .toList();
    }
}
