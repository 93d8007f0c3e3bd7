package khabar.topology.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.state.Contribution;
import khabar.schemas.state.EntityShare;
import khabar.schemas.state.Revision;
import khabar.schemas.state.SubjectShare;
import khabar.topology.revision.SignedContribution.Counts;
import org.jspecify.annotations.Nullable;

/**
 * What changes when one revision stands in place of another: the shares of the old one with a minus
 * sign, those of the new one with a plus sign. Where both have the same event time and source they are
 * summed, and what did not change is left out.
 */
final class Difference {
    private final List<SignedContribution> changes = new ArrayList<>();

    private Difference() {}

    /** The changes: of the entities first, then of the subjects, each in the order of the article. */
    static List<SignedContribution> between(@Nullable Revision standing, Revision winner) {
        Difference difference = new Difference();
        boolean summed = standing != null
                && standing.getPublishedAt().equals(winner.getPublishedAt())
                && standing.getSource().equals(winner.getSource());
        if (standing != null && !summed) {
            difference.add(standing, null);
        }
        difference.add(summed ? standing : null, winner);
        return difference.changes;
    }

    /** Adds the new shares and takes the old ones back, all at the time and source of whichever is there. */
    private void add(@Nullable Revision old, @Nullable Revision fresh) {
        Revision timed = fresh != null ? fresh : old;
        if (timed == null) {
            return;
        }
        addAll(Counts.ENTITIES, timed, entityShares(old), entityShares(fresh));
        addAll(Counts.SUBJECTS, timed, subjectShares(old), subjectShares(fresh));
    }

    private void addAll(Counts counts, Revision timed, List<Share> old, List<Share> fresh) {
        Map<String, Share> taken = new HashMap<>();
        old.forEach(share -> taken.put(share.id(), share));
        for (Share share : fresh) {
            Share before = taken.remove(share.id());
            add(counts, share.minus(before, timed));
        }
        for (Share share : old) {
            if (taken.containsKey(share.id())) {
                add(counts, Share.none(share).minus(share, timed));
            }
        }
    }

    private void add(Counts counts, Contribution contribution) {
        if (contribution.getCount() != 0
                || contribution.getArticles() != 0
                || contribution.getUniqueCount() != 0
                || contribution.getUniqueArticles() != 0
                || contribution.getDemonyms() != null) {
            changes.add(new SignedContribution(counts, contribution));
        }
    }

    private static List<Share> entityShares(@Nullable Revision revision) {
        return revision == null
                ? List.of()
                : revision.getEntities().stream()
                        .map(share -> Share.of(share, revision))
                        .toList();
    }

    private static List<Share> subjectShares(@Nullable Revision revision) {
        return revision == null
                ? List.of()
                : revision.getSubjects().stream()
                        .map(share -> Share.of(share, revision))
                        .toList();
    }

    private record Share(
            String id,
            String type,
            int count,
            int articles,
            int uniqueCount,
            int uniqueArticles,
            DemonymAmounts demonyms) {
        static Share of(EntityShare said, Revision revision) {
            boolean unique = revision.getDuplicateOf() == null;
            int count = said.getMentions();
            return new Share(
                    said.getEntityId(),
                    said.getType(),
                    count,
                    1,
                    unique ? count : 0,
                    unique ? 1 : 0,
                    DemonymAmounts.said(count, said.getDemonymMentions(), unique));
        }

        static Share of(SubjectShare said, Revision revision) {
            boolean unique = revision.getDuplicateOf() == null;
            int count = said.getEvidence();
            return new Share(said.getCode(), "", count, 1, unique ? count : 0, unique ? 1 : 0, DemonymAmounts.NONE);
        }

        /** Nothing of the same. */
        static Share none(Share said) {
            return new Share(said.id, said.type, 0, 0, 0, 0, DemonymAmounts.NONE);
        }

        Contribution minus(@Nullable Share other, Revision timed) {
            Share taken = other == null ? none(this) : other;
            return Contribution.newBuilder()
                    .setId(id)
                    .setPublishedAt(timed.getPublishedAt())
                    .setType(type)
                    .setCount(count - taken.count)
                    .setArticles(articles - taken.articles)
                    .setUniqueCount(uniqueCount - taken.uniqueCount)
                    .setUniqueArticles(uniqueArticles - taken.uniqueArticles)
                    .setSource(timed.getSource())
                    .setDemonyms(demonyms.minus(taken.demonyms).stored())
                    .build();
        }
    }
}
