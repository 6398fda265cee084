package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;

/**
 * What the kernel tells every front end on iopub.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#messages-on-the-iopub-pub-sub-channel">
 *     Messages on the iopub channel</a>
 */
public sealed interface Publication extends Content {
    /**
     * Whether the kernel works on the parent.
     *
     * @param state {@code busy}, {@code idle} or, once, {@code starting}
     */
    record Status(String state) implements Publication {
        public static final Status STARTING = new Status("starting");
        public static final Status BUSY = new Status("busy");
        public static final Status IDLE = new Status("idle");

        @Override
        public String type() {
            return "status";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("execution_state", state);
        }
    }

    /**
     * Text that a cell printed.
     *
     * @param name {@code stdout} or {@code stderr}
     */
    record Stream(String name, String text) implements Publication {
        @Override
        public String type() {
            return "stream";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("name", name).put("text", text);
        }
    }

    /** The code that now runs, with its number, so that every front end sees what one of them sent. */
    record ExecuteInput(String code, int count) implements Publication {
        @Override
        public String type() {
            return "execute_input";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("code", code).put("execution_count", count);
        }
    }

    /** A cell's value. */
    record ExecuteResult(MimeBundle bundle, int count) implements Publication {
        @Override
        public String type() {
            return "execute_result";
        }

        @Override
        public ObjectNode json() {
            return Bundles.write(MessageJson.object(), bundle).put("execution_count", count);
        }
    }

    /** A value shown; with an id it can be updated. */
    record DisplayData(MimeBundle bundle, Optional<String> id) implements Publication {
        @Override
        public String type() {
            return "display_data";
        }

        @Override
        public ObjectNode json() {
            return Bundles.write(MessageJson.object(), bundle).set("transient", Bundles.id(id));
        }
    }

    /** Replaces what is shown under {@code id}. */
    record UpdateDisplayData(MimeBundle bundle, String id) implements Publication {
        @Override
        public String type() {
            return "update_display_data";
        }

        @Override
        public ObjectNode json() {
            return Bundles.write(MessageJson.object(), bundle).set("transient", Bundles.id(Optional.of(id)));
        }
    }

    /** Clears the cell's outputs; where it {@code waits}, when the next one comes. */
    record ClearOutput(boolean waits) implements Publication {
        @Override
        public String type() {
            return "clear_output";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("wait", waits);
        }
    }

    /** How a cell failed. */
    record Failure(String name, String message, List<String> traceback) implements Publication {
        public Failure {
            traceback = List.copyOf(traceback);
        }

        @Override
        public String type() {
            return "error";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object()
                    .put("ename", name)
                    .put("evalue", message)
                    .set("traceback", MessageJson.strings(traceback));
        }
    }

    /** Ends a comm: the protocol's answer to one that nobody here knows. */
    record CommClose(String id) implements Publication {
        @Override
        public String type() {
            return "comm_close";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("comm_id", id).set("data", MessageJson.object());
        }
    }

    /** Tells every front end that the kernel ends, whichever of them asked for it. */
    record Ending(boolean restart) implements Publication {
        @Override
        public String type() {
            return "shutdown_reply";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("status", "ok").put("restart", restart);
        }
    }

    /** Tells a front end that its subscription has come through, so that it misses nothing from now on. */
    record Welcome(String subscription) implements Publication {
        @Override
        public String type() {
            return "iopub_welcome";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("subscription", subscription);
        }
    }
}
