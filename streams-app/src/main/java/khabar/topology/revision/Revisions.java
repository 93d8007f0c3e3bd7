package khabar.topology.revision;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.state.EntityShare;
import khabar.schemas.state.Revision;
import khabar.schemas.state.SubjectShare;
import khabar.topics.SingleObjectFormat;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The store of winning revisions by uri: one stage reads it to see who wins, another writes who stands. */
public final class Revisions {
    public static final String STORE = "revisions";

    private static final Rank FINAL = new Rank(false, 0, Instant.EPOCH, ByteBuffer.allocate(0));

    private Revisions() {}

    /** The enriched article as it is remembered; the rank is null where it is not. */
    public static Revision of(EnrichedArticle article, @Nullable Rank remembered) {
        Rank rank = remembered == null ? FINAL : remembered;
        List<EntityShare> entities = article.getEntities().stream()
                .map(entity -> new EntityShare(
                        entity.getEntityId(), entity.getType(), entity.getMentions(), entity.getDemonymMentions()))
                .toList();
        List<SubjectShare> subjects = article.getSubjects().stream()
                .map(subject -> new SubjectShare(
                        subject.getCode(), subject.getEvidence().size()))
                .toList();
        String source = article.getSource();
        return new Revision(
                rank.canceled(),
                rank.version(),
                rank.versionCreated(),
                rank.contentHash(),
                article.getPublishedAt(),
                entities,
                subjects,
                article.getRuleSetVersion(),
                source == null ? "" : source,
                article.getDuplicateOf());
    }

    /**
     * Forgets what was published before the given time. Reads the whole store: nothing for every article.
     *
     * @param revisions the store
     * @param time from when on nothing asks for those that are older, in event time
     */
    public static void forgetBefore(KeyValueStore<String, Revision> revisions, Instant time) {
        try (KeyValueIterator<String, Revision> all = revisions.all()) {
            while (all.hasNext()) {
                KeyValue<String, Revision> stored = all.next();
                if (stored.value.getPublishedAt().isBefore(time)) {
                    revisions.delete(stored.key);
                }
            }
        }
    }

    /** The store, for one topology: all of its stages take the same builder. */
    public static StoreBuilder<KeyValueStore<String, Revision>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE),
                Serdes.String(),
                SingleObjectFormat.compiledIn().serdeOf(Revision.class));
    }
}
