package khabar.language.entity;

import java.util.Arrays;

/** The entities that an article names, and where it last gave an entity its full name. */
final class NamedEntities {
    private static final int NONE = -1;

    /** By the hash of the entity. */
    private final int[] slots;

    private final boolean[] named;
    private final int[] lastAt;
    private int[] all = new int[8];
    private int size;

    /** Room for so many entities at most. */
    NamedEntities(int most) {
        slots = new int[Integer.highestOneBit(most + 1) * 2];
        Arrays.fill(slots, NONE);
        named = new boolean[slots.length];
        lastAt = new int[slots.length];
    }

    /** Notes that the article names the entity. */
    void add(int entity) {
        int slot = slot(entity);
        slots[slot] = entity;
        if (!named[slot]) {
            named[slot] = true;
            all = size == all.length ? Arrays.copyOf(all, size * 2) : all;
            all[size++] = entity;
        }
    }

    /** Whether the article names the entity. */
    boolean contains(int entity) {
        return named[slot(entity)];
    }

    /** Those that are named, in the order of their naming. */
    int[] all() {
        return Arrays.copyOf(all, size);
    }

    /** Notes a place, which is not 0, where the article gives an entity its full name. */
    void place(int entity, int at) {
        int slot = slot(entity);
        slots[slot] = entity;
        lastAt[slot] = at;
    }

    /** The place that was noted last, or 0. */
    int lastAt(int entity) {
        return lastAt[slot(entity)];
    }

    private int slot(int entity) {
        int slot = entity * 0x9E3779B9 >>> 7 & slots.length - 1;
        while (slots[slot] != NONE && slots[slot] != entity) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
