package porthole.lesson.file;

import java.nio.file.Path;

/**
 * A place of a lesson file, and what is wrong there.
 *
 * @param file the lesson file
 * @param line from 1
 * @param sentence what is wrong, without the place
 */
public record LessonMistake(Path file, int line, String sentence) {}
