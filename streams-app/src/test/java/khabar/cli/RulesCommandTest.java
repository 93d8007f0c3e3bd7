package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.cli.Terminal.Outcome;
import khabar.language.TextCore;
import khabar.topics.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class RulesCommandTest {
    private static final String FIRM = "khabar:org:rastanama | org | شرکت راستانما | Rastanama";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void connect(Cluster cluster) throws IOException {
        terminal = new Terminal(Map.of("KHABAR_BOOTSTRAP_SERVERS", cluster.bootstrapServers()), folder);
        // Other tests write records into the same topics.
        leaveNoRule();
    }

    @AfterEach
    void leaveNoRule() throws IOException {
        write("none.jsonl");
        terminal.run("rules", "import", "none.jsonl", "--replace");
    }

    @Test
    void aRuleIsPutListedExportedAndRemoved() throws IOException {
        write("firm.gaz", "# a firm", FIRM);
        Outcome put = terminal.run("rules", "put", "firm", "firm.gaz", "--author", "the desk");
        assertThat(put.exit()).as(put.err()).isZero();
        assertThat(put.out()).startsWith("put=1 removed=0 live=1 rules=");
        assertThat(terminal.run("rules", "list").out())
                .contains("firm  gazetteer  ", "lines 2  by the desk", "live=1 refused=0 rules=");

        assertThat(terminal.run("rules", "export", "nosuch").err()).startsWith("ID: nosuch (expected: a live rule");
        Outcome exported = terminal.run("rules", "export");
        assertThat(exported.out()).contains("\"ruleId\":\"firm\"", "شرکت راستانما");
        assertThat(terminal.run("rules", "remove", "firm").out())
                .contains("put=0 removed=1 live=0 rules=" + TextCore.shipped().ruleSetVersion());

        write("rules.jsonl", exported.out());
        assertThat(terminal.run("rules", "import", "rules.jsonl").out()).contains("put=1 removed=0 live=1");
        assertThat(terminal.run("rules", "import", "rules.jsonl").out()).contains("put=0 removed=0 live=1");
    }

    @Test
    void aBadRuleIsRefusedWithItsReasonAndNothingIsWritten() throws IOException {
        write("good.gaz", FIRM);
        terminal.run("rules", "put", "good", "good.gaz");
        String before = terminal.run("rules", "list").out();
        write("bad.gaz", "khabar:x | planet | زمین");
        write(
                "many.jsonl",
                "{\"ruleId\":\"a\",\"kind\":\"subject\",\"body\":\"[20000430]\\n9 | واژه‌نمونه\"}",
                "{\"ruleId\":\"b\",\"kind\":\"subject\",\"body\":\"[99999999]\\n9 | واژه\"}");

        Outcome one = terminal.run("rules", "put", "bad", "bad.gaz");
        assertThat(one.exit()).isEqualTo(1);
        assertThat(one.err()).contains("rule bad: line 1: type: planet (expected: ", "nothing was written");
        Outcome many = terminal.run("rules", "import", "many.jsonl");
        assertThat(many.exit()).isEqualTo(1);
        assertThat(many.err())
                .contains("rule b: line 1: subject: medtop:99999999")
                .doesNotContain("rule a:");
        assertThat(terminal.run("rules", "list").out()).isEqualTo(before);
    }

    @Test
    void aRuleThatAnotherNeedsCannotBeRemoved() throws IOException {
        write("parent.rules", "[20009999] 06000000 | نمونه | sample", "9 | نمونه‌واژه");
        write("terms.rules", "[20009999]", "9 | واژه‌نمونه");
        assertThat(terminal.run("rules", "put", "a-parent", "parent.rules").exit())
                .isZero();
        assertThat(terminal.run("rules", "put", "b-terms", "terms.rules").exit())
                .isZero();

        Outcome refused = terminal.run("rules", "remove", "a-parent");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("rule b-terms: line 1:", "a live rule that would say nothing then");
    }

    @Test
    void dryRunChecksAndWritesNothing() throws IOException {
        write("firm.gaz", FIRM);
        assertThat(terminal.run("rules", "put", "firm", "firm.gaz", "--dry-run").out())
                .startsWith("would put=1 removed=0 live=1 rules=");
        assertThat(terminal.run("rules", "list").out()).startsWith("live=0 refused=0");
    }

    @Test
    void whatSomebodyElseWroteWronglyIsListedWithItsReason(Cluster cluster) {
        cluster.write(List.of(
                new ProducerRecord<>(Topics.RULES.name(), "foreign".getBytes(UTF_8), "no Avro".getBytes(UTF_8))));
        assertThat(terminal.run("rules", "list").out())
                .contains("foreign  unreadable", "says nothing: value: 7 bytes (expected: Avro", "live=1 refused=1");
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines));
    }
}
