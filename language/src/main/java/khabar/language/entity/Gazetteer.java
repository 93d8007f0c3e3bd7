package khabar.language.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.language.compiled.ArrayReader;
import khabar.language.compiled.ArrayWriter;
import khabar.language.match.Spellings;
import khabar.language.match.TokenTrie;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The known entities and all their names, compiled for matching. Immutable and safe for many threads. */
public final class Gazetteer {
    /** The name counts only in an article that names the entity in another way, too. */
    static final int BESIDE = 1;
    /** The name counts only near a context word of its entity. */
    static final int NEAR_CONTEXT = 1 << 1;
    /** Nothing within this name is a mention. */
    static final int OPAQUE = 1 << 2;
    /** The phrase names nothing. */
    static final int MASK = 1 << 3;
    /** The first letter must be a capital in the text. */
    static final int CAPITAL = 1 << 4;
    /** All letters must be capitals in the text. */
    static final int ALL_CAPITALS = 1 << 5;
    /** The name is of the people and things of a place, not of the place itself. */
    static final int DEMONYM = 1 << 6;
    /** What bears the name is a person. */
    static final int OF_PERSON = 1 << 7;
    /** What bears the name is a place. */
    static final int OF_PLACE = 1 << 8;

    /** Bits of all uses; above them stands the number of letters of a title. */
    private static final int USE_BITS = 9;

    /** Beside the number of a name in the values of the trie, so that short names come after the others. */
    private static final int SHORT = 1 << 30;

    private static final int NAME_FIELDS = 2;
    private static final int[] NO_CONTEXT = new int[0];

    private final boolean countsDemonyms;
    private final TokenTrie trie;
    private final EntityStore entities;
    private final int[][] contexts;
    private final Bearers bearers;
    private final int contextMark;
    /** Of each name, in one integer each: its entity, then its uses with the letters of its title above them. */
    private final int[] names;

    private Gazetteer(Builder builder, boolean countsDemonyms) {
        this.countsDemonyms = countsDemonyms;
        trie = builder.trie.build();
        entities = builder.entities.seal();
        contexts = builder.contexts.toArray(int[][]::new);
        bearers = builder.bearers.build(builder.forms.vocabulary());
        contextMark = builder.markContext();
        names = Arrays.copyOf(builder.names, builder.nameCount * NAME_FIELDS);
    }

    private Gazetteer(ArrayReader in, Vocabulary words, boolean countsDemonyms) {
        this.countsDemonyms = countsDemonyms;
        trie = TokenTrie.read(in, words);
        entities = new EntityStore(in);
        contexts = parts(in.ints(), in.ints());
        bearers = new Bearers(in);
        contextMark = in.number();
        names = in.ints();
    }

    /** Reads what {@link #write} has written, for the vocabulary that was written beside it. */
    public static Gazetteer read(ArrayReader in, Vocabulary words, boolean countsDemonyms) {
        return new Gazetteer(in, words, countsDemonyms);
    }

    /** Writes everything but the words. */
    public void write(ArrayWriter out) {
        trie.write(out);
        entities.write(out);
        out.ints(Arrays.stream(contexts).mapToInt(context -> context.length).toArray());
        out.ints(Arrays.stream(contexts).flatMapToInt(Arrays::stream).toArray());
        bearers.write(out);
        out.number(contextMark).ints(names);
    }

    /** Cuts an array into parts of the given lengths. */
    private static int[][] parts(int[] lengths, int[] all) {
        int[][] parts = new int[lengths.length][];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            parts[i] = lengths[i] == 0 ? NO_CONTEXT : Arrays.copyOfRange(all, at, at + lengths[i]);
            at += lengths[i];
        }
        return parts;
    }

    TokenTrie trie() {
        return trie;
    }

    /** The index of the entity that the given name belongs to; -1 for a mask. */
    int entityOf(int name) {
        return names[name * NAME_FIELDS];
    }

    /** The uses of the name, and what {@link #titleLetters} reads. */
    int usesOf(int name) {
        return names[name * NAME_FIELDS + 1];
    }

    /** The type of an entity, by its index. */
    EntityType type(int entity) {
        return entities.type(entity);
    }

    /** Whether mentions by demonyms count. */
    boolean countsDemonyms() {
        return countsDemonyms;
    }

    /** Whether a name with the given uses has no title, and is the same in capitals. */
    static boolean isSimple(int uses) {
        return (uses & (ALL_CAPITALS | CAPITAL)) == 0 && titleLetters(uses) == 0;
    }

    /** The number of letters at the start of a name with the given uses that are a title and no part of the mention. */
    static int titleLetters(int uses) {
        return uses >> USE_BITS;
    }

    Entity entity(int index) {
        return entities.get(index);
    }

    /** The entity with the given id, or null. */
    @Nullable
    Entity find(String id) {
        return entities.find(id);
    }

    /** The number of the name that a value of the trie stands for. */
    static int name(int value) {
        return value & ~SHORT;
    }

    /** Whether a value of the trie stands for a name that is used {@link #BESIDE} another; the last ones of a node do. */
    static boolean isShort(int value) {
        return (value & SHORT) != 0;
    }

    /** Whether the capitals of a name with the given uses are those of the original in the given range of the match key. */
    static boolean capitalsFit(int uses, Tokens tokens, int start, int end) {
        if ((uses & ALL_CAPITALS) != 0) {
            for (int i = start; i < end; i++) {
                if (Character.isLowerCase(tokens.originalAt(i))) {
                    return false;
                }
            }
            return true;
        }
        return (uses & CAPITAL) == 0 || Character.isUpperCase(tokens.originalAt(start));
    }

    /** The words, as numbers of the trie in ascending order, that speak for the given entity. */
    int[] contextOf(int entity) {
        return contexts[entity];
    }

    /** The mark of the words that speak for any entity. */
    int contextMark() {
        return contextMark;
    }

    /** The words for what bears names. */
    Bearers bearers() {
        return bearers;
    }

    int size() {
        return entities.size();
    }

    /** What {@link #usesOf} a name will be, but for the type of its entity, and the ways to write it. */
    record Name(int uses, Set<List<String>> forms) {}

    /** Collects entities and names. */
    static final class Builder {
        private final Spellings forms;
        private final TokenTrie.Builder trie;
        private final EntityStore entities = new EntityStore();
        private final List<int[]> contexts = new ArrayList<>();
        private final Bearers.Builder bearers = new Bearers.Builder();
        /** Many entities share context words. */
        private final Map<String, int[]> numbersOf = new HashMap<>();

        private int[] names = new int[1 << 13];
        private int nameCount;

        Builder(Spellings forms) {
            this.forms = forms;
            this.trie = new TokenTrie.Builder(forms.vocabulary(), TokenTrie.Loss.CLITIC);
        }

        /** Adds an entity; names that are added next are its names. */
        void addEntity(Entity entity, List<String> context) {
            entities.add(entity);
            contexts.add(context.isEmpty() ? NO_CONTEXT : numbers(context));
        }

        private int[] numbers(List<String> context) {
            return context.stream()
                    .map(word -> numbersOf.computeIfAbsent(word, this::numbers))
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .toArray();
        }

        /** The numbers of a word: one for each way to write it. */
        private int[] numbers(String word) {
            return forms.of(word).stream()
                    .filter(form -> form.size() == 1)
                    .mapToInt(form -> trie.word(form.get(0)))
                    .toArray();
        }

        private int markContext() {
            return forms.vocabulary()
                    .mark(numbersOf.values().stream()
                            .flatMapToInt(Arrays::stream)
                            .boxed()
                            .toList());
        }

        /** A name, ready to be added. Many threads may make names while none adds anything. */
        Name name(String name, int use) {
            return new Name(use | capitals(name), forms.of(name.strip()));
        }

        /** A name that counts where the title stands before it. */
        Name titledName(String title, String name) {
            return new Name(capitals(title) | letters(title) << USE_BITS, forms.of((title + ' ' + name).strip()));
        }

        /** Adds a name of the entity that was added last. */
        void add(Name name) {
            add(name, entities.size() - 1);
        }

        void addMask(String phrase) {
            add(new Name(MASK, forms.of(phrase)), -1);
        }

        /** Adds a word for what bears names, with the signs that were written before it. */
        void addBearer(String written, Bearers.Role role) {
            String word = GazetteerReader.withoutSigns(written);
            int[] numbers = numbers(List.of(word));
            if (numbers.length == 0) {
                throw new IllegalArgumentException("bearer: " + word + " (expected: single words)");
            }
            for (int number : numbers) {
                bearers.add(number, role, written);
            }
        }

        private void add(Name name, int entity) {
            int at = nameCount * NAME_FIELDS;
            if (at == names.length) {
                names = Arrays.copyOf(names, at * 2);
            }
            names[at] = entity;
            names[at + 1] = name.uses | typeOf(entity);
            for (List<String> form : name.forms) {
                trie.add(form, (name.uses & BESIDE) == 0 ? nameCount : nameCount | SHORT);
            }
            nameCount++;
        }

        private int typeOf(int entity) {
            EntityType type = entity < 0 ? EntityType.EVENT : entities.type(entity);
            return type == EntityType.PERSON ? OF_PERSON : type == EntityType.PLACE ? OF_PLACE : 0;
        }

        private int letters(String title) {
            return title.isEmpty()
                    ? 0
                    : forms.of(title).stream()
                            .mapToInt(form ->
                                    form.stream().mapToInt(String::length).sum())
                            .max()
                            .orElse(0);
        }

        private static int capitals(String name) {
            if (name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
                return 0;
            }
            boolean all = name.chars().noneMatch(Character::isLowerCase);
            return all ? ALL_CAPITALS : Character.isUpperCase(name.charAt(0)) ? CAPITAL : 0;
        }

        Gazetteer build(boolean countsDemonyms) {
            return new Gazetteer(this, countsDemonyms);
        }
    }
}
