package khabar.cli.flags;

import java.util.List;
import khabar.language.normalize.Profile;
import khabar.settings.SettingException;

/** The profiles of normalization by their names. */
public final class Profiles {
    private static final List<Profile> ALL = List.of(Profile.DISPLAY, Profile.MINIMAL, Profile.SEARCH_KEY);

    private Profiles() {}

    /** The profile of that name; throws {@link SettingException} where there is none. */
    public static Profile named(String name) {
        return ALL.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        "--profile",
                        name,
                        "one of "
                                + String.join(
                                        ", ", ALL.stream().map(Profile::name).toList())));
    }
}
