package khabar.app.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import khabar.language.TextCore;
import khabar.language.TextCoreBuilder;
import khabar.language.entity.Demonyms;
import khabar.language.rule.BadLine;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;

/** Makes the text core with the names and rules that the settings add to those that are shipped. */
public final class TextCores {
    private static final int SHOWN = 20;

    public static final Setting<List<Path>> GAZETTEER = Setting.paths(
            "gazetteer",
            "Files of further names, or folders with *.gaz, separated by commas; khabar import makes such files.");
    public static final Setting<List<Path>> SUBJECT_RULES = Setting.paths(
            "subject.rules", "Files of further subject rules, or folders with *.rules, separated by commas.");
    public static final Setting<List<Path>> SUBJECT_MODEL =
            Setting.paths("subject.model", "A model of subjects beside the rules, made by khabar train subjects.");
    public static final Setting<String> DEMONYMS = Setting.choice(
            "demonyms",
            "none",
            List.of("none", "shown", "counted"),
            "Whether a word such as Iranian is a mention of the country, and whether it counts.");

    /** Every option of the text core. */
    public static final List<Setting<?>> ALL = List.of(GAZETTEER, SUBJECT_RULES, SUBJECT_MODEL, DEMONYMS);

    private TextCores() {}

    /**
     * The core with everything that is shipped and everything that the settings name.
     *
     * @throws SettingException naming every line that cannot be used, with its file, number and reason
     */
    public static TextCore from(Settings settings) {
        List<BadLine> badLines = new ArrayList<>();
        TextCoreBuilder builder = TextCore.builder()
                .demonyms(Demonyms.valueOf(settings.get(DEMONYMS).toUpperCase(Locale.ROOT)))
                .leaveOutBadLines(badLines::add);
        RuleFiles.read(GAZETTEER, settings, ".gaz").forEach(builder::gazetteer);
        RuleFiles.read(SUBJECT_RULES, settings, ".rules").forEach(builder::subjectRules);
        SubjectModels.read(settings.get(SUBJECT_MODEL)).ifPresent(builder::subjectModel);
        TextCore core = builder.build();
        if (!badLines.isEmpty()) {
            throw new SettingException(
                    GAZETTEER.name() + ", " + SUBJECT_RULES.name(), list(badLines), "lines in the form of these files");
        }
        return core;
    }

    private static String list(List<BadLine> badLines) {
        StringBuilder list = new StringBuilder();
        badLines.stream().limit(SHOWN).forEach(line -> list.append("\n  ").append(line));
        int more = badLines.size() - SHOWN;
        return list.append(more > 0 ? "\n  and " + more + " more\n" : "\n").toString();
    }
}
