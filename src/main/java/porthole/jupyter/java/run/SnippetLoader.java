package porthole.jupyter.java.run;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.classes.Agent;
import porthole.jupyter.java.classes.ClassFiles;
import porthole.jupyter.java.classes.SharedClasses;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.text.JShellNames;

/**
 * Defines cells' classes, woven by {@link Weaver}, and the classes of what is added to the class path, below {@link
 * SharedClasses}, through which cells and kernel share values.
 */
public final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();

    private final VariableStorage homes = new VariableStorage();

    private final StaticState statics = new StaticState(this);

    private final SharedClasses shared;

    private final CellRuntime runtime;

    /** @param runtime whose cells' classes these are */
    public SnippetLoader(CellRuntime runtime) {
        this(runtime, new SharedClasses());
    }

    private SnippetLoader(CellRuntime runtime, SharedClasses shared) {
        super(runtime.loaderName(), new URL[0], shared);
        this.runtime = runtime;
        this.shared = shared;
        setPackageAssertionStatus(JShellNames.PACKAGE, true); // cells alone: a library is run as its users run it
    }

    /** Whose cells' classes these are. */
    CellRuntime runtime() {
        return runtime;
    }

    /** Where variables' values are kept. */
    public VariableStorage homes() {
        return homes;
    }

    /** What the static fields of cells' types begin with. */
    public StaticState statics() {
        return statics;
    }

    /** The class of this name; {@code null} where it has not been loaded. */
    @Nullable
    Class<?> loaded(String name) {
        return findLoadedClass(name);
    }

    /** Cells' classes as JShell has compiled them, by binary name; grows. */
    public Map<String, byte[]> compiled() {
        return compiled;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes one : classes) {
            homes.learn(one.bytecodes());
            compiled.put(one.name(), one.bytecodes());
        }
        statics.learn(byName(classes).keySet());
        loadUnnamed(classes);
    }

    /** Loads what no later cell can name. */
    public void loadUnnamed(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes one : classes) {
            waiting.put(one.name(), woven(one));
        }
        boolean[] installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class.forName(classes[i].name(), false, this);
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("Could not load " + classes[i].name() + ": " + e, installed);
            }
        }
    }

    /**
     * Gives loaded classes new code.
     *
     * @throws ClassInstallException where the JVM does not take it: JShell then loads a new class
     */
    public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        if (Stream.of(classes).anyMatch(c -> homes.isDeclaredAnew(c.bytecodes()))) {
            throw new ClassInstallException("Declared anew", new boolean[classes.length]);
        }
        Map<String, byte[]> now = byName(classes);
        if (now.keySet().stream().anyMatch(name -> statics.beginsOtherwise(name, now))) {
            throw new ClassInstallException("Begins with other values", new boolean[classes.length]);
        }
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                Class<?> old = Class.forName(classes[i].name(), false, this);
                definitions[i] = new ClassDefinition(old, woven(classes[i]));
            }
            Agent.redefine(definitions);
            compiled.putAll(now);
        } catch (ClassNotFoundException
                | UnmodifiableClassException
                | UnsupportedOperationException
                | InternalError // a class whose initializer has failed, and JDK-8340840
                | LinkageError e) {
            throw new ClassInstallException("Not redefined: " + e, new boolean[classes.length]);
        }
    }

    private byte[] woven(ClassBytecodes one) {
        return Weaver.weave(one.bytecodes(), homes, statics.inherited(one.name()));
    }

    private static Map<String, byte[]> byName(ClassBytecodes[] classes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ClassBytecodes one : classes) {
            files.put(one.name(), one.bytecodes());
        }
        return files;
    }

    /** As both supertypes want it: JShell asks for classes that are defined already, the JVM for those that are not. */
    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> defined = findLoadedClass(name);
        if (defined != null) {
            return defined;
        }
        byte[] bytes = waiting.remove(name);
        return bytes == null ? findAdded(name) : defineClass(name, bytes, 0, bytes.length);
    }

    private Class<?> findAdded(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            return shared.lend(name);
        }
    }

    /** Class files of cells too, for libraries that read them, and by the simple name of the newest that has it. */
    @Override
    public @Nullable URL findResource(String name) {
        URL own = name.endsWith(".class") ? ClassFiles.url(name, compiled) : null;
        return own == null ? super.findResource(name) : own;
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        URL own = name.endsWith(".class") ? ClassFiles.url(name, compiled) : null;
        return own == null ? super.findResources(name) : Collections.enumeration(List.of(own));
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {}

    @Override
    public void addToClasspath(String path) throws EngineTerminationException, InternalException {
        for (String entry : path.split(File.pathSeparator, -1)) {
            try {
                addURL(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException("Not a path: " + entry);
            }
        }
    }
}
