package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import khabar.settings.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataFolderTest {
    @ParameterizedTest
    @CsvSource({
        "$XDG_DATA_HOME/khabar/state, '',       /home/a/.local/share/khabar/state",
        "$XDG_DATA_HOME/khabar/state, /data,    /data/khabar/state",
        "$XDG_DATA_HOME/khabar/state, relative, /home/a/.local/share/khabar/state",
        "~/x,                         /data,    /home/a/x",
        "~,                           /data,    /home/a",
        "~b/x/..,                     /data,    ~b",
        "/tmp/../y,                   /data,    /y"
    })
    void tildeAndXdgDataHomeAreUnderstood(String text, String xdg, Path expected) {
        Map<String, String> environment = xdg.isEmpty() ? Map.of() : Map.of("XDG_DATA_HOME", xdg);
        assertThat(DataFolder.expand(text, environment, "/home/a")).isEqualTo(expected.toAbsolutePath());
    }

    @Test
    void anEmptyFolderIsRefused() {
        assertThatThrownBy(() -> StreamsProperties.STATE_DIR.parse(" ")).isInstanceOf(SettingException.class);
    }
}
