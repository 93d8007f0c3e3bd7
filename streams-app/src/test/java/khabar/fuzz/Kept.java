package khabar.fuzz;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Inputs that once broke something. */
final class Kept {
    private static final Map<Entrance, List<String>> BASE64 = Map.of(
            // A string that promises two gigabytes.
            Entrance.ARTICLE,
            List.of("2LGMiAQQMgIzgIiFssBowIvvscBoAAIk2LPbLXJldmlzaW9ucy10b9mI2LHbjNl0YWzZhdiqAizYrNn/BngAhyDZ"
                    + "AAAAAAAAAAAAAAAAAAAAiCBJcmFuAibZhNil2YjYsdk="),
            // A gzip that is broken at its first byte, and a zip that is cut off in its first header.
            Entrance.ARCHIVE,
            List.of("H4sIAAAAAAAA/yUxZTk5OSKx9BI=", "UEsDBBQACAgIAHfA3Hh5XQ=="));

    private Kept() {}

    static List<byte[]> of(Entrance entrance) {
        return BASE64.getOrDefault(entrance, List.of()).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }
}
