package khabar.audit.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import khabar.audit.Mismatch;
import khabar.schemas.Alert;
import khabar.schemas.AlertKind;
import khabar.schemas.AlertState;
import khabar.topics.SingleObjectFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check of alerts finds those that cannot stand. */
class AlertCheckTest {
    private static final Instant HOUR = Instant.parse("2026-11-22T12:00:00Z");
    private static final String WINDOW = "2026-11-22T12:00:00Z/PT1H";

    @BeforeAll
    static void theFormatOfTheTopicsIsThere() {
        // Avro makes defaults of generated classes only where they are trusted, which this sees to.
        SingleObjectFormat.compiledIn();
    }

    @Test
    void whatHasItsCauseStands() {
        assertThat(mismatches("oil/1", article("1"))).isEmpty();
        assertThat(mismatches("oil/" + WINDOW, threshold(3))).isEmpty();
        assertThat(mismatches("oil/" + WINDOW + "/Q858", trend("Q858"))).isEmpty();
    }

    @Test
    void anAlertOfAnArticleThatWasTakenBackIsFoundUnlessItWasTakenBackToo() {
        assertThat(mismatches("oil/2", article("2"))).hasSize(1);
        assertThat(mismatches(
                        "oil/2",
                        Alert.newBuilder(article("2"))
                                .setState(AlertState.WITHDRAWN)
                                .build()))
                .isEmpty();
    }

    @Test
    void aThresholdThatIsNotReachedIsFound() {
        assertThat(mismatches("oil/" + WINDOW, threshold(2))).hasSize(1);
    }

    @Test
    void anAlertWithoutItsTrendIsFound() {
        assertThat(mismatches("oil/" + WINDOW + "/Q159", trend("Q159"))).hasSize(1);
    }

    @Test
    void anAlertUnderTheKeyOfAnotherIsFound() {
        assertThat(mismatches("oil/3", article("1"))).hasSize(1);
    }

    private static List<Mismatch> mismatches(String key, Alert alert) {
        AlertCheck check = new AlertCheck();
        check.alert(key, alert);
        return check.mismatches(Set.of("1")::contains, Set.of(WINDOW + "/Q858")::contains);
    }

    private static Alert article(String uri) {
        return alert(AlertKind.ARTICLE).setUri(uri).build();
    }

    private static Alert threshold(double value) {
        return window(AlertKind.THRESHOLD).setValue(value).setThreshold(3.0).build();
    }

    private static Alert trend(String entityId) {
        return window(AlertKind.TREND).setEntityId(entityId).setValue(4.0).build();
    }

    private static Alert.Builder window(AlertKind kind) {
        return alert(kind).setWindowStart(HOUR).setWindowEnd(HOUR.plusSeconds(3600));
    }

    private static Alert.Builder alert(AlertKind kind) {
        return Alert.newBuilder()
                .setRuleId("oil")
                .setKind(kind)
                .setFiredAt(HOUR)
                .setEventTime(HOUR);
    }
}
