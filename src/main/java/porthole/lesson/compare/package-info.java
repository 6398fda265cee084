/**
 * Notebooks as a reviewer reads them. {@link porthole.lesson.compare.NotebookDiff} says in words what turns one notebook into
 * another: {@code CellPairs} finds which cell is which, {@code LineDiff} compares their texts, {@code ShownOutputs} their outputs.
 * {@link porthole.lesson.compare.StableNotebook} replaces in outputs what an engine chooses anew at each run
 * ({@code StableNames}), so that two runs differ in nothing that is the same.
 */
@NullMarked
package porthole.lesson.compare;

import org.jspecify.annotations.NullMarked;
