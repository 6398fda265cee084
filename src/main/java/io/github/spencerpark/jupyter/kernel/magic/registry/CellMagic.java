package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that is a magic for a cell; it takes the words of its first line, and the rest. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CellMagic {
    /** Its name; the method's own where empty. */
    String value() default "";

    /** More names. */
    String[] aliases() default {};
}
