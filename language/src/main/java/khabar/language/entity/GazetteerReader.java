package khabar.language.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.regex.Pattern;
import khabar.language.match.Spellings;
import khabar.language.match.Vocabulary;
import khabar.language.normalize.Normalizer;
import khabar.language.script.Chars;

/**
 * Reads gazetteer files: one entity a line, {@code id | type | fa names | en names | ar names | context
 * words}, names with a semicolon between, the preferred one first. A sign before a name says more:
 * {@code ~} counts only in an article that names the entity in another way, too; {@code ?} counts only
 * near a context word; {@code !} hides the names within it; {@code (title) name} counts after that title,
 * which is no part of the mention. The type {@code demonym} adds words for the people and things of a
 * place that is named elsewhere. {@code mask} instead of an id and a type
 * gives phrases that name nothing. {@code bearer | org} (or {@code place}, {@code event}) gives words for what
 * bears the names of people, after which these are not meant (before which, where it is a Latin word), with
 * {@code !} those of places, too, with {@code ~} only where a word of {@code bearer | title}
 * comes between; those of {@code bearer | between} may, too, and behind one of {@code bearer | determiner}
 * nothing bears a name. Behind one of {@code bearer | person} the name of a place is a person's, and one of
 * {@code bearer | ending} ends a longer surname, which is another person's. A line with a known id adds to that entity. {@code drop | id; id}
 * forgets what was shipped of these entities; lines that name them anew then replace it. Fields after the
 * context words are names in further languages, such as {@code ru: name; name}.
 */
public final class GazetteerReader {
    private static final String[] LANGUAGES = {"fa", "en", "ar"};
    private static final int CONTEXT = 2 + LANGUAGES.length;
    private static final Map<String, EntityType> TYPES = Map.of(
            "person", EntityType.PERSON,
            "org", EntityType.ORGANISATION,
            "place", EntityType.PLACE,
            "event", EntityType.EVENT,
            "product", EntityType.PRODUCT);

    private static final Map<String, Bearers.Role> ROLES = Map.of(
            "org", Bearers.Role.ORG,
            "place", Bearers.Role.PLACE,
            "event", Bearers.Role.EVENT,
            "title", Bearers.Role.TITLE,
            "between", Bearers.Role.BETWEEN,
            "determiner", Bearers.Role.DETERMINER,
            "person", Bearers.Role.PERSON,
            "ending", Bearers.Role.ENDING);

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final String WORD_ENDS = " -";
    private static final String SIGNS = "~?!";
    private static final int SHORTEST_SURNAME = 3;
    private static final Set<String> PARTICLES = Set.of(
            "\u062f\u06cc", // di
            "\u062f\u064a", // di, with an Arabic yeh
            "\u0628\u0646", // bin
            "\u0627\u0628\u0646", // ibn
            "\u0641\u0627\u0646", // van
            "\u0641\u0646", // van
            "\u0648\u0646", // von
            "\u0641\u0648\u0646", // von
            "\u062f\u0648", // de
            "\u0622\u0644", // aal
            "\u0627\u0644", // al
            "de",
            "di",
            "da",
            "van",
            "von",
            "der",
            "den",
            "bin",
            "ibn",
            "al",
            "el");

    /** Before the names of those who have no other. */
    private static final Set<String> HONORIFICS = Set.of(
            "\u0627\u0645\u0627\u0645", // imam
            "\u062d\u0636\u0631\u062a"); // hazrat

    private static final String DROP = "drop";
    /** The names of so many entities are made at once, by all processors. */
    private static final int BATCH = 1 << 12;

    private final Gazetteer.Builder gazetteer;
    private final Demonyms wanted;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, List<String>> demonyms = new LinkedHashMap<>();
    private final Set<String> dropped = new HashSet<>();

    /**
     * A reader that has read nothing yet.
     *
     * @param demonyms what becomes of the words for people and things of places
     */
    public GazetteerReader(Normalizer normalizer, Vocabulary words, Demonyms demonyms) {
        gazetteer = new Gazetteer.Builder(new Spellings(normalizer, words));
        wanted = demonyms;
    }

    /** What is known of an entity so far. */
    private record Draft(
            String id, EntityType type, Map<String, String> names, List<String> written, List<String> context) {
        /** Nothing is known yet. There may be a million of them, most with few names: they take no more room than they need. */
        Draft(String id, EntityType type) {
            this(
                    id,
                    type,
                    new LinkedHashMap<>(LANGUAGES.length),
                    new ArrayList<>(LANGUAGES.length),
                    new ArrayList<>(0));
        }
    }

    /** Reads one line; throws {@link IllegalArgumentException} for one that says nothing that can be used. */
    public void read(String line) {
        String[] fields = line.split("\\|", -1);
        String id = fields[0].strip();
        if (id.equals("mask") && fields.length > 1) {
            split(fields[1]).forEach(gazetteer::addMask);
            return;
        }
        if (id.equals(DROP) && fields.length > 1) {
            split(fields[1]).forEach(this::checkDropped);
            return;
        }
        if (id.equals("bearer") && fields.length > 2) {
            readBearers(fields);
            return;
        }
        if (fields.length < 3) {
            throw new IllegalArgumentException("line: " + line + " (expected: id | type | names ...)");
        }
        checkId(id);
        if (fields[1].strip().equals("demonym")) {
            readDemonyms(id, fields);
            return;
        }
        EntityType type = TYPES.get(fields[1].strip());
        if (type == null) {
            throw new IllegalArgumentException(
                    "type: " + fields[1].strip() + " (expected: person, org, place, event, product or demonym)");
        }
        readEntity(id, type, fields);
    }

    /** Reads a line that says {@code drop}, and no other; to be called for all of them before any line is read. */
    public void readDrop(String line) {
        if (!line.startsWith(DROP)) {
            return;
        }
        String[] fields = line.split("\\|", -1);
        if (fields[0].strip().equals(DROP) && fields.length > 1) {
            for (String id : split(fields[1])) {
                boolean known = drafts.remove(id) != null | demonyms.remove(id) != null;
                if (known) {
                    dropped.add(id);
                }
            }
        }
    }

    private void checkDropped(String id) {
        if (!dropped.contains(id)) {
            throw new IllegalArgumentException("drop: " + id + " (expected: the id of an entity that is shipped)");
        }
    }

    private static void checkId(String id) {
        if (id.isEmpty() || hasSpace(id)) {
            throw new IllegalArgumentException(
                    "id: " + id + " (expected: Q and digits, or khabar:..., without spaces)");
        }
    }

    private void readDemonyms(String id, String[] fields) {
        for (int i = 2; wanted != Demonyms.NONE && i < fields.length; i++) {
            demonyms.computeIfAbsent(id, known -> new ArrayList<>()).addAll(split(fields[i]));
        }
    }

    private void readBearers(String[] fields) {
        Bearers.Role role = ROLES.get(fields[1].strip());
        if (role == null) {
            throw new IllegalArgumentException("bearer: " + fields[1].strip() + " (expected: one of "
                    + String.join(", ", new TreeSet<>(ROLES.keySet())) + ")");
        }
        for (String word : split(fields[2])) {
            gazetteer.addBearer(word, role);
        }
    }

    private void readEntity(String id, EntityType type, String[] fields) {
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < LANGUAGES.length && i + 2 < fields.length; i++) {
            names.add(split(fields[i + 2]));
        }
        Map<String, List<String>> further = furtherNames(fields);
        Draft known = drafts.get(id);
        if (known != null && known.type != type) {
            throw new IllegalArgumentException(
                    "type of " + id + ": " + type + " (expected: " + known.type + ", as where it was first named)");
        }
        Draft draft = drafts.computeIfAbsent(id, i -> new Draft(i, type));
        for (int i = 0; i < names.size(); i++) {
            readNames(draft, LANGUAGES[i], names.get(i));
        }
        further.forEach((language, written) -> readNames(draft, language, written));
        if (fields.length > CONTEXT) {
            draft.context.addAll(split(fields[CONTEXT]));
        }
    }

    private static Map<String, List<String>> furtherNames(String[] fields) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (int i = CONTEXT + 1; i < fields.length; i++) {
            int colon = fields[i].indexOf(':');
            String language = colon < 0 ? "" : fields[i].substring(0, colon).strip();
            if (!LANGUAGE.matcher(language).matches()) {
                throw new IllegalArgumentException(
                        "names: " + fields[i].strip() + " (expected: a language, a colon and names, such as ru: name)");
            }
            names.put(language, split(fields[i].substring(colon + 1)));
        }
        return names;
    }

    private static void readNames(Draft draft, String language, List<String> names) {
        for (String name : names) {
            if (!name.startsWith("(")) {
                draft.names.putIfAbsent(language, withoutSigns(name));
            }
        }
        draft.written.addAll(names);
    }

    static String withoutSigns(String name) {
        int start = 0;
        while (start < name.length() && SIGNS.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        return name.substring(start);
    }

    private static List<String> split(String field) {
        List<String> parts = new ArrayList<>();
        for (String part : field.split(";")) {
            if (!part.isBlank()) {
                if (!hasLetterOrDigit(part)) {
                    throw new IllegalArgumentException("name: " + part.strip() + " (expected: at least one letter)");
                }
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLetterOrDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The gazetteer of all that was read: names of the first file that knows an entity are the preferred ones. */
    public Gazetteer gazetteer() {
        List<Draft> all = List.copyOf(drafts.values());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Draft> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            List<List<Gazetteer.Name>> names =
                    batch.parallelStream().map(this::names).toList();
            for (int i = 0; i < batch.size(); i++) {
                Draft draft = batch.get(i);
                gazetteer.addEntity(new Entity(draft.id, draft.type, Map.copyOf(draft.names)), draft.context);
                names.get(i).forEach(gazetteer::add);
            }
        }
        return gazetteer.build(wanted == Demonyms.COUNTED);
    }

    private List<Gazetteer.Name> names(Draft draft) {
        List<Gazetteer.Name> names = new ArrayList<>(2 * draft.written.size());
        for (String name : draft.written) {
            addName(draft, name, names);
        }
        for (String name : demonyms.getOrDefault(draft.id, List.of())) {
            names.add(gazetteer.name(name, Gazetteer.DEMONYM));
        }
        return names;
    }

    private void addName(Draft draft, String written, List<Gazetteer.Name> names) {
        int close = written.indexOf(')');
        if (written.startsWith("(") && close > 0) {
            names.add(gazetteer.titledName(written.substring(1, close), written.substring(close + 1)));
            return;
        }
        String name = withoutSigns(written);
        String signs = written.substring(0, written.length() - name.length()).toLowerCase(Locale.ROOT);
        int use = signs.indexOf('!') >= 0 ? Gazetteer.OPAQUE : 0;
        if (signs.indexOf('~') >= 0) {
            names.add(gazetteer.name(name, use | Gazetteer.BESIDE));
        } else if (signs.indexOf('?') >= 0) {
            names.add(gazetteer.name(name, use | Gazetteer.NEAR_CONTEXT));
        } else {
            names.add(gazetteer.name(name, use));
            String surname = draft.type == EntityType.PERSON ? surnameOf(name) : "";
            if (!surname.isEmpty() && isSurname(draft, name, surname)) {
                names.add(gazetteer.name(surname, Gazetteer.BESIDE));
            }
        }
    }

    /**
     * Whether the last word of a person's name names the person, too. That of "leader of the revolution" does not, which
     * has no word in common with what the person is mostly called, nor does that of one who is called by a first name and
     * an honorific, nor a part of what another spelling joins.
     */
    private static boolean isSurname(Draft draft, String name, String surname) {
        return sharesWord(draft, name) && !isWrittenOtherwise(draft, surname);
    }

    /** Whether the person is mostly called by a name with which this one has a word in common. */
    private static boolean sharesWord(Draft draft, String name) {
        if (draft.names.containsValue(name)) {
            return true;
        }
        List<String> words = List.of(name.split(" "));
        for (String preferred : draft.names.values()) {
            for (String word : preferred.split(" ")) {
                if (words.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWrittenOtherwise(Draft draft, String surname) {
        String joined = Chars.ZWNJ + surname;
        for (String other : draft.written) {
            int space = other.indexOf(' ');
            if (other.equals(surname)
                    || HONORIFICS.contains(space < 0 ? other : other.substring(0, space))
                    || space >= 0 && other.endsWith(joined)) {
                return true;
            }
        }
        return false;
    }

    /** The last words of a name of several, or an empty string where there are none to speak of. */
    private static String surnameOf(String fullName) {
        List<String> words = new ArrayList<>(LANGUAGES.length);
        new StringTokenizer(fullName, WORD_ENDS).asIterator().forEachRemaining(word -> words.add((String) word));
        int first = Math.max(0, words.size() - 1);
        while (first > 0 && PARTICLES.contains(words.get(first - 1).toLowerCase(Locale.ROOT))) {
            first--;
        }
        if (first == 0) {
            return "";
        }
        String surname = String.join(" ", words.subList(first, words.size()));
        return surname.length() < SHORTEST_SURNAME || NameParts.isEndAlone(surname) ? "" : surname;
    }
}
