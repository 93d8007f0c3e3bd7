package khabar.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import khabar.feed.ReplayOptions;
import khabar.settings.Settings;
import khabar.web.WebOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoStopTest {
    @TempDir
    private Path folder;

    @Test
    void whoIsToldToStopBeforeTheEndOfTheStartGoesNoFurther() throws Exception {
        Path corpus = Files.writeString(folder.resolve("one.jsonl"), "{\"id\":\"a:1\",\"title\":\"باران\"}\n");
        List<String> told = new ArrayList<>();
        Settings settings = DemoPlan.settings(Settings.defaults().with(WebOptions.PORT, "0"));
        try (Demo demo =
                new Demo(new DemoPlan(settings, ReplayOptions.of(List.of(corpus.toString())), false, told::add))) {
            demo.stop();
            demo.start();
            assertThat(demo.isStopped()).isTrue();
        }
        assertThat(told).noneMatch(line -> line.contains("topology is running"));
    }
}
