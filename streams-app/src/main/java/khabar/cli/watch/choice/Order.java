package khabar.cli.watch.choice;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import khabar.schemas.RankedEntity;

/** By what the entities are sorted. */
public enum Order {
    MENTIONS,
    ARTICLES,
    NAME,
    TREND;

    public Order next() {
        return values()[(ordinal() + 1) % values().length];
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The order of the rows.
     *
     * @param score of the trend of an entity id; 0 where it has none
     */
    public Comparator<RankedEntity> rows(ToDoubleFunction<String> score) {
        Comparator<RankedEntity> byMentions = Comparator.comparingLong(RankedEntity::getCount)
                .thenComparingLong(RankedEntity::getArticles)
                .reversed()
                .thenComparing(RankedEntity::getEntityId);
        return switch (this) {
            case MENTIONS -> byMentions;
            case ARTICLES ->
                Comparator.comparingLong(RankedEntity::getArticles).reversed().thenComparing(byMentions);
            case NAME ->
                Comparator.comparing(
                        row -> Names.first(row.getEntityId(), row.getNames()), String.CASE_INSENSITIVE_ORDER);
            case TREND ->
                Comparator.comparingDouble((RankedEntity row) -> score.applyAsDouble(row.getEntityId()))
                        .reversed()
                        .thenComparing(byMentions);
        };
    }
}
