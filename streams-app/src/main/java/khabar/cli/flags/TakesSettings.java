package khabar.cli.flags;

import java.util.List;

/** A command that shows some of the program's options as flags of its own. */
public interface TakesSettings {
    /** The options, in the order of its help. */
    List<OptionGroup> optionGroups();
}
