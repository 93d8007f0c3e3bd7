package khabar.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import khabar.settings.Setting;
import khabar.settings.SettingException;

/**
 * What a request asks.
 *
 * @param target raw path and query, for asking somebody else
 * @param rest what stands in the path where the route has braces, decoded
 * @param parameters query parameters by name
 */
public record Asked(String target, String rest, Map<String, String> parameters) {

    /** Throws where a parameter was given that is not one of these. */
    public void takesOnly(String... names) {
        Set<String> known = new TreeSet<>(Set.of(names));
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new SettingException(
                            "parameter", unknown, known.isEmpty() ? "none" : String.join(" or ", known));
                });
    }

    /** The value of a parameter; its default where it was not given. */
    public <T> T get(Setting<T> parameter) {
        return given(parameter).orElseGet(() -> parameter.parse(parameter.defaultText()));
    }

    /** The value of a parameter, where it was given. */
    public <T> Optional<T> given(Setting<T> parameter) {
        return Optional.ofNullable(parameters.get(parameter.name())).map(parameter::parse);
    }
}
