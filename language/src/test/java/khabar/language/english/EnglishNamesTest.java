package khabar.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** English names that no gazetteer has; the people and the firms are invented. */
final class EnglishNamesTest {
    private static final TextCore CORE = TextCore.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The loan came from Harkwell Holdings on Monday. | Harkwell Holdings",
                "He works for the Ministry of Harbours in the capital. | Ministry of Harbours",
                "She left the Campaign for the Harkwell Line last year. | Campaign for the Harkwell Line",
                "The Harbour Safety and Rural Workers Union is on strike. | Harbour Safety and Rural Workers Union",
                "The Greek Federation will hear the case. | Greek Federation",
                "The Panel of Bell Ringers (PBR) and the Ringers Roundtable (RR) met. | Ringers Roundtable",
                "It was found by the security firm 7sila on Monday. | 7sila",
                "He told the newspaper Dagblad Harkwell about it. | Dagblad Harkwell",
                "The news helped Harkwell shares in the afternoon. | Harkwell",
            })
    void anOrganisationIsTold(String text, String name) {
        assertThat(found("org", text)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was a film with the US actor Ozzwin Harkwell in it. | Ozzwin Harkwell",
                "Director Melzor Harkwell said it was late. | Melzor Harkwell",
                "They met Mr Harkwell at the door. | Harkwell",
                "Ozzwin Harkwell, 45, was there. | Ozzwin Harkwell",
                "It is late, said Ozzwin Harkwell on Monday. | Ozzwin Harkwell",
                "Ozzwin Harkwell, the former director of the firm, was there. | Ozzwin Harkwell",
                "Then Peter J. Harkwell and John van der Drane left. | Peter J. Harkwell",
                "Then Peter J. Harkwell and John van der Drane left. | John van der Drane",
                "He left it to his brother Mazoon last year. | Mazoon",
                "US actor Ozzwin Harkwell has died. Many saw Ozzwin Harkwell on the stage. | Ozzwin Harkwell",
            })
    void aPersonIsTold(String text, String name) {
        assertThat(found("person", text)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The house in Harkwell Street was sold. | Harkwell Street",
                "They swam across Lake Harkwell in May. | Lake Harkwell",
                "He was born in Dingelbach, Germany, and went away. | Dingelbach",
            })
    void aPlaceIsTold(String text, String name) {
        assertThat(found("place", text)).contains(name);
    }

    @Test
    void anAcronymBesideANameIsTheSameThroughoutTheArticle() {
        List<Mention> mentions = mentions("The Ringers Benefit Guaranty Corporation (RBGC) is poor. The RBGC said so.");
        assertThat(mentions)
                .extracting(Mention::surfaceForm)
                .containsExactly("Ringers Benefit Guaranty Corporation", "RBGC", "RBGC");
        assertThat(mentions)
                .extracting(mention -> mention.entity().id())
                .containsOnly(mentions.get(0).entity().id());
    }

    @Test
    void aFirstWordAndAHeadStandForTheWholeName() {
        List<Mention> mentions =
                mentions("Harkwell Drane Holdings is poor. It was said that Harkwell owes money to all.");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("Harkwell Drane Holdings", "Harkwell");
        assertThat(mentions.get(1).entity()).isEqualTo(mentions.get(0).entity());
        mentions = mentions("The Harkwell Commission met. Later the Commission went home.");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("Harkwell Commission", "Commission");
        assertThat(mentions.get(1).entity()).isEqualTo(mentions.get(0).entity());
    }

    @Test
    void aPlaceWithinALongerNameIsAMentionInItAndAPersonIsNone() {
        List<Mention> mentions = mentions("The case went to the Swansea Harbour Council on Monday.");
        assertThat(mentions).extracting(Mention::surfaceForm).containsExactly("Swansea Harbour Council", "Swansea");
        assertThat(mentions.get(1).nestedIn()).isZero();
        assertThat(mentions("Tony Blair is gone. The Blair Family Partnership is not."))
                .extracting(Mention::surfaceForm)
                .contains("Blair Family Partnership")
                .doesNotContain("Blair Family");
    }

    @ParameterizedTest
    @CsvSource({
        "But Last Monday was cold and the Internet was slow.",
        "The Harkwell Cup and the Grand Prix are in May.",
        "He saw School Of Harkwell at the cinema.",
        "It is a Digital Harkwell Recorder (DHR) for the house.",
        "The shops of the High Street are closed.",
        "He was at a Berlinian-based firm.",
    })
    void whatIsNoNameIsNotFound(String text) {
        assertThat(mentions(text)).isEmpty();
    }

    @Test
    void germanIsLeftToTheOtherRules() {
        assertThat(mentions(
                        "Der Kanzler hat mit seiner Partei lange über die Rente und die Steuern gesprochen, weil das"
                                + " Geld fehlt und niemand die Antwort kennt."))
                .isEmpty();
    }

    private static List<String> found(String type, String text) {
        return mentions(text).stream()
                .filter(mention -> mention.entity().id().startsWith("khabar:unknown:" + type + ":"))
                .map(Mention::surfaceForm)
                .toList();
    }

    private static List<Mention> mentions(String text) {
        return CORE.analyze(new Document(null, null, text, "en")).mentions();
    }
}
