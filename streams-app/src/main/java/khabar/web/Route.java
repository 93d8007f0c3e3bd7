package khabar.web;

/** Answers one kind of request. */
@FunctionalInterface
public interface Route {
    /** The reply; throws {@link khabar.settings.SettingException} for a parameter that cannot be used. */
    Reply answer(Asked asked);
}
