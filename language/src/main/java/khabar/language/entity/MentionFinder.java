package khabar.language.entity;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import khabar.language.english.EnglishNames;
import khabar.language.match.Tokens;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.NormalizedText;
import khabar.language.recognize.Recognizer;
import khabar.language.recognize.WorkTitles;
import org.jspecify.annotations.Nullable;

/** Finds the mentions of an article. Immutable and safe for many threads. */
public final class MentionFinder {
    private final Vocabulary words;
    private final Gazetteer gazetteer;
    private final @Nullable Recognizer recognizer;
    private final @Nullable EnglishNames english;
    /** Those that no thread uses now: there are never more than threads were at work at once. */
    private final Queue<Workers> workers = new ConcurrentLinkedQueue<>();

    /**
     * A finder of known entities, and of unknown names.
     *
     * @param gazetteer the known entities, whose words are those of the vocabulary
     * @param recognizer finds names that no file has; null for none
     * @param english finds them in English articles; null for none
     */
    public MentionFinder(
            Gazetteer gazetteer, Vocabulary words, @Nullable Recognizer recognizer, @Nullable EnglishNames english) {
        this.words = words;
        this.recognizer = recognizer;
        this.english = english;
        this.gazetteer = gazetteer;
    }

    /** All mentions in the given texts of one article, in the order of the text. */
    public List<Mention> mentionsIn(List<NormalizedText> texts) {
        return mentionsAmong(Tokens.of(texts, words));
    }

    /** All mentions among the given words of one article, in the order of the text. */
    public List<Mention> mentionsAmong(List<Tokens> texts) {
        Workers free = workers.poll();
        Workers mine = free == null ? new Workers(gazetteer, recognizer, english) : free;
        List<Mention> mentions = mine.mentionsAmong(texts);
        if (mine.clear()) {
            workers.offer(mine);
        }
        return mentions;
    }

    /** Those that find the mentions of one article after the other. */
    private static final class Workers {
        private final Resolver resolver;
        private final @Nullable UnknownMentions unknown;
        private final @Nullable BodyMentions bodies;
        private final @Nullable WorkTitles titles;

        Workers(Gazetteer gazetteer, @Nullable Recognizer recognizer, @Nullable EnglishNames english) {
            bodies = recognizer == null ? null : new BodyMentions(recognizer.placedBodies());
            titles = recognizer == null ? null : recognizer.titles();
            resolver = new Resolver(gazetteer);
            unknown = recognizer == null || english == null
                    ? null
                    : new UnknownMentions(recognizer, english, gazetteer.bearers());
        }

        List<Mention> mentionsAmong(List<Tokens> texts) {
            List<Mention> known = resolver.resolve(texts);
            List<Mention> named = unknown == null ? known : unknown.with(known, resolver);
            List<Mention> all = bodies == null ? named : bodies.with(named, resolver);
            return titles == null || all.isEmpty() ? all : NameParts.outside(titles.in(texts), all);
        }

        /** Forgets the article; answers whether the room that is kept for the next one is not too much. */
        boolean clear() {
            return resolver.clear() & (unknown == null || unknown.clear());
        }
    }

    /** What the gazetteer knows of an entity; empty for an id that it does not know. */
    public Optional<Entity> entity(String id) {
        return Optional.ofNullable(gazetteer.find(id));
    }

    /** The number of known entities. */
    public int size() {
        return gazetteer.size();
    }
}
