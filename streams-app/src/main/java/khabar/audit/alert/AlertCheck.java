package khabar.audit.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import khabar.audit.Mismatch;
import khabar.schemas.Alert;
import khabar.schemas.AlertState;
import khabar.topics.Topics;
import khabar.topics.WindowKey;

/**
 * Finds alerts that stand and cannot: of an article that was taken back, of a threshold that is not
 * reached, of a trend that there is not. Which alerts should stand the feed does not say, for it does not
 * say which rules were in force when.
 */
public final class AlertCheck {
    private final Map<String, Alert> newest = new TreeMap<>();

    /** Takes in a record of news.alerts. */
    public void alert(String key, Alert alert) {
        newest.put(key, alert);
    }

    /** How many keys of news.alerts there are. */
    public long keys() {
        return newest.size();
    }

    /**
     * Every alert that stands and cannot.
     *
     * @param usable whether an article of that uri is counted
     * @param trends whether there is a trend under that key of news.trends
     */
    public List<Mismatch> mismatches(Predicate<String> usable, Predicate<String> trends) {
        List<Mismatch> mismatches = new ArrayList<>();
        newest.forEach((key, alert) -> {
            if (alert.getState() == AlertState.FIRED) {
                String expected = expected(key, alert, usable, trends);
                if (!expected.isEmpty()) {
                    String found = "FIRED " + alert.getKind() + " by " + alert.getUri();
                    mismatches.add(new Mismatch(Topics.ALERTS.name(), key, expected, found));
                }
            }
        });
        return mismatches;
    }

    /** What should be there instead; empty where all is well. */
    private static String expected(String key, Alert alert, Predicate<String> usable, Predicate<String> trends) {
        String window = windowOf(alert, alert.getEntityId() == null ? "" : alert.getEntityId());
        return switch (alert.getKind()) {
            case ARTICLE -> {
                String uri = String.valueOf(alert.getUri());
                boolean stands = key.equals(alert.getRuleId() + "/" + uri) && usable.test(uri);
                yield stands ? "" : "WITHDRAWN: the article does not stand";
            }
            case THRESHOLD -> {
                Double value = alert.getValue();
                Double threshold = alert.getThreshold();
                boolean reached = value != null && threshold != null && value >= threshold;
                yield reached && key.equals(alert.getRuleId() + "/" + window) ? "" : "WITHDRAWN: too few articles";
            }
            case TREND ->
                key.equals(alert.getRuleId() + "/" + window) && trends.test(window) ? "" : "nothing: no trend";
            case UNKNOWN -> "a kind of alert";
        };
    }

    private static String windowOf(Alert alert, String id) {
        Instant start = alert.getWindowStart();
        Instant end = alert.getWindowEnd();
        return start == null || end == null ? "" : new WindowKey(start, Duration.between(start, end), id).text();
    }
}
