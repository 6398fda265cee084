package porthole.notebook.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.command.Script;
import porthole.command.Script.Joint;
import porthole.command.Script.Step;
import porthole.display.Sentences;
import porthole.display.Visible;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Notices;
import porthole.engine.container.Run;
import porthole.engine.format.Inspection;
import porthole.jupyter.api.MagicException;

/**
 * Runs the commands of a script one after another, as a shell does: {@code &&} goes on after success, {@code ||} after
 * failure, {@code ;} always. A line that fails with an error ends the script.
 */
final class Steps {
    private static final Sentences SENTENCES = Sentences.of(Steps.class);
    /** What commonly stands between docker lines, beside docker itself. */
    private static final List<String> OWN = List.of("true", ":", "false", "echo", "sleep");

    private final Call docker;
    private final List<String> implied;
    private final Notices notices;
    private final Consumer<Object> shown;

    /** A command of docker's, its words without {@code docker}. */
    interface Call {
        @Nullable
        Object of(List<String> words) throws Exception;

        /** The call in Java that equals the last command; empty if there is none. */
        default Optional<String> java() {
            return Optional.empty();
        }
    }

    /** A step that has been understood. */
    private record Ready(Joint joint, List<String> words, List<Filter> filters) {}

    /** How a step ended. */
    private record Ended(
            @Nullable Object value,
            boolean success,
            @Nullable Exception failure) {
        static final Ended NOTHING = new Ended(null, true, null);
    }

    /**
     * @param docker does what a docker line says
     * @param implied what a line begins with if it names no program: the words after {@code docker}
     * @param notices gets the failures that the script goes on after
     * @param shown gets each value but the last
     */
    Steps(Call docker, List<String> implied, Notices notices, Consumer<Object> shown) {
        this.docker = docker;
        this.implied = implied;
        this.notices = notices;
        this.shown = shown;
    }

    /** Runs them all; the value of the last that ran. Nothing runs if one of them is not a command of docker's. */
    @Nullable
    Object run(Script script) throws Exception {
        List<Ready> all = new ArrayList<>();
        for (Step step : script.steps()) {
            all.add(ready(step));
        }
        Ended last = Ended.NOTHING;
        for (Ready step : all) {
            if (step.joint() == Joint.LINE && last.failure() != null) {
                throw last.failure();
            }
            boolean skipped = step.joint() == Joint.AND ? !last.success() : step.joint() == Joint.OR && last.success();
            if (!skipped) {
                show(last);
                last = run(step);
            }
        }
        if (last.failure() != null) {
            throw last.failure();
        }
        return last.value();
    }

    /** The words of its docker commands, without {@code docker}; nothing runs. */
    static List<List<String>> commands(Script script) throws MagicException {
        Steps reading = new Steps(words -> null, List.of(), Notices.none(), value -> {});
        List<List<String>> commands = new ArrayList<>();
        for (Step step : script.steps()) {
            List<String> words = reading.ready(step).words();
            if (words.get(0).equals("docker")) {
                commands.add(words.subList(1, words.size()));
            }
        }
        return commands;
    }

    private void show(Ended ended) {
        if (ended.failure() != null) {
            notices.warning(String.valueOf(ended.failure().getMessage()));
        } else if (ended.value() != null) {
            shown.accept(ended.value());
        }
    }

    private Ready ready(Step step) throws MagicException {
        List<Filter> filters = new ArrayList<>();
        for (List<String> filter : step.pipeline().subList(1, step.pipeline().size())) {
            filters.add(Filter.of(filter));
        }
        List<String> typed = withoutPrompt(step.pipeline().get(0));
        String program = typed.get(0);
        List<String> rest = typed.subList(1, typed.size());
        List<String> words = new ArrayList<>();
        if (OWN.contains(program)) {
            return new Ready(step.joint(), List.copyOf(typed), filters);
        }
        words.add("docker");
        if (program.equals("docker-compose")) {
            words.add("compose");
        } else if (!program.equals("docker")) {
            if (step.joint() != Joint.LINE) {
                throw new MagicException(SENTENCES.say("step.program", program));
            }
            words.addAll(implied);
            rest = typed;
        }
        words.addAll(rest);
        return new Ready(step.joint(), words, filters);
    }

    /** As pages print lines: with a prompt, or with sudo, which the kernel has no use for. */
    private static List<String> withoutPrompt(List<String> words) {
        List<String> rest = words;
        for (String before : List.of("$", "sudo")) {
            if (rest.size() > 1 && rest.get(0).equals(before) && rest.get(1).matches("docker(-compose)?|sudo")) {
                rest = rest.subList(1, rest.size());
            }
        }
        return rest;
    }

    private Ended run(Ready step) throws Exception {
        try {
            List<String> rest = step.words().subList(1, step.words().size());
            String program = step.words().get(0);
            Object first = program.equals("docker") ? docker.of(rest) : own(program, rest);
            if (program.equals("docker")) {
                docker.java()
                        .flatMap(call -> Filter.inJava(call, first instanceof Inspection, step.filters()))
                        .ifPresent(notices::java);
            }
            Object value = first;
            boolean success = succeeded(value) && !program.equals("false");
            for (Filter filter : step.filters()) {
                success = filter.succeeds(value);
                value = filter.apply(value);
                success = success && succeeded(value);
            }
            // Of a text a name or a log may be part, which must not steer the page.
            return new Ended(value instanceof String text ? Visible.of(text) : value, success, null);
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException | MagicException e) {
            return new Ended(null, false, e);
        }
    }

    private static boolean succeeded(@Nullable Object value) {
        Optional<ExecResult> end = value instanceof ExecResult result
                ? Optional.of(result)
                : value instanceof Run run ? run.result() : Optional.empty();
        return end.map(ExecResult::success).orElse(true);
    }

    private static @Nullable Object own(String program, List<String> words)
            throws MagicException, InterruptedException {
        if (program.equals("echo")) {
            if (!words.isEmpty() && words.get(0).matches("-[neE]+")) {
                throw new MagicException(SENTENCES.say("step.echo", words.get(0)));
            }
            return String.join(" ", words);
        }
        if (program.equals("sleep")) {
            if (words.size() != 1 || !words.get(0).matches("\\d{1,5}(\\.\\d{1,3})?s?")) {
                throw new MagicException(SENTENCES.say("step.sleep", String.join(" ", words)));
            }
            TimeUnit.MILLISECONDS.sleep(
                    (long) (1000 * Double.parseDouble(words.get(0).replace("s", ""))));
        }
        return null;
    }
}
