package khabar.cli;

import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the form of all messages: {@code name: value (expected: …)}. */
final class Misunderstanding {
    private static final String EXPECTED = "(expected: ";
    private static final Set<Class<?>> WHOLE = Set.<Class<?>>of(int.class, long.class, Integer.class, Long.class);

    private Misunderstanding() {}

    /** One line or more for people. */
    static String told(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return told(unmatched);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec first = missing.getMissing().get(0);
            return name(first) + ": none " + EXPECTED + label(first) + ")";
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + ": given twice " + EXPECTED + "once)";
        }
        ArgSpec option = wrong.getArgSpec();
        String value = wrong.getValue();
        String message = String.valueOf(wrong.getMessage());
        if (option == null || value == null) {
            return message;
        }
        // What a converter of ours says is in that form already.
        int own = message.contains(EXPECTED) ? message.indexOf(value + " " + EXPECTED) : -1;
        String expected = own >= 0 ? message.substring(own) : value + " " + EXPECTED + form(option) + ")";
        return name(option) + ": " + expected;
    }

    private static String told(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String first = unmatched.getUnmatched().get(0);
        if (unmatched.isUnknownOption()) {
            return first + ": unknown " + EXPECTED + "an option of "
                    + command.getCommandSpec().qualifiedName() + ")";
        }
        Map<String, CommandLine> known = command.getSubcommands();
        return known.isEmpty()
                ? "argument: " + first + " " + EXPECTED + "no further one)"
                : "COMMAND: " + first + " " + EXPECTED + "one of " + String.join(", ", known.keySet()) + ")";
    }

    private static String form(ArgSpec option) {
        Class<?> type = option.auxiliaryTypes().length == 0 ? option.type() : option.auxiliaryTypes()[0];
        if (type == boolean.class || type == Boolean.class) {
            return "no value";
        }
        return WHOLE.contains(type) ? "a whole number" : label(option);
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : label(option);
    }

    private static String label(ArgSpec option) {
        return option.paramLabel();
    }
}
