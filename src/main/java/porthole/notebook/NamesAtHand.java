package porthole.notebook;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import porthole.engine.sandbox.EngineNames;
import porthole.jupyter.api.Argument;
import porthole.lesson.file.LessonFiles;

/** Names of containers, networks and images for whoever is writing one. Never waits long, and never says a word. */
final class NamesAtHand {
    /** The first answer takes longest: what speaks to the engine is loaded then. An engine that is down says so at once. */
    private static final long PATIENCE_MILLIS = 10_000;

    private static final Set<String> NEW = Set.of("create", "name", "networkAlias", "alias", "<init>");
    private static final Set<String> OF_LESSONS = Set.of("lesson", "question", "quiz", "exercise");
    private static final Set<String> ENDS = Set.of("from", "to", "source", "target", "client", "server");

    private NamesAtHand() {}

    /** What the engine has; nothing where it does not answer in time. */
    static EngineNames ask() {
        CompletableFuture<EngineNames> answer = CompletableFuture.supplyAsync(
                () -> SharedEngine.unasked().names(), task -> daemon(task).start());
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EngineNames.NONE;
        } catch (ExecutionException | TimeoutException e) {
            return EngineNames.NONE; // the first command will say what is wrong with the engine
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "names for completion");
        thread.setDaemon(true);
        return thread;
    }

    /** Those that begin with {@code begun} and may be given for this parameter of one of our words. */
    static List<String> of(Argument argument, String begun) {
        Set<String> written = ofLessons(argument);
        if (!written.isEmpty()) {
            return written.stream().filter(n -> n.startsWith(begun)).toList();
        }
        return isEngines(argument) ? of(kinds(argument), begun) : List.of();
    }

    /** What the lessons beside the notebook have under that parameter of a word. */
    private static Set<String> ofLessons(Argument argument) {
        if (!isLessons(argument)) {
            return Set.of();
        }
        LessonFiles lessons = LessonFiles.here();
        return switch (argument.parameter()) {
            case "lesson" -> lessons.lessons();
            case "question" -> lessons.questions();
            case "quiz" -> lessons.quizzes();
            default -> lessons.exercises();
        };
    }

    private static boolean isLessons(Argument argument) {
        return argument.owner().equals(Words.class.getName()) && OF_LESSONS.contains(argument.parameter());
    }

    /** Whether the parameter of one of our words is for a name of something that the engine or a lesson has. */
    static boolean isName(Argument argument) {
        return isLessons(argument) || isEngines(argument);
    }

    private static boolean isEngines(Argument argument) {
        return argument.owner().startsWith("porthole.")
                && !NEW.contains(argument.method())
                && !kinds(argument).isEmpty();
    }

    /** @param kinds of {@code container}, {@code network}, {@code image} */
    static List<String> of(Set<String> kinds, String begun) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        EngineNames names = ask();
        return Stream.of(
                        kinds.contains("container") ? names.containers() : List.<String>of(),
                        kinds.contains("network") ? names.networks() : List.<String>of(),
                        kinds.contains("image") ? names.images() : List.<String>of())
                .flatMap(List::stream)
                .filter(n -> n.startsWith(begun))
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> kinds(Argument argument) {
        String parameter = argument.parameter();
        boolean onNetworks = argument.owner().endsWith(".Networks");
        return switch (parameter) {
            case "container", "containers" -> Set.of("container");
            case "network", "networks" -> Set.of("network");
            case "mode" -> argument.method().equals("network") ? Set.of("network") : Set.of();
            case "image" -> Set.of("image");
            case "name", "names", "nameOrId", "namesOrIds" ->
                onNetworks
                        ? Set.of("network")
                        : argument.owner().endsWith(".Words")
                                ? Set.of("container", "network")
                                : parameter.equals("nameOrId")
                                        ? Set.of("container", "network", "image")
                                        : Set.of("container");
            default -> ENDS.contains(parameter) ? Set.of("container") : Set.of();
        };
    }
}
