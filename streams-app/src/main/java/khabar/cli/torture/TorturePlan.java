package khabar.cli.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import khabar.settings.Settings;

/**
 * What a torture is to do.
 *
 * @param settings options of everything that runs
 * @param rounds how many rounds
 * @param seed what all chance comes from
 * @param articles how many articles a round replays, each with its revisions
 * @param faults what may strike
 * @param folder where data and logs go
 * @param tell is told how it goes, line by line
 */
public record TorturePlan(
        Settings settings,
        int rounds,
        long seed,
        int articles,
        List<Fault> faults,
        Path folder,
        Consumer<String> tell) {
    public TorturePlan {
        faults = List.copyOf(faults);
    }
}
