/**
 * Notebooks as files: {@link porthole.lesson.document.Notebook} is read and written without loss, in the form in which Jupyter
 * writes it (the notebook format, version 4: https://nbformat.readthedocs.io/en/latest/format_description.html).
 */
@NullMarked
package porthole.lesson.document;

import org.jspecify.annotations.NullMarked;
