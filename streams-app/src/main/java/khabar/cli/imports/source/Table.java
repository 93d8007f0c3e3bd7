package khabar.cli.imports.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.language.entity.EntityType;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;

/**
 * Tables with a line of column names: results of a SPARQL query as TSV or CSV, or anybody's own. Rows with
 * the same id are one entity.
 */
public final class Table implements EntitySource {
    private static final Pattern WIKIDATA =
            Pattern.compile("<?(?:https?://www\\.wikidata\\.org/entity/|wd:)?(Q[1-9]\\d*)>?");
    private static final Pattern LITERAL = Pattern.compile("\"(.*)\"(?:@([A-Za-z-]+)|\\^\\^\\S+)?", Pattern.DOTALL);
    private static final String CONTEXT = "context";

    private final Form form;
    private final Map<String, Imported> entities = new LinkedHashMap<>();
    private final Set<String> unseen;
    private String lastHead = "";

    /**
     * How tables are read.
     *
     * @param columns what a column is: {@code id}, {@code type}, {@code context}, a language, or a language
     *     and {@code -alias}; for the names of columns that do not say it themselves
     * @param type of rows without a type of their own; null where every row must have one
     * @param classes types by classes of Wikidata
     * @param languages those that are taken
     * @param namesBetween stands between names in one field
     */
    public record Form(
            Map<String, String> columns,
            @Nullable EntityType type,
            WikidataClasses classes,
            List<String> languages,
            String namesBetween) {}

    /** Reads tables of the given form. */
    public Table(Form form) {
        this.form = form;
        this.unseen = new LinkedHashSet<>(form.columns.keySet());
    }

    @Override
    public void read(Input input, Predicate<Imported> sink) throws IOException {
        String head = input.nextLine();
        if (head == null) {
            return;
        }
        lastHead = head;
        char between = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
        List<String> roles = new ArrayList<>();
        for (String column : head.replace("\ufeff", "").split(Pattern.quote(String.valueOf(between)), -1)) {
            roles.add(role(column.strip().replace("\"", "")));
        }
        if (roles.stream().noneMatch(this::isName)) {
            throw new SettingException(
                    "columns",
                    head,
                    "a column of names, such as fa, name_en or itemLabel, or --column NAME=fa; and --languages with it");
        }
        if (between == '\t') {
            readLines(input, roles);
        } else {
            readRecords(input, roles, between);
        }
    }

    private boolean isName(String role) {
        return form.languages.contains(role.replace("-alias", "")) || role.equals("name") || role.equals("name-alias");
    }

    /** What a column is, by what the user says of it, else by its name. */
    private String role(String column) {
        String plain = column.startsWith("?") ? column.substring(1) : column;
        String told = form.columns.getOrDefault(column, form.columns.get(plain));
        if (told != null) {
            unseen.remove(column);
            unseen.remove(plain);
            return told;
        }
        String name = plain.toLowerCase(Locale.ROOT).replace("alternative", "alt");
        String rest = name.replaceAll("(?:alt_?labels?|alias(?:es)?|also_?known_?as)", "");
        boolean alias = !rest.equals(name);
        rest = rest.replaceAll("(?:item|entity|_|label|names?)", "");
        if (name.equals("id") || name.equals("item") || name.equals("entity") || name.equals("qid")) {
            return "id";
        }
        if (name.equals("type") || name.equals("class") || name.equals(CONTEXT)) {
            return name.equals("class") ? "type" : name;
        }
        if (rest.isEmpty() || form.languages.contains(rest)) {
            return (rest.isEmpty() ? "name" : rest) + (alias ? "-alias" : "");
        }
        return "";
    }

    /** TSV of SPARQL quotes literals in its own way, and never breaks a line in one. */
    private void readLines(Input input, List<String> roles) throws IOException {
        for (String line = input.nextLine(); line != null; line = input.nextLine()) {
            if (!line.isBlank()) {
                try {
                    take(List.of(line.split("\t", -1)), roles);
                } catch (UnusableEntry wrong) {
                    input.complain(String.valueOf(wrong.getMessage()));
                }
            }
        }
    }

    private void readRecords(Input input, List<String> roles, char between) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(between)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(input.reader())) {
            for (CsvRecord row : records) {
                try {
                    take(row.getFields(), roles);
                } catch (UnusableEntry wrong) {
                    input.complain(row.getStartingLineNumber() + 1, String.valueOf(wrong.getMessage()));
                }
            }
        } catch (CsvParseException broken) {
            input.complain(0, "CSV: " + broken.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw Objects.requireNonNull(unreadable.getCause());
        }
    }

    private void take(List<String> fields, List<String> roles) throws UnusableEntry {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(fields.size(), roles.size()); i++) {
            if (!roles.get(i).isEmpty() && !fields.get(i).isBlank()) {
                row.merge(roles.get(i), fields.get(i).strip(), (a, b) -> a + form.namesBetween + b);
            }
        }
        EntityType type = type(row.getOrDefault("type", ""));
        String id = id(row, type);
        Imported entity = entities.computeIfAbsent(id, known -> new Imported(id, type));
        for (Map.Entry<String, String> field : row.entrySet()) {
            if (field.getKey().equals(CONTEXT)) {
                for (String word : names(field.getValue())) {
                    entity.addContext(word);
                }
            } else if (isName(field.getKey())) {
                addNames(entity, field.getKey(), field.getValue());
            }
        }
    }

    private EntityType type(String written) throws UnusableEntry {
        Matcher wikidata = WIKIDATA.matcher(written);
        EntityType type = wikidata.matches() ? form.classes.of(wikidata.group(1)) : null;
        if (type == null && !written.isEmpty() && !wikidata.matches()) {
            try {
                return WikidataClasses.type(written, literal(written));
            } catch (SettingException unknown) {
                throw new UnusableEntry(String.valueOf(unknown.getMessage()));
            }
        }
        type = type == null ? form.type : type;
        if (type == null) {
            throw new UnusableEntry("type: " + (written.isEmpty() ? "none" : written)
                    + " (expected: a column type, --as TYPE, or --class for a class of Wikidata)");
        }
        return type;
    }

    private String id(Map<String, String> row, EntityType type) throws UnusableEntry {
        String written = row.getOrDefault("id", "");
        Matcher wikidata = WIKIDATA.matcher(written);
        if (wikidata.matches()) {
            return wikidata.group(1);
        }
        String base = written;
        if (base.isEmpty()) {
            base = row.entrySet().stream()
                    .filter(field -> isName(field.getKey()) && !field.getKey().endsWith("alias"))
                    .flatMap(field -> names(field.getValue()).stream())
                    .findFirst()
                    .orElse("");
        }
        String slug = literal(base).toLowerCase(Locale.ROOT).replaceAll("[\\s|;<>\"]+", "-");
        if (slug.isEmpty()) {
            throw new UnusableEntry("row: no id and no name (expected: one of both)");
        }
        String kind = type == EntityType.ORGANISATION ? "org" : type.name().toLowerCase(Locale.ROOT);
        return written.startsWith("khabar:") ? written : "khabar:" + kind + ":" + slug;
    }

    private void addNames(Imported entity, String role, String field) {
        boolean alias = role.endsWith("-alias");
        String told = role.replace("-alias", "");
        Matcher whole = LITERAL.matcher(field);
        String tag = whole.matches() ? whole.group(2) : null;
        for (String name : names(field)) {
            String language = !told.equals("name") ? told : tag != null ? tag : NameLanguage.of(name);
            if (form.languages.contains(language)) {
                if (alias) {
                    entity.addAlias(language, name);
                } else {
                    entity.addName(language, name);
                }
            }
        }
    }

    private List<String> names(String field) {
        List<String> names = new ArrayList<>();
        for (String name : literal(field).split(Pattern.quote(form.namesBetween))) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static String literal(String written) {
        Matcher literal = LITERAL.matcher(written);
        return literal.matches() ? literal.group(1) : written;
    }

    @Override
    public void end(Predicate<Imported> sink) {
        if (!unseen.isEmpty()) {
            throw new SettingException("--column", String.join(",", unseen), "a column of the table: " + lastHead);
        }
        for (Imported entity : entities.values()) {
            if (!sink.test(entity)) {
                return;
            }
        }
    }
}
