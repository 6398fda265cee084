package porthole.notebook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Folded;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/**
 * What the kernel's own machine got from a URL: a page, or the reason why there was none. A failure is a value and not
 * an exception, because it is often what a lesson wants to show.
 *
 * @param url the URL that was requested, as it was given
 * @param status the HTTP status code, such as 200; empty if no answer came
 * @param body the page's text, or the sentence that says why there is none
 */
public record Page(String url, Optional<Integer> status, String body) implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(Page.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** What java.net.http says (JDK 17, 21, 25) of a connection that ends before an answer. */
    private static final List<String> CLOSED = List.of("received no bytes", "EOF reached", "Connection reset");

    /**
     * Asks {@code url}, with at most 3 seconds to connect and 3 to answer.
     *
     * @param url as curl takes it: {@code localhost:81} means {@code http://localhost:81}
     * @throws IllegalArgumentException where it is no URL
     * @throws InterruptedException where the cell is interrupted
     */
    static Page of(String url) throws InterruptedException {
        URI uri = URI.create(url.contains("://") ? url : "http://" + url);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(LIMIT)
                            .header("User-Agent", "porthole")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Page(url, Optional.of(answer.statusCode()), answer.body());
        } catch (ConnectException e) {
            return new Page(url, Optional.empty(), SENTENCES.say("page.refused", url));
        } catch (HttpTimeoutException e) {
            return new Page(url, Optional.empty(), SENTENCES.say("page.timeout", url, LIMIT.toSeconds()));
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            boolean closed = CLOSED.stream().anyMatch(message::contains);
            return new Page(
                    url,
                    Optional.empty(),
                    closed ? SENTENCES.say("page.closed", url) : SENTENCES.say("page.broken", url, message));
        }
    }

    /** The status code and the body, a space between them, as a recording keeps them; without a status code {@code -}. */
    String written() {
        return status.map(String::valueOf).orElse("-") + " " + body;
    }

    /** The page that was {@link #written}. */
    static Page read(String url, String written) {
        String[] parts = written.split(" ", 2);
        return new Page(
                url, parts[0].equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(parts[0])), parts[1]);
    }

    /** Whether an HTTP answer came, whatever its status code. */
    public boolean answered() {
        return status.isPresent();
    }

    @Override
    public List<MimeBundle> outputs() {
        String text = status.map(s -> "HTTP " + s + "\n" + body).orElse(body);
        return List.of(MimeBundle.html(
                status.isPresent()
                        ? "<div>HTTP " + status.get() + "</div>" + Folded.html(body)
                        : "<div><b>✗</b> " + Html.escape(body) + "</div>",
                text));
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
