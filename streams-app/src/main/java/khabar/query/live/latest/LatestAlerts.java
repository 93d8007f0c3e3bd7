package khabar.query.live.latest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.Alert;
import khabar.schemas.AlertState;

/** The alerts that fired last and still stand. Not safe for several threads. */
public final class LatestAlerts {
    private static final Comparator<Map.Entry<String, Alert>> NEWEST_FIRST = Map.Entry.<String, Alert>comparingByValue(
                    Comparator.comparing(Alert::getFiredAt).reversed())
            .thenComparing(Map.Entry.comparingByKey());

    private final int most;
    private final Map<String, Alert> byKey = new HashMap<>();

    /** Keeps at most so many; the oldest are let go. */
    public LatestAlerts(int most) {
        this.most = most;
    }

    /** Takes in an alert; one that is withdrawn is let go. */
    public void see(String key, Alert alert) {
        if (alert.getState() == AlertState.WITHDRAWN) {
            byKey.remove(key);
            return;
        }
        byKey.put(key, alert);
        if (byKey.size() > most) {
            byKey.entrySet().stream().max(NEWEST_FIRST).map(Map.Entry::getKey).ifPresent(byKey::remove);
        }
    }

    /** Takes away an alert whose record is gone. */
    public void forget(String key) {
        byKey.remove(key);
    }

    /** Those that stand, the newest first. */
    public List<Alert> newestFirst() {
        return byKey.entrySet().stream()
                .sorted(NEWEST_FIRST)
                .map(Map.Entry::getValue)
                .toList();
    }
}
