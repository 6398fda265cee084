package porthole.picture.reading;

/**
 * A question to somebody who sees one picture and nothing else.
 *
 * @param asked in plain words, without a hint
 * @param answer what the model says, from which the picture is drawn
 */
record ReadingQuestion(String asked, String answer) {}
