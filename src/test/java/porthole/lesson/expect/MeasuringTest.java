package porthole.lesson.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a claim in Java that fails is told as. */
class MeasuringTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"cannot find symbol: variable code", "シンボルを見つけられません: 変数 code"
            }) // as ErrorsTest has it of the kernel
    void aVariableThatIsNotThereYetIsToldInPlainWords(String javac) throws InterruptedException {
        Measured measured = Measuring.judged(
                () -> {
                    throw new IllegalStateException(javac);
                },
                "verify.no-truth");
        assertEquals("It could not be measured: there is no variable \"code\" yet.", measured.seen());
    }
}
