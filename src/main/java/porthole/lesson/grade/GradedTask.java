package porthole.lesson.grade;

/**
 * Something in a lesson's notebook that gives points.
 *
 * @param name the exercise's name, or nbgrader's {@code grade_id}
 * @param points all that it gives
 * @param manual whether the teacher gives them
 */
record GradedTask(String name, double points, boolean manual) {}
