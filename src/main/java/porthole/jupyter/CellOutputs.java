package porthole.jupyter;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.history.History;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.Publication;
import porthole.jupyter.protocol.Request;

/** One cell's outputs: each goes out under the cell's own header, however late it comes. */
final class CellOutputs implements Outputs {
    private final ExecuteJob origin;
    private final Message cell;
    private final Request.Execute request;
    private final OutgoingMessages courier;
    private final Input input;
    private final History history;
    private final Queue<MimeBundle> pages = new ConcurrentLinkedQueue<>();

    CellOutputs(ExecuteJob cell, OutgoingMessages courier, Input input, History history) {
        this.origin = cell;
        this.cell = cell.message();
        this.request = cell.request();
        this.courier = courier;
        this.input = input;
        this.history = history;
    }

    /** Publishes {@code content} under the cell; nothing where the cell is silent. */
    void publish(Publication content) {
        if (!request.silent()) {
            courier.publish(Optional.of(cell.header()), content);
        }
    }

    /** Shows {@code bundle} under the cell, as {@code content}. */
    private void show(Publication content, MimeBundle bundle) {
        if (!request.silent()) {
            courier.output(cell.header(), content, size(bundle));
        }
    }

    private static long size(MimeBundle bundle) {
        return bundle.data().values().stream()
                .filter(CharSequence.class::isInstance)
                .mapToLong(form -> ((CharSequence) form).length())
                .sum();
    }

    /** Publishes the cell's value. */
    void result(MimeBundle bundle, int count) {
        show(new Publication.ExecuteResult(bundle, count), bundle);
    }

    @Override
    public void stream(Channel channel, String text) {
        if (!request.silent()) {
            courier.text(cell.header(), channel, text);
        }
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        show(new Publication.DisplayData(bundle, displayId), bundle);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        show(new Publication.UpdateDisplayData(bundle, displayId), bundle);
    }

    @Override
    public void page(MimeBundle bundle) {
        pages.add(bundle);
    }

    /** What the pager shall show. */
    List<MimeBundle> pages() {
        return List.copyOf(pages);
    }

    @Override
    public void clear(boolean wait) {
        publish(new Publication.ClearOutput(wait));
    }

    @Override
    public List<PastCell> earlier() {
        return history.earlier();
    }

    @Override
    public Cancellation cancellation() {
        return origin.cancellation();
    }

    @Override
    public String input(String prompt, boolean password) throws InputException, InterruptedException {
        if (!request.allowsStdin()) {
            throw new InputException(Sentences.of(CellOutputs.class)
                    .say(prompt.isBlank() ? "input.forbidden" : "input.forbidden.prompt", prompt.strip()));
        }
        return input.ask(cell, prompt, password);
    }
}
