package porthole.lesson.grade;

import java.util.List;

/**
 * What a submission has come to.
 *
 * @param student whose it is: the name of its file or folder
 * @param file the notebook's, from the folder of submissions
 * @param language of the notebook; empty where it was not run
 * @param of what it was graded from: a digest of the submission, the lesson and the limits
 * @param marks in the lesson's order; none where it was not run
 * @param remarks what is told about it
 * @param seconds that it took
 */
record Graded(
        String student,
        String file,
        String language,
        String of,
        List<TaskMark> marks,
        List<Remark> remarks,
        double seconds) {
    Graded {
        marks = List.copyOf(marks);
        remarks = List.copyOf(remarks);
    }
}
