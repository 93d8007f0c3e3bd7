package khabar.it.load;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes when each article was heard. The id of an event says how far every partition has come: the
 * partition of news.enriched that has moved since the id before holds the article.
 */
final class Witness {
    private static final Pattern ID = Pattern.compile("id: (\\S+)\n");
    private static final Pattern ENRICHED = Pattern.compile("(?<![^-])e([0-9a-z]+)\\.([0-9a-z]+)");
    private static final int RADIX = 36;
    private static final int LONGEST_ID = 20_000;

    private final StringBuilder unread = new StringBuilder();
    private final Map<String, Long> next = new HashMap<>();
    private final Map<String, Long> heard = new HashMap<>();
    private boolean opened;

    /** Takes in what has come, whole events or not. */
    void hear(String text, long atMillis) {
        unread.append(text);
        Matcher id = ID.matcher(unread);
        int end = 0;
        while (id.find()) {
            note(id.group(1), atMillis);
            end = id.end();
        }
        unread.delete(0, Math.max(end, unread.length() - LONGEST_ID));
    }

    private void note(String id, long atMillis) {
        Matcher partition = ENRICHED.matcher(id);
        while (partition.find()) {
            long offset = Long.parseLong(partition.group(2), RADIX);
            String number = Integer.toString(Integer.parseInt(partition.group(1), RADIX));
            Long before = next.put(number, offset);
            if (opened && (before == null || before < offset)) {
                heard.put(number + "@" + (offset - 1), atMillis);
            }
        }
        opened = true;
    }

    /** Milliseconds since 1970 by the place of the article in its topic, as partition@offset. */
    Map<String, Long> heard() {
        return heard;
    }
}
