package porthole.jupyter.java.advice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be named in the session, for mistakes in names. */
public interface DeclaredNames {
    /** Variables of the session. */
    Collection<String> variables();

    /** Methods that can be called without an object: the session's own and its words. */
    Collection<String> methods();

    /** Simple names of types that need no import. */
    Collection<String> types();

    /** Packages of the JDK that anybody may use. */
    Collection<String> packages();

    /** Full names of the public types that have this simple name, the JDK's first. */
    List<String> importable(String simpleName);

    /**
     * Public fields as {@code name} and methods as {@code name()} of a type.
     *
     * @param type as the compiler writes it, type arguments included
     */
    Collection<String> members(String type);

    /** Why a name cannot be used although a cell has declared it: a sentence on what it lacks. */
    default Optional<String> waiting(String name) {
        return Optional.empty();
    }
}
