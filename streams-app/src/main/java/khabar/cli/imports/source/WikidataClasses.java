package khabar.cli.imports.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import khabar.language.entity.EntityType;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;

/** Which class of Wikidata is which type here. */
public final class WikidataClasses {
    private static final String PERSON = "Q5";
    private static final String PLACE =
            "Q515 Q6256 Q3624078 Q486972 Q532 Q3957 Q1549591 Q1093829 Q5119 Q35657 Q10864048 "
                    + "Q13220204 Q13221722 Q14757767 Q56061 Q23442 Q8502 Q4022 Q23397 Q165 Q5107 Q82794 Q1248784 Q1637706 Q15284 "
                    + "Q123705 Q484170 Q262166 Q747074 Q2074737 Q1344695 Q7270 Q112099 Q3024240 Q15634554 Q161243 Q41176 Q12280 "
                    + "Q46831 Q34876 Q5398059 Q1763521 Q1187811 Q2983893 Q22865 Q5084 Q644371";
    private static final String ORGANISATION =
            "Q43229 Q4830453 Q783794 Q6881511 Q891723 Q7278 Q476028 Q847017 Q1110794 Q11032 Q192283 Q1616075 Q2085381 "
                    + "Q3918 Q327333 Q192350 Q245065 Q17149090 Q484652 Q22687 Q46970 Q163740 Q15265344 Q12973014 Q6979593 "
                    + "Q2659904 Q79913 Q215380 Q31855 Q11691 Q35535 Q176799 Q1331793 Q17127659 Q1194970 Q748019 Q66344 "
                    + "Q4438121 Q2367225 Q902104 Q875538 Q1752939 Q157031 Q178706 Q1530022 Q341 Q988108";
    private static final String EVENT = "Q1190554 Q1656682 Q198 Q180684 Q178561 Q27020041 Q40231 Q132241 Q131569 Q8065 "
            + "Q7944 Q3839081 Q16510064 Q18608583 Q625994 Q858439 Q124757 Q45382 Q10931 Q1318941 Q64364539";
    private static final String PRODUCT =
            "Q571 Q7725634 Q11424 Q5398426 Q7397 Q2424752 Q7889 Q482994 Q728 Q42889 Q3231690 "
                    + "Q15142889 Q7366 Q134556 Q105543609 Q35127 Q166142";

    private final Map<String, EntityType> types = new HashMap<>();

    /**
     * The classes that are known, and those of the user.
     *
     * @param further class to type, such as {@code Q123=place}
     */
    public WikidataClasses(Map<String, String> further) {
        add(PERSON, EntityType.PERSON);
        add(PLACE, EntityType.PLACE);
        add(ORGANISATION, EntityType.ORGANISATION);
        add(EVENT, EntityType.EVENT);
        add(PRODUCT, EntityType.PRODUCT);
        further.forEach((id, type) -> types.put(id, type(id + "=" + type, type)));
    }

    private void add(String ids, EntityType type) {
        for (String id : ids.split(" ")) {
            types.put(id, type);
        }
    }

    /** The type of the given word, such as {@code org}; throws for another word. */
    public static EntityType type(String written, String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "person" -> EntityType.PERSON;
            case "org", "organisation", "organization" -> EntityType.ORGANISATION;
            case "place" -> EntityType.PLACE;
            case "event" -> EntityType.EVENT;
            case "product" -> EntityType.PRODUCT;
            default -> throw new SettingException("type", written, "person, org, place, event or product");
        };
    }

    /** The type of things of the given class; null where the class is not known. */
    @Nullable
    EntityType of(String classId) {
        return types.get(classId);
    }
}
