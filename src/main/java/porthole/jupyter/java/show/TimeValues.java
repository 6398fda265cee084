package porthole.jupyter.java.show;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import porthole.display.MimeBundle;

/** What has to do with time: durations, threads, and values that come later or may be missing. */
final class TimeValues {
    private TimeValues() {}

    /** {@code PT1H30M} and how a person says it. */
    static List<MimeBundle> duration(Object value, Values values) {
        Duration duration = (Duration) value;
        Duration size = duration.abs();
        List<String> parts = new ArrayList<>();
        add(parts, size.toDays(), "d");
        add(parts, size.toHoursPart(), "h");
        add(parts, size.toMinutesPart(), "min");
        double seconds = size.toSecondsPart() + size.toNanosPart() / 1e9;
        if (parts.isEmpty() && seconds < 1 && seconds > 0) {
            parts.add(number(seconds * 1000) + " ms");
        } else if (seconds > 0 || parts.isEmpty()) {
            parts.add(number(seconds) + " s");
        }
        String words = (duration.isNegative() ? "-" : "") + String.join(" ", parts);
        return List.of(MimeBundle.text(duration + "   (" + words + ")"));
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number).replaceFirst("\\.?0+$", "");
    }

    static List<MimeBundle> thread(Object value, Values values) {
        Thread thread = (Thread) value;
        return List.of(MimeBundle.text(
                "Thread \"" + thread.getName() + "\": " + thread.getState() + (thread.isDaemon() ? ", daemon" : "")));
    }

    static List<MimeBundle> thrown(Object value, Values values) {
        return List.of(MimeBundle.text(values.traceback((Throwable) value)));
    }

    /** What is inside in its own form, with the Optional said in the text. */
    static List<MimeBundle> optional(Object value, Values values) {
        Optional<?> optional = (Optional<?>) value;
        if (optional.isEmpty()) {
            return List.of();
        }
        MimeBundle inner = values.show(optional.get()).get(0);
        return List.of(inner.with(MimeBundle.PLAIN, ShownText.of(value)));
    }

    /** How far it is; what it has come to, once it has. */
    static List<MimeBundle> future(Object value, Values values) {
        CompletableFuture<?> future = (CompletableFuture<?>) value;
        if (!future.isDone()) {
            return List.of(MimeBundle.text(ShownText.SENTENCES.say("future.running")));
        }
        try {
            MimeBundle inner = values.show(future.join()).get(0);
            return List.of(inner.with(MimeBundle.PLAIN, ShownText.SENTENCES.say("future.done", inner.plain())));
        } catch (CancellationException e) {
            return List.of(MimeBundle.text(ShownText.SENTENCES.say("future.cancelled")));
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return List.of(MimeBundle.text(ShownText.SENTENCES.say("future.failed", values.traceback(cause))));
        }
    }
}
