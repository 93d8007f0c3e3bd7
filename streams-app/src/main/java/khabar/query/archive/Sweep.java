package khabar.query.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.query.disk.Batch;
import khabar.query.disk.Disk;
import khabar.query.values.DeadLetter;
import khabar.schemas.Alert;
import khabar.schemas.EntityPairCount;
import khabar.schemas.RejectedArticle;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what the topics do not keep any more. It goes round and round through the archive, a few
 * entries each second in which something is written, so that the work is spread and nothing is held in
 * memory. Articles stay: their topic is compacted and never forgets.
 */
final class Sweep {
    private static final int ENTRIES_A_TURN = 2_000;
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);

    private final Disk disk;
    private final Forms forms;
    private final Rankings rankings;
    private final Duration retention;
    private final List<byte[]> spaces = List.of(
            Places.allValues(),
            Places.document(Places.REJECTED, ""),
            Places.document(Places.DEAD_LETTER, ""),
            Places.document(Places.ALERT, ""));
    private int space;
    private byte[] from = Places.allValues();
    private @Nullable Instant lastTurn;

    Sweep(Disk disk, Forms forms, Duration retention) {
        this.disk = disk;
        this.forms = forms;
        this.rankings = new Rankings(disk, forms);
        this.retention = retention;
    }

    /** Adds to a batch that what arrived too long before the given time goes, if it is its turn. */
    void add(Batch batch, Instant now) {
        // A clock that was set back is no reason to wait for it.
        if (lastTurn != null && Duration.between(lastTurn, now).abs().compareTo(BETWEEN_TURNS) < 0) {
            return;
        }
        lastTurn = now;
        int left = ENTRIES_A_TURN;
        for (int looked = 0; looked < spaces.size() && left > 0; looked++) {
            left = lookAt(left, batch, now.minus(retention));
        }
    }

    /** Looks at so many entries of a space at most; answers how many of them are left for the next. */
    private int lookAt(int most, Batch batch, Instant oldest) {
        Map<Posting, Long> gone = new HashMap<>();
        int[] left = {most};
        byte[][] next = {null};
        disk.scan(spaces.get(space), from, (place, stored) -> {
            if (left[0] == 0) {
                next[0] = place;
                return false;
            }
            left[0]--;
            // What the batch writes anew is young.
            if (Forms.arrivedAt(stored).isBefore(oldest) && !batch.changes(place)) {
                delete(batch, place, stored, gone);
            }
            return true;
        });
        gone.forEach((posting, count) -> ArchiveWriter.count(disk, batch, posting, -count));
        if (next[0] == null) {
            space = (space + 1) % spaces.size();
        }
        from = next[0] == null ? spaces.get(space) : next[0];
        return left[0];
    }

    private void delete(Batch batch, byte[] place, byte[] stored, Map<Posting, Long> gone) {
        batch.delete(place);
        if (place[0] == Places.allValues()[0]) {
            deleteWays(batch, place, stored);
            return;
        }
        String key = Places.keyOfDocument(place);
        switch ((char) place[1]) {
            case Places.REJECTED -> {
                RejectedArticle rejected = forms.read(Topics.REJECTED, stored);
                Posting.of(rejected)
                        .forEach(posting -> batch.delete(Places.posting(posting, rejected.getRejectedAt(), key)));
                gone.merge(Posting.counted(rejected), 1L, Long::sum);
            }
            case Places.DEAD_LETTER -> {
                DeadLetter letter = DeadLetter.read(stored, Long.BYTES);
                Posting.of(letter).forEach(posting -> batch.delete(Places.posting(posting, letter.failedAt(), key)));
                gone.merge(Posting.counted(letter), 1L, Long::sum);
            }
            default -> {
                Alert alert = forms.read(Topics.ALERTS, stored);
                Posting.of(alert).forEach(posting -> batch.delete(Places.posting(posting, alert.getFiredAt(), key)));
            }
        }
    }

    private void deleteWays(Batch batch, byte[] place, byte[] stored) {
        char kind = Places.kindOfValue(place);
        WindowKey key = Places.keyOfValue(place);
        rankings.remove(batch, kind, key, stored);
        if (kind == Places.PAIR) {
            EntityPairCount pair = forms.read(Topics.ENTITY_PAIRS, stored);
            batch.delete(Places.window(kind, pair.getEntityId(), key));
            batch.delete(Places.window(kind, pair.getOtherEntityId(), key));
        } else if (kind == Places.TOP) {
            batch.delete(Places.mark(key));
        } else {
            batch.delete(Places.window(kind, key.id(), key));
        }
    }
}
