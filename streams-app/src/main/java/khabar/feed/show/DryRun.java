package khabar.feed.show;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import khabar.feed.replay.Outgoing;
import khabar.feed.replay.Outlet;
import khabar.feed.replay.Position;
import khabar.schemas.Article;
import khabar.schemas.CorpusPosition;
import khabar.schemas.RejectedArticle;
import org.jspecify.annotations.Nullable;

/** Sends nothing and says what would be sent: a table of the first records, or all as JSON Lines. */
public final class DryRun implements Outlet {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS = 20;
    private static final int WIDEST_HEADLINE = 60;

    private final PrintStream out;
    private final boolean json;
    private long articles;
    private long refusals;

    /** Writes there, as a table or as JSON Lines. */
    public DryRun(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public Optional<Position> committed() {
        return Optional.empty();
    }

    @Override
    public void send(Outgoing outgoing) {
        if (outgoing.value() instanceof Article article) {
            articles++;
            if (json) {
                out.println(line(article));
            } else if (articles <= ROWS) {
                // Numbers first, Persian last: terminals differ in how they lay out both directions in one line.
                out.printf(
                        Locale.ROOT,
                        "%-24s %7d  %s  %s%n",
                        article.getPublishedAt(),
                        length(article),
                        article.getUri(),
                        brief(article.getHeadline()));
            }
        } else if (outgoing.value() instanceof RejectedArticle rejected) {
            refusals++;
            if (json) {
                out.println(line(rejected));
            } else if (refusals <= ROWS) {
                out.println("rejected " + rejected.getReason() + "  " + place(rejected.getCorpusPosition()) + "  "
                        + rejected.getDetail());
            }
        }
    }

    @Override
    public boolean isHeard() {
        return !out.checkError();
    }

    @Override
    public void commit(Position position) {
        out.flush();
    }

    @Override
    public void close() {
        if (!json) {
            more(articles, "articles");
            more(refusals, "rejected");
        }
        out.flush();
    }

    private void more(long count, String what) {
        if (count > ROWS) {
            out.printf(Locale.ROOT, "and %,d more %s (--json shows all)%n", count - ROWS, what);
        }
    }

    private static ObjectNode line(Article article) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", "article").put("uri", article.getUri()).put("version", article.getVersion());
        node.put("publishedAt", article.getPublishedAt().toString());
        node.put("versionCreated", article.getVersionCreated().toString());
        node.put("pubStatus", article.getPubStatus().name());
        node.put("headline", article.getHeadline()).put("lead", article.getLead());
        node.put("bodyLength", article.getBody() == null ? 0 : article.getBody().length());
        node.put("language", article.getLanguage()).put("source", article.getSource());
        node.put("url", article.getUrl());
        article.getAttributes().forEach(node.putObject("attributes")::put);
        return node;
    }

    private static ObjectNode line(RejectedArticle rejected) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", "rejected").put("uri", rejected.getUri());
        node.put("reason", rejected.getReason().name()).put("detail", rejected.getDetail());
        CorpusPosition position = rejected.getCorpusPosition();
        if (position != null) {
            node.put("file", position.getFile()).put("entry", position.getEntry());
            node.put("line", position.getLine());
        }
        return node.put("originalBytes", rejected.getOriginalBytes());
    }

    private static String place(@Nullable CorpusPosition position) {
        if (position == null) {
            return "";
        }
        String entry = position.getEntry() == null ? "" : "!" + position.getEntry();
        String line = position.getLine() == null ? "" : ":" + position.getLine();
        return position.getFile() + entry + line;
    }

    private static int length(Article article) {
        return length(article.getHeadline()) + length(article.getLead()) + length(article.getBody());
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static String brief(@Nullable String headline) {
        String text = headline == null ? "" : headline.replaceAll("\\s+", " ");
        int end = text.offsetByCodePoints(0, Math.min(WIDEST_HEADLINE, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "\u2026" : text;
    }
}
