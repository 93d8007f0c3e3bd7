package khabar.topology.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.state.Contribution;
import khabar.schemas.state.EntityShare;
import khabar.schemas.state.Revision;
import khabar.schemas.state.SubjectShare;
import khabar.topology.revision.SignedContribution.Counts;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What changes when one revision stands in place of another: the shares of the old one with a minus
 * sign, those of the new one with a plus sign. Where both fall on the same event time they are summed,
 * and what did not change is left out.
 */
final class Difference {
    private final List<KeyValue<String, SignedContribution>> changes = new ArrayList<>();

    private Difference() {}

    /** The changes by id: of the entities first, then of the subjects, each in the order of the article. */
    static List<KeyValue<String, SignedContribution>> between(@Nullable Revision standing, Revision winner) {
        Difference difference = new Difference();
        boolean sameTime = standing != null && standing.getPublishedAt().equals(winner.getPublishedAt());
        if (standing != null && !sameTime) {
            difference.add(standing, null);
        }
        difference.add(sameTime ? standing : null, winner);
        return difference.changes;
    }

    /** Adds the new shares and takes the old ones back, all at the time of whichever is there. */
    private void add(@Nullable Revision old, @Nullable Revision fresh) {
        Revision timed = fresh != null ? fresh : old;
        if (timed == null) {
            return;
        }
        Instant time = timed.getPublishedAt();
        addAll(Counts.ENTITIES, time, entityShares(old), entityShares(fresh));
        addAll(Counts.SUBJECTS, time, subjectShares(old), subjectShares(fresh));
    }

    private void addAll(Counts counts, Instant time, List<Share> old, List<Share> fresh) {
        Map<String, Share> taken = new HashMap<>();
        old.forEach(share -> taken.put(share.id(), share));
        for (Share share : fresh) {
            Share before = taken.remove(share.id());
            int count = share.count() - (before == null ? 0 : before.count());
            add(counts, share, new Contribution(null, time, count, before == null ? 1 : 0, share.type()));
        }
        for (Share share : old) {
            if (taken.containsKey(share.id())) {
                add(counts, share, new Contribution(null, time, -share.count(), -1, share.type()));
            }
        }
    }

    private void add(Counts counts, Share share, Contribution contribution) {
        if (contribution.getCount() != 0 || contribution.getArticles() != 0) {
            changes.add(KeyValue.pair(share.id(), new SignedContribution(counts, contribution)));
        }
    }

    private static List<Share> entityShares(@Nullable Revision revision) {
        return revision == null
                ? List.of()
                : revision.getEntities().stream().map(Share::of).toList();
    }

    private static List<Share> subjectShares(@Nullable Revision revision) {
        return revision == null
                ? List.of()
                : revision.getSubjects().stream().map(Share::of).toList();
    }

    private record Share(String id, String type, int count) {
        static Share of(EntityShare share) {
            return new Share(share.getEntityId(), share.getType(), share.getMentions());
        }

        static Share of(SubjectShare share) {
            return new Share(share.getCode(), "", share.getEvidence());
        }
    }
}
