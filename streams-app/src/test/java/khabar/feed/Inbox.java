package khabar.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import khabar.feed.replay.Outgoing;
import khabar.feed.replay.Outlet;
import khabar.feed.replay.Position;
import khabar.schemas.Article;
import khabar.schemas.RejectedArticle;
import org.jspecify.annotations.Nullable;

/** Keeps what is committed, as a broker would, and can break at any moment. */
final class Inbox implements Outlet {
    private final List<Outgoing> committed = new ArrayList<>();
    private final List<Outgoing> open = new ArrayList<>();
    private @Nullable Position position;
    private IntConsumer onSend = count -> {};
    private int commits;
    private int sent;
    private int breaksAt = Integer.MAX_VALUE;

    /** The connection to the broker is gone. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void breakAfter(int records) {
        breaksAt = sent + records;
    }

    void onSend(IntConsumer listener) {
        onSend = listener;
    }

    @Override
    public Optional<Position> committed() {
        return Optional.ofNullable(position);
    }

    @Override
    public void send(Outgoing outgoing) {
        if (++sent > breaksAt) {
            throw new Broken();
        }
        open.add(outgoing);
        onSend.accept(sent);
    }

    @Override
    public void commit(Position reached) {
        committed.addAll(open);
        open.clear();
        position = reached;
        commits++;
    }

    @Override
    public void close() {
        open.clear();
    }

    List<Outgoing> records() {
        return List.copyOf(committed);
    }

    List<Article> articles() {
        return committed.stream()
                .map(Outgoing::value)
                .filter(Article.class::isInstance)
                .map(Article.class::cast)
                .toList();
    }

    List<RejectedArticle> refusals() {
        return committed.stream()
                .map(Outgoing::value)
                .filter(RejectedArticle.class::isInstance)
                .map(RejectedArticle.class::cast)
                .toList();
    }

    Position last() {
        if (position == null) {
            throw new IllegalStateException("nothing was committed");
        }
        return position;
    }

    int commits() {
        return commits;
    }
}
