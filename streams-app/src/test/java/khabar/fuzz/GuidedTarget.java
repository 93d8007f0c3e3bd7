package khabar.fuzz;

import org.jspecify.annotations.Nullable;

/** What Jazzer calls: one door, by the name of its entrance. */
public final class GuidedTarget {
    private static @Nullable Watched door;

    private GuidedTarget() {}

    /** Opens the door that the first argument names. */
    public static void fuzzerInitialize(String[] arguments) {
        door = new Watched(Entrance.valueOf(arguments[0]).open());
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (door != null) {
            door.take(input);
        }
    }

    /** Says what all inputs came to. */
    public static void fuzzerTearDown() {
        if (door != null) {
            System.err.println(GuidedFuzz.SUMMARY + door.summary());
            door.close();
        }
    }
}
