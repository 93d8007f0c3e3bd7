package khabar.language.entity;

import java.util.Arrays;

/** The entities that an article names, and where it last gave an entity its full name. */
final class NamedEntities {
    /** Of each slot, by the hash of the entity: one more than the entity, or 0, and a place. */
    private static final int FIELDS = 2;

    private int[] slots = new int[FIELDS * 64];
    /** The slots of those that are named. */
    private int[] all = new int[16];

    private int size;

    /** Forgets all, and makes room for so many entities at most. */
    void clear(int most) {
        for (int i = 0; i < size; i++) {
            slots[all[i]] = 0;
            slots[all[i] + 1] = 0;
        }
        size = 0;
        if (most > slots.length / (2 * FIELDS)) {
            slots = new int[FIELDS * 4 * Integer.highestOneBit(most)];
        }
    }

    /** Notes that the article names the entity. */
    void add(int entity) {
        int slot = slot(entity);
        if (slots[slot] == 0) {
            slots[slot] = entity + 1;
            all = size == all.length ? Arrays.copyOf(all, size * 2) : all;
            all[size++] = slot;
        }
    }

    /** Whether the article names the entity. */
    boolean contains(int entity) {
        return slots[slot(entity)] != 0;
    }

    /** How many are named. */
    int size() {
        return size;
    }

    /** One of those that are named, in the order of their naming. */
    int get(int index) {
        return slots[all[index]] - 1;
    }

    /** Notes a place, which is not 0, where the article gives an entity its full name, if it names it at all. */
    void place(int entity, int at) {
        int slot = slot(entity);
        if (slots[slot] != 0) {
            slots[slot + 1] = at;
        }
    }

    /** The place that was noted last, or 0. */
    int lastAt(int entity) {
        int slot = slot(entity);
        return slots[slot] == 0 ? 0 : slots[slot + 1];
    }

    private int slot(int entity) {
        int mask = slots.length - 1;
        int slot = (entity * 0x9E3779B9 >>> 7) * FIELDS & mask;
        while (slots[slot] != 0 && slots[slot] != entity + 1) {
            slot = slot + FIELDS & mask;
        }
        return slot;
    }
}
