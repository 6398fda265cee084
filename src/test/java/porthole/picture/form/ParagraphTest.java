package porthole.picture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    private static final String SENTENCE = "web のグループと、nginx のグループには、共有するネットワークがないので、ホストの公開ポート経由でしか互いに届きません（ゲートウェイ）。";

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
