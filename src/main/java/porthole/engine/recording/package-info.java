/**
 * What an engine and its machine answered, kept in one file and given again without them.
 *
 * <pre>
 * cell ──► Recorder ──► engine        a question ({@code Asked}) and its answer ({@code Kept}), cell by cell
 *             └──► RecordingFile      JSON lines, gzip'd
 * cell ──► Replay ◄── Recording       the answer to the same question in the same cell, else in the same state
 * </pre>
 *
 * <p>The seam is {@link porthole.engine.api.Origin}: calls of the API with their streams, and whatever this machine is
 * asked besides (its programs, ports, pages, shell lines). A question that has no answer in the recording is refused by
 * name; nothing is ever asked of a live engine meanwhile.
 */
@NullMarked
package porthole.engine.recording;

import org.jspecify.annotations.NullMarked;
