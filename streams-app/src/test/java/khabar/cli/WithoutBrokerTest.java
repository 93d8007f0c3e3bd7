package khabar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.cli.flags.Surroundings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The image for containers has no embedded broker: only what starts one may need its classes. */
class WithoutBrokerTest {
    @Test
    void everyCommandCanBeLoadedWithoutTheEmbeddedBroker() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(withoutBroker(), ClassLoader.getPlatformClassLoader())) {
            List<String> loaded = new ArrayList<>();
            for (CommandLine command : commands().values()) {
                String name = command.getCommand().getClass().getName();
                assertThat(Class.forName(name, true, loader).getDeclaredMethods())
                        .as(name)
                        .isNotEmpty();
                loaded.add(name);
            }
            assertThat(loaded).contains(BrokerCommand.class.getName());
        }
    }

    private static Map<String, CommandLine> commands() {
        return Main.commandLine(new Surroundings(Map.of(), Path.of(""), System.out, System.err, false))
                .getSubcommands();
    }

    private static URL[] withoutBroker() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("embedded-broker")) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
