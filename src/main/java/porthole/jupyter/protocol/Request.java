package porthole.jupyter.protocol;

import java.util.Map;

/**
 * What a front end asks for. What is absent has the protocol's default.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#messages-on-the-shell-router-dealer-channel">
 *     Messages on the shell channel</a>
 */
public sealed interface Request {
    /** What this is? */
    record KernelInfo() implements Request {}

    /**
     * Run a cell.
     *
     * @param silent show nothing, count nothing
     * @param storesHistory whether it counts and is remembered; never where {@code silent}
     * @param userExpressions evaluated after the cell, by the name under which to answer
     * @param allowsStdin whether the front end can ask a person
     * @param stopsOnError whether cells that already wait are given up where this one fails
     */
    record Execute(
            String code,
            boolean silent,
            boolean storesHistory,
            Map<String, String> userExpressions,
            boolean allowsStdin,
            boolean stopsOnError)
            implements Request {}

    /** Could it be run as it stands? */
    record IsComplete(String code) implements Request {}

    /**
     * What could stand at the cursor?
     *
     * @param cursor in UTF-16 units
     */
    record Complete(String code, int cursor) implements Request {}

    /**
     * What is it that stands at the cursor?
     *
     * @param cursor in UTF-16 units
     */
    record Inspect(String code, int cursor, boolean detailed) implements Request {}

    /**
     * What was run before?
     *
     * @param output whether results are wanted too
     * @param access {@code range}, {@code tail} or {@code search}
     * @param session for a range; 0 is this one
     * @param start for a range, the first number
     * @param stop for a range, the number after the last; -1 for no end
     * @param limit for tail and search, how many at most, the newest; -1 for all
     * @param pattern for a search, with {@code *} and {@code ?}
     * @param unique for a search, whether equal cells are told once
     */
    record History(
            boolean output, String access, int session, int start, int stop, int limit, String pattern, boolean unique)
            implements Request {}

    /** Which comms are open? */
    record CommInfo() implements Request {}

    /** A comm to a target that the kernel may know. */
    record CommOpen(String id, String target) implements Request {}

    /** More on a comm, or its end: nothing to answer where none was opened. */
    record CommMessage(String id) implements Request {}

    /** Which ports? */
    record Connect() implements Request {}

    /** Stop the running cell. */
    record Interrupt() implements Request {}

    /** End, and be started again where {@code restart}. */
    record Shutdown(boolean restart) implements Request {}

    /** A debugger's request, in the Debug Adapter Protocol. */
    record Debug(int sequence, String command) implements Request {}

    /** What the person typed; on stdin. */
    record InputReply(String value) implements Request {}

    /** Something that this version of the protocol does not know. */
    record Unknown(String type) implements Request {}

    /**
     * Reads a message's content.
     *
     * @throws MalformedException where a field is missing or of the wrong kind
     */
    static Request of(Message message) throws MalformedException {
        String type = message.type();
        MessageFields fields = new MessageFields(type + " content", message.content());
        return switch (type) {
            case "kernel_info_request" -> new KernelInfo();
            case "execute_request" -> execute(fields);
            case "is_complete_request" -> new IsComplete(fields.text("code"));
            case "complete_request" -> new Complete(fields.text("code"), cursor(fields));
            case "inspect_request" ->
                new Inspect(fields.text("code"), cursor(fields), fields.number("detail_level", 0) > 0);
            case "history_request" -> history(fields);
            case "comm_info_request" -> new CommInfo();
            case "comm_open" -> new CommOpen(fields.text("comm_id"), fields.text("target_name", ""));
            case "comm_msg", "comm_close" -> new CommMessage(fields.text("comm_id"));
            case "connect_request" -> new Connect();
            case "interrupt_request" -> new Interrupt();
            case "shutdown_request" -> new Shutdown(fields.flag("restart", false));
            case "debug_request" -> new Debug(fields.number("seq", 0), fields.text("command", ""));
            case "input_reply" -> new InputReply(fields.text("value", ""));
            default -> new Unknown(type);
        };
    }

    private static Execute execute(MessageFields fields) throws MalformedException {
        boolean silent = fields.flag("silent", false);
        return new Execute(
                fields.text("code"),
                silent,
                !silent && fields.flag("store_history", true),
                fields.texts("user_expressions"),
                fields.flag("allow_stdin", true),
                fields.flag("stop_on_error", true));
    }

    private static int cursor(MessageFields fields) throws MalformedException {
        return CodePoints.toUnits(fields.text("code"), fields.number("cursor_pos", Integer.MAX_VALUE));
    }

    private static History history(MessageFields fields) throws MalformedException {
        return new History(
                fields.flag("output", false),
                fields.text("hist_access_type", "tail"),
                fields.number("session", 0),
                fields.number("start", 0),
                fields.number("stop", -1),
                fields.number("n", -1),
                fields.text("pattern", "*"),
                fields.flag("unique", false));
    }
}
