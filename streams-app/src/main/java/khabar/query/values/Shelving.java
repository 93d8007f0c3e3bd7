package khabar.query.values;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Where an archive lies, and for how long.
 *
 * @param folder its folder
 * @param retention how long after its arrival anything but an article is kept: as long as by its topic
 * @param clock says how long that is ago
 */
public record Shelving(Path folder, Duration retention, Clock clock) {}
