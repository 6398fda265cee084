package porthole.lesson.expect;

import java.util.Optional;

/**
 * What a request over HTTP has got.
 *
 * @param status the HTTP status code, such as 404; empty if no answer came
 * @param body the page's text; without a status a sentence that says why none came
 */
public record HttpAnswer(Optional<Integer> status, String body) {}
