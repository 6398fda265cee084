package porthole.picture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    private static final String SENTENCE = "web のグループと、nginx のグループには、共有するネットワークがないので、ホストの公開ポート経由でしか互いに届きません（ゲートウェイ）。";

    @Test
    void aNameOfRandomDigitsHasTheSameRoomWhateverTheyAre() {
        for (Letters letters : List.of(Letters.SMALL, Letters.SMALL_BOLD)) {
            double room = letters.width("on veth1f1f1ff and br-ffffffffffff");
            assertEquals(room, letters.width("on vethbbb0d00 and br-b0b0b0b0b0bd"));
            double drawn = letters.width("on veth") + letters.width("bbb0d00 and br-") + letters.width("b0b0b0b0b0bd");
            assertTrue(room > drawn - 0.001, room + " < " + drawn);
            assertNotEquals(letters.width("veth-f"), letters.width("veth-b"));
        }
    }

    @Test
    void aJapaneseLineBreaksWithinNoWordOfKatakanaAndBeginsWithNoParticle() {
        for (int width = 200; width < 900; width += 7) {
            List<String> lines = Paragraph.lines(SENTENCE, Letters.SMALL, width);
            assertEquals(SENTENCE.replace(" ", ""), String.join("", lines).replace(" ", ""));
            for (int i = 1; i < lines.size(); i++) {
                String before = lines.get(i - 1).substring(lines.get(i - 1).length() - 1);
                String after = lines.get(i).substring(0, 1);
                String at = width + ": " + before + "|" + after;
                assertFalse(before.matches("[ァ-ヶー]") && after.matches("[ァ-ヶー]"), at);
                assertFalse(after.matches("[へをはがのにと、。）ー]"), at);
            }
        }
    }
}
