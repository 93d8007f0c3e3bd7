package khabar.language.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entities come out of the store as they went in, however many there are. */
final class EntityStoreTest {
    private static final int MANY = 10_000;

    @Test
    void everyEntityIsFoundByItsIndexAndByItsId() {
        EntityStore store = new EntityStore();
        for (int i = 0; i < MANY; i++) {
            store.add(entity(i));
        }
        store.seal();
        assertThat(store.size()).isEqualTo(MANY);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < MANY; i++) {
                assertThat(store.get(i)).isEqualTo(entity(i));
                assertThat(store.find("Q" + i)).isEqualTo(entity(i));
            }
        }
        assertThat(store.find("Q" + MANY)).isNull();
    }

    private static Entity entity(int number) {
        EntityType type = EntityType.values()[number % EntityType.values().length];
        return new Entity("Q" + number, type, Map.of("fa", "نام " + number, "en", "name " + number));
    }
}
