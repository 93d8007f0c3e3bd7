package khabar.language.entity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;
import org.jspecify.annotations.Nullable;

/**
 * All known entities in a few arrays: a million of them as objects would take more room than all their
 * names compiled. An entity becomes an object when it is asked for. Immutable once everything is added,
 * and safe for many threads.
 */
final class EntityStore {
    private static final int NONE = -1;
    private static final EntityType[] TYPES = EntityType.values();
    /** Entities that were asked for last, one a slot. They are immutable, so that threads may lose each other's. */
    private static final int KEPT = 1 << 12;

    /** Id and names of each entity as strings with their lengths before them, one after the other. */
    private byte[] bytes;

    private int used;
    private int[] starts;
    private byte[] types;
    private int size;
    /** Entities by the hashes of their ids. */
    private int[] slots;

    private final @Nullable Kept[] kept = new Kept[KEPT];
    /** The first ones, which most are that are asked for, each in a place of its own. */
    private final @Nullable Entity[] first = new Entity[KEPT];

    private record Kept(int index, Entity entity) {}

    /** A store without entities. */
    EntityStore() {
        bytes = new byte[1 << 16];
        starts = new int[1 << 10];
        types = new byte[1 << 10];
        slots = new int[0];
    }

    /** Reads what {@link #write} has written. */
    EntityStore(ArrayReader in) {
        bytes = in.bytes();
        used = bytes.length;
        starts = in.ints();
        types = in.bytes();
        size = types.length;
        slots = in.ints();
    }

    /** Writes a store that is sealed. */
    void write(ArrayWriter out) {
        out.bytes(bytes).ints(starts).bytes(types).ints(slots);
    }

    void add(Entity entity) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            types = Arrays.copyOf(types, size * 2);
        }
        starts[size] = used;
        types[size] = (byte) entity.type().ordinal();
        size++;
        put(entity.id());
        reserve(1);
        bytes[used++] = (byte) entity.names().size();
        // In the order of the languages: that of the map is another one in each JVM.
        for (Map.Entry<String, String> name : new TreeMap<>(entity.names()).entrySet()) {
            put(name.getKey());
            put(name.getValue());
        }
    }

    private void put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > 0xffff) {
            throw new IllegalArgumentException(
                    "name.length: " + encoded.length + " bytes (expected: at most " + 0xffff + ")");
        }
        reserve(2 + encoded.length);
        bytes[used++] = (byte) (encoded.length >> Byte.SIZE);
        bytes[used++] = (byte) encoded.length;
        System.arraycopy(encoded, 0, bytes, used, encoded.length);
        used += encoded.length;
    }

    private void reserve(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length + (bytes.length >> 1)));
        }
    }

    /** Gives back what is not used, and makes entities known by their ids. */
    EntityStore seal() {
        bytes = Arrays.copyOf(bytes, used);
        starts = Arrays.copyOf(starts, size);
        types = Arrays.copyOf(types, size);
        slots = new int[Math.max(2, Integer.highestOneBit(size) * 4)];
        Arrays.fill(slots, NONE);
        for (int index = 0; index < size; index++) {
            slots[slot(string(starts[index]))] = index;
        }
        return this;
    }

    int size() {
        return size;
    }

    EntityType type(int index) {
        return TYPES[types[index]];
    }

    Entity get(int index) {
        return index < KEPT ? first(index) : last(index);
    }

    private Entity first(int index) {
        Entity known = first[index];
        if (known != null) {
            return known;
        }
        Entity entity = read(index);
        first[index] = entity;
        return entity;
    }

    private Entity last(int index) {
        Kept last = kept[index & KEPT - 1];
        if (last != null && last.index == index) {
            return last.entity;
        }
        Entity entity = read(index);
        kept[index & KEPT - 1] = new Kept(index, entity);
        return entity;
    }

    /** The entity with the given id, or null. */
    @Nullable
    Entity find(String id) {
        int index = slots[slot(id)];
        return index == NONE ? null : get(index);
    }

    private int slot(String id) {
        int slot = id.hashCode() * 0x9E3779B9 >>> 7 & slots.length - 1;
        while (slots[slot] != NONE && !string(starts[slots[slot]]).equals(id)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private Entity read(int index) {
        int at = starts[index];
        String id = string(at);
        at = end(at);
        int count = bytes[at++] & 0xff;
        Map<String, String> names = new LinkedHashMap<>();
        for (; count > 0; count--) {
            String language = string(at);
            at = end(at);
            names.put(language, string(at));
            at = end(at);
        }
        return new Entity(id, type(index), Map.copyOf(names));
    }

    private String string(int at) {
        return new String(bytes, at + 2, length(at), StandardCharsets.UTF_8);
    }

    private int end(int at) {
        return at + 2 + length(at);
    }

    private int length(int at) {
        return (bytes[at] & 0xff) << Byte.SIZE | bytes[at + 1] & 0xff;
    }
}
