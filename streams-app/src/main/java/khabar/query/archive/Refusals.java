package khabar.query.archive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import khabar.query.disk.Disk;
import khabar.query.values.DeadLetter;
import khabar.schemas.Alert;
import khabar.schemas.RejectedArticle;
import khabar.topics.Topics;

/** Questions about what was refused, what failed, and what somebody wanted to be told of. Newest first. */
public final class Refusals {
    private final Disk disk;
    private final Forms forms;

    Refusals(Disk disk, Forms forms) {
        this.disk = disk;
        this.forms = forms;
    }

    /** How many articles were refused, by reason. */
    public Map<String, Long> rejectedByReason() {
        return counts(Posting.REASON);
    }

    /** The newest refused ones. */
    public List<RejectedArticle> rejected(Optional<String> reason, int limit) {
        Posting posting =
                reason.map(code -> new Posting(Posting.REASON, code)).orElse(new Posting(Posting.ANY_REJECTED, ""));
        return newest(posting, Places.REJECTED, limit, stored -> forms.read(Topics.REJECTED, stored));
    }

    /** How many records failed, by the simple name of what was thrown. */
    public Map<String, Long> deadLettersByException() {
        return counts(Posting.EXCEPTION);
    }

    /** The newest dead letters. */
    public List<DeadLetter> deadLetters(Optional<String> exception, int limit) {
        Posting posting = exception
                .map(name -> new Posting(Posting.EXCEPTION, name))
                .orElse(new Posting(Posting.ANY_DEAD_LETTER, ""));
        return newest(posting, Places.DEAD_LETTER, limit, stored -> DeadLetter.read(stored, Long.BYTES));
    }

    /** The newest alerts, of all rules or of one. */
    public List<Alert> alerts(Optional<String> rule, int limit) {
        Posting posting = rule.map(id -> new Posting(Posting.RULE, id)).orElse(new Posting(Posting.ANY_ALERT, ""));
        return newest(posting, Places.ALERT, limit, stored -> forms.read(Topics.ALERTS, stored));
    }

    private <V> List<V> newest(Posting posting, char kind, int limit, Function<byte[], V> form) {
        List<byte[]> places = new ArrayList<>();
        disk.scan(Places.postings(posting), (place, nothing) -> {
            places.add(Places.document(kind, Places.keyOfPosting(place, posting)));
            return places.size() < limit;
        });
        return disk.get(places).stream()
                .filter(stored -> stored != null)
                .map(form)
                .toList();
    }

    private Map<String, Long> counts(char kind) {
        Map<String, Long> counts = new TreeMap<>();
        disk.scan(Places.counters(kind), (place, count) -> {
            counts.put(
                    Places.termOfCounter(place),
                    ByteBuffer.wrap(Arrays.copyOf(count, Long.BYTES)).getLong());
            return true;
        });
        return counts;
    }
}
