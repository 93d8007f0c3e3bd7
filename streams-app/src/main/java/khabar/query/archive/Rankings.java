package khabar.query.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.query.disk.Batch;
import khabar.query.disk.Disk;
import khabar.query.values.EntityRanking;
import khabar.query.values.WithoutDemonyms;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * The order of the entities and the pairs of each window, kept on the disk beside their counts, so that who
 * wants the first few need not read all. Entities lie by type: the first of all types are among the first of
 * each.
 */
final class Rankings {
    /** By what they are ordered. */
    static final char MENTIONS = 'm';

    static final char UNIQUE_MENTIONS = 'u';
    static final char TOGETHER = 'p';

    /** Entities that have demonyms stand apart, once with and once without them: all others stand once for both. */
    static final char WITH_DEMONYMS = 'd';

    static final char UNIQUE_WITH_DEMONYMS = 'e';
    static final char WITHOUT_DEMONYMS = 'n';
    static final char UNIQUE_WITHOUT_DEMONYMS = 'o';

    private static final Comparator<Rank> FIRST = (one, other) -> Arrays.compareUnsigned(one.order, other.order);

    private final Disk disk;
    private final Forms forms;

    Rankings(Disk disk, Forms forms) {
        this.disk = disk;
        this.forms = forms;
    }

    /**
     * What becomes of a stored count.
     *
     * @param stored what is stored of it, with its arrival; null where that is nothing
     * @param value its new value; null where it has none any more
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Change(byte @Nullable [] stored, byte @Nullable [] value) {}

    /** Whether values of that kind are ordered. */
    static boolean isOf(char kind) {
        return kind == Places.ENTITY || kind == Places.PAIR;
    }

    /** Adds to a batch that a count stands where its new value puts it, and nowhere else. */
    void move(Batch batch, char kind, WindowKey key, Change change) {
        byte[] value = change.value;
        byte[] stored = change.stored;
        Map<Character, byte[]> now = value == null ? Map.of() : places(kind, key, value);
        Map<Character, byte[]> before = stored == null ? Map.of() : places(kind, key, Forms.value(stored));
        before.forEach((order, place) -> {
            if (!Arrays.equals(place, now.get(order))) {
                batch.delete(place);
            }
        });
        now.forEach((order, place) -> {
            if (!Arrays.equals(place, before.get(order))) {
                batch.put(place, key.id().getBytes(UTF_8));
            }
        });
    }

    /** Adds to a batch that a stored count stands nowhere any more. */
    void remove(Batch batch, char kind, WindowKey key, byte[] stored) {
        if (isOf(kind)) {
            places(kind, key, Forms.value(stored)).values().forEach(batch::delete);
        }
    }

    private Map<Character, byte[]> places(char kind, WindowKey key, byte[] value) {
        return kind == Places.ENTITY
                ? places(key, forms.value(Topics.ENTITY_COUNTS, value))
                : places(key, forms.value(Topics.ENTITY_PAIRS, value));
    }

    private static Map<Character, byte[]> places(WindowKey key, EntityCount count) {
        Map<Character, byte[]> places = new HashMap<>();
        if (count.getDemonymCount() == 0) {
            put(places, key, count, List.of(MENTIONS, UNIQUE_MENTIONS));
        } else {
            put(places, key, count, List.of(WITH_DEMONYMS, UNIQUE_WITH_DEMONYMS));
            put(places, key, WithoutDemonyms.of(count), List.of(WITHOUT_DEMONYMS, UNIQUE_WITHOUT_DEMONYMS));
        }
        return places;
    }

    /** Puts a count into its place by the first order, and by the second without near-duplicates. */
    private static void put(Map<Character, byte[]> places, WindowKey key, EntityCount count, List<Character> orders) {
        String type = count.getEntityType();
        if (count.getArticles() > 0) {
            byte[] place = Places.ranked(orders.get(0), key, type)
                    .greatest(count.getCount())
                    .greatest(count.getArticles())
                    .last(key.id())
                    .bytes();
            places.put(orders.get(0), place);
        }
        if (count.getArticles() > 0 && count.getUniqueArticles() > 0) {
            byte[] place = Places.ranked(orders.get(1), key, type)
                    .greatest(count.getUniqueCount())
                    .greatest(count.getUniqueArticles())
                    .last(key.id())
                    .bytes();
            places.put(orders.get(1), place);
        }
    }

    private static Map<Character, byte[]> places(WindowKey key, EntityPairCount pair) {
        if (pair.getArticles() <= 0) {
            return Map.of();
        }
        // The sign between the ids is less than any that an id holds: equal pairs stand by their ids.
        byte[] place = Places.ranked(TOGETHER, key, "")
                .greatest(pair.getArticles())
                .greatest(pair.getUniqueArticles())
                .last(pair.getEntityId() + '\0' + pair.getOtherEntityId())
                .bytes();
        return Map.of(TOGETHER, place);
    }

    /** The keys of the entities that are wanted, in their order. */
    List<WindowKey> entities(WindowKey window, EntityRanking wanted) {
        int most = (int) Math.min(Integer.MAX_VALUE, (long) wanted.offset() + wanted.limit());
        List<Rank> ranks = new ArrayList<>();
        for (char by : orders(wanted)) {
            for (String type : wanted.type().map(List::of).orElseGet(() -> types(by, window))) {
                ranks.addAll(first(Places.ranked(by, window, type).bytes(), most));
            }
        }
        return ranks.stream()
                .sorted(FIRST)
                .skip(wanted.offset())
                .limit(wanted.limit())
                .map(rank -> rank.key(window))
                .toList();
    }

    /** Where those who have no demonyms stand, and where those who have. */
    private static List<Character> orders(EntityRanking wanted) {
        return wanted.unique()
                ? List.of(UNIQUE_MENTIONS, wanted.demonyms() ? UNIQUE_WITH_DEMONYMS : UNIQUE_WITHOUT_DEMONYMS)
                : List.of(MENTIONS, wanted.demonyms() ? WITH_DEMONYMS : WITHOUT_DEMONYMS);
    }

    /** The keys of those who are named together most often, in their order. */
    List<WindowKey> pairs(WindowKey window, int limit) {
        return first(Places.ranked(TOGETHER, window, "").bytes(), limit).stream()
                .map(rank -> rank.key(window))
                .toList();
    }

    private List<Rank> first(byte[] all, int limit) {
        List<Rank> ranks = new ArrayList<>();
        disk.scan(all, (place, id) -> {
            ranks.add(new Rank(Arrays.copyOfRange(place, all.length, place.length), new String(id, UTF_8)));
            return ranks.size() < limit;
        });
        return ranks;
    }

    /** The types that a window has, each found by one look behind the one before. */
    private List<String> types(char by, WindowKey window) {
        List<String> types = new ArrayList<>();
        byte[] all = Places.ranked(by, window).bytes();
        Optional<String> found = typeFrom(all, all);
        while (found.isPresent()) {
            types.add(found.get());
            found = typeFrom(
                    all, Disk.above(Places.ranked(by, window, found.get()).bytes()));
        }
        return types;
    }

    private Optional<String> typeFrom(byte[] all, byte[] from) {
        List<String> found = new ArrayList<>();
        disk.scan(all, from, (place, id) -> {
            found.add(Places.typeOfRanked(place));
            return false;
        });
        return found.stream().findFirst();
    }

    /**
     * One of a ranking.
     *
     * @param order sorts as the ranking does, as unsigned bytes
     * @param id what is counted
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by FIRST only
    private record Rank(byte[] order, String id) {
        WindowKey key(WindowKey window) {
            return new WindowKey(window.start(), window.size(), id);
        }
    }
}
