package khabar.benchmarks.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Lines of a gazetteer with invented people, organisations and places, each with a Persian and an
 * English name. Two thirds are people; given names and the endings of surnames are real, stems are made
 * of syllables, and frequent ones are as frequent as rank tells. Always the same for the same number.
 */
final class ManyNames {
    private static final long SEED = 20_261_125L;
    private static final String[][] SYLLABLES = pairs("با ba|ران ran|شی shi|مان man|دا da|کا ka|رو ru|سا sa|نا na|"
            + "تو tu|می mi|زا za|خا kha|گر gar|لو lu|پا pa|جا ja|هو hu|ور var|فر far|بر bar|در dar|سر sar|مه mah|"
            + "نو no|کو ku|دی di|ری ri|تا ta|را ra|آذ az|بی bi|چا cha|ژا zha|وا va|یا ya|غو ghu|صا sa|حا ha|عا a");
    private static final String[][] GIVEN = pairs("علی Ali|محمد Mohammad|حسین Hossein|رضا Reza|مهدی Mehdi|احمد Ahmad|"
            + "حسن Hassan|فاطمه Fatemeh|زهرا Zahra|مریم Maryam|سارا Sara|امیر Amir|سعید Saeed|حمید Hamid|مجید Majid|"
            + "ناصر Naser|کامران Kamran|بهرام Bahram|نرگس Narges|لیلا Leila|پروین Parvin|جواد Javad|عباس Abbas|"
            + "ابراهیم Ebrahim|یوسف Yousef|داوود Davoud|اکبر Akbar|اصغر Asghar|قاسم Ghasem|جعفر Jafar|صادق Sadegh");
    private static final String[][] ENDINGS = pairs(
            "ی i|زاده zadeh|پور pour|نژاد nejad|یان ian|فر far|لو lou|وند vand|خواه khah|نیا nia|فرد fard|دوست doust");
    private static final String[][] COMPANIES =
            pairs("شرکت Company|بانک Bank|باشگاه Club|دانشگاه University|سازمان Organisation|"
                    + "روزنامه Daily|موسسه Institute|حزب Party|انجمن Society");
    private static final String[][] PLACES =
            pairs("شهرستان County|روستای Village|منطقه District|دهستان Rural-District");
    private static final String[][] TRADES =
            pairs("صنعت Industry|تجارت Trade|توسعه Development|نفت Oil|فولاد Steel|انرژی Energy|"
                    + "کشاورزی Agriculture|ساختمان Construction|دارو Pharma|بیمه Insurance");

    private final Random random = new Random(SEED);
    private final List<String[]> stems = new ArrayList<>();

    private ManyNames() {}

    /** So many entities, a line each. */
    static List<String> lines(int entities) {
        ManyNames names = new ManyNames();
        List<String> lines = new ArrayList<>(entities);
        for (int i = 0; i < entities; i++) {
            lines.add("khabar:invented:" + i + names.next());
        }
        return lines;
    }

    private String next() {
        int kind = random.nextInt(6);
        if (kind < 4) {
            String[] given = ranked(GIVEN);
            String[] surname = surname();
            return " | person | " + given[0] + ' ' + surname[0] + " | " + given[1] + ' ' + capital(surname[1]);
        }
        String[] stem = stem();
        if (kind == 4) {
            String[] head = ranked(COMPANIES);
            String[] trade = ranked(TRADES);
            return " | org | " + head[0] + ' ' + trade[0] + ' ' + stem[0] + " | " + capital(stem[1]) + ' ' + trade[1]
                    + ' ' + head[1];
        }
        String[] head = ranked(PLACES);
        return " | place | " + head[0] + ' ' + stem[0] + " | " + capital(stem[1]) + ' ' + head[1];
    }

    private String[] surname() {
        String[] stem = stem();
        String[] ending = ranked(ENDINGS);
        return new String[] {stem[0] + ending[0], stem[1] + ending[1]};
    }

    /** One that was met before, more likely an early one, or a new one of two to four syllables. */
    private String[] stem() {
        if (!stems.isEmpty() && random.nextInt(3) > 0) {
            return stems.get((int) (stems.size() * Math.pow(random.nextDouble(), 3)));
        }
        StringBuilder persian = new StringBuilder();
        StringBuilder english = new StringBuilder();
        for (int n = 2 + random.nextInt(3); n > 0; n--) {
            String[] syllable = SYLLABLES[random.nextInt(SYLLABLES.length)];
            persian.append(syllable[0]);
            english.append(syllable[1]);
        }
        String[] stem = {persian.toString(), english.toString()};
        stems.add(stem);
        return stem;
    }

    private String[] ranked(String[][] pairs) {
        return pairs[(int) (pairs.length * Math.pow(random.nextDouble(), 2))];
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String[][] pairs(String written) {
        return Arrays.stream(written.split("\\|")).map(pair -> pair.split(" ")).toArray(String[][]::new);
    }
}
