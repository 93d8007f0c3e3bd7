package khabar.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private final Headers headers = new RecordHeaders();

    @Test
    void aRecordSaysWhatItIs() {
        CloudEvents.stamp(headers, "tag:a#1", CloudEvents.ARTICLE, Instant.parse("2016-12-11T11:00:00Z"));

        assertThat(CloudEvents.text(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(CloudEvents.text(headers, "ce_id")).isEqualTo("tag:a#1");
        assertThat(CloudEvents.text(headers, "ce_type")).isEqualTo("khabar.article");
        assertThat(CloudEvents.text(headers, "ce_source")).isEqualTo("urn:khabar:article");
        assertThat(CloudEvents.text(headers, "ce_time")).isEqualTo("2016-12-11T11:00:00Z");
        assertThat(CloudEvents.text(headers, "content-type")).isEqualTo("application/avro");
    }

    @Test
    void stampingAgainLeavesOneHeaderOfEachName() {
        CloudEvents.stamp(headers, "a#1", CloudEvents.ARTICLE, Instant.EPOCH);
        CloudEvents.stamp(headers, "b#2", CloudEvents.REJECTED, Instant.EPOCH);

        assertThat(Arrays.stream(headers.toArray()).map(Header::key))
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(CloudEvents.text(headers, CloudEvents.ID)).isEqualTo("b#2");
    }

    @Test
    void aTraceThatTheArticleBringsIsPassedOn() {
        CloudEvents.trace(headers, TRACE);

        assertThat(CloudEvents.text(headers, CloudEvents.TRACEPARENT)).isEqualTo(TRACE);
    }

    @Test
    void aMissingOrMalformedTraceIsReplacedByANewOne() {
        for (String trace : new String[] {null, "", "00-zz", TRACE.replace("4bf9", "4BF9")}) {
            CloudEvents.trace(headers, trace);
            assertThat(CloudEvents.text(headers, CloudEvents.TRACEPARENT))
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                    .isNotEqualTo(trace);
        }
    }
}
