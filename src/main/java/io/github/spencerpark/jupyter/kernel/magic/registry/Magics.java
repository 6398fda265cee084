package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.words.CellWords;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.SimpleMagic;

/** Where a notebook registers magics of its own. */
public class Magics {
    /** Adds {@code %name}. */
    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        add(name, (arguments, body) -> magic.execute(Arguments.of(arguments)));
    }

    /** Adds {@code %%name}. */
    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        add(name, (arguments, body) -> magic.execute(Arguments.of(arguments), body == null ? "" : body));
    }

    /** Adds {@code %name} and {@code %%name}. */
    public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(String name, T magic) {
        add(
                name,
                (arguments, body) -> body == null
                        ? magic.execute(Arguments.of(arguments))
                        : magic.execute(Arguments.of(arguments), body));
    }

    /** Runs {@code %name args}. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as IJava declares it
    public <T> T applyLineMagic(String name, List<String> args) throws Exception {
        return CellWords.lineMagic(name, args);
    }

    /** Runs {@code %%name args} over {@code body}. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as IJava declares it
    public <T> T applyCellMagic(String name, List<String> args, String body) throws Exception {
        return CellWords.cellMagic(name, args, body);
    }

    private static void add(String name, SimpleMagic.Body body) {
        RunningSession.current().add(new SimpleMagic(name, Sentences.of(SimpleMagic.class), "help.own", body));
    }

    /** Adds the methods of an object's class, or of a class, that are marked as magics. */
    public void registerMagics(Object magics) {
        boolean isClass = magics instanceof Class<?>;
        Class<?> type = isClass ? (Class<?>) magics : magics.getClass();
        for (Method method : type.getMethods()) {
            if (isClass && !Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            LineMagic line = method.getAnnotation(LineMagic.class);
            if (line != null) {
                names(method, line.value(), line.aliases())
                        .forEach(n -> registerLineMagic(n, args -> call(method, magics, args)));
            }
            CellMagic cell = method.getAnnotation(CellMagic.class);
            if (cell != null) {
                names(method, cell.value(), cell.aliases())
                        .forEach(n -> registerCellMagic(n, (args, body) -> call(method, magics, args, body)));
            }
        }
    }

    private static List<String> names(Method method, String name, String... aliases) {
        return Stream.concat(Stream.of(name.isEmpty() ? method.getName() : name), Arrays.stream(aliases))
                .toList();
    }

    private static Object call(Method method, Object on, Object... arguments) throws Exception {
        try {
            Object[] taken = Arrays.copyOf(arguments, Math.min(arguments.length, method.getParameterCount()));
            return method.invoke(on, taken);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
