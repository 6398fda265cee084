package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.api.Completions;

/** The kernel's answer to a request. */
public sealed interface Reply extends Content {
    /** {@code kernel_info_reply}: who answers. */
    record KernelInfo(String version) implements Reply {
        @Override
        public String type() {
            return "kernel_info_reply";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = ok().put("protocol_version", MessageFactory.VERSION)
                    .put("implementation", "porthole")
                    .put("implementation_version", version)
                    .put(
                            "banner",
                            "Porthole " + version + ", Java " + Runtime.version() + ", "
                                    + System.getProperty("java.vm.name"))
                    .put("debugger", false);
            json.putArray("supported_features");
            json.putObject("language_info")
                    .put("name", "java")
                    .put("version", System.getProperty("java.version"))
                    .put("mimetype", "text/x-java")
                    .put("file_extension", ".jshell")
                    .put("pygments_lexer", "java")
                    .put("codemirror_mode", "text/x-java")
                    .put("nbconvert_exporter", "script");
            ArrayNode links = json.putArray("help_links");
            String java = "https://docs.oracle.com/en/java/javase/"
                    + Runtime.version().feature();
            link(links, "Java's classes", java + "/docs/api/index.html");
            link(links, "JShell", java + "/jshell/introduction-jshell.html");
            return json;
        }

        private static void link(ArrayNode links, String text, String url) {
            links.addObject().put("text", text).put("url", url);
        }
    }

    /**
     * {@code execute_reply} of a cell of which all ran.
     *
     * @param expressions the values of the request's user expressions
     * @param pages what the front end's pager shall show
     */
    record Executed(int count, Map<String, Expression> expressions, List<MimeBundle> pages) implements Reply {
        @Override
        public String type() {
            return "execute_reply";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = ok().put("execution_count", count);
            ObjectNode values = json.putObject("user_expressions");
            expressions.forEach((name, value) -> values.set(name, value.json()));
            ArrayNode payload = json.putArray("payload");
            for (MimeBundle page : pages) {
                payload.addObject().put("source", "page").put("start", 0).set("data", MessageJson.tree(page.data()));
            }
            return json;
        }
    }

    /** {@code execute_reply} of a cell that failed. */
    record ExecuteFailed(int count, String name, String message, List<String> traceback) implements Reply {
        @Override
        public String type() {
            return "execute_reply";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = failed(name, message, traceback).put("execution_count", count);
            json.putObject("user_expressions");
            json.putArray("payload");
            return json;
        }
    }

    /** {@code execute_reply} of a cell that waited behind one that failed, and was not run. */
    record Aborted() implements Reply {
        @Override
        public String type() {
            return "execute_reply";
        }

        @Override
        public ObjectNode json() {
            return MessageJson.object().put("status", "aborted");
        }
    }

    /** The value of one of a cell's user expressions. */
    sealed interface Expression {
        ObjectNode json();

        /** It has this value. */
        record Value(MimeBundle bundle) implements Expression {
            @Override
            public ObjectNode json() {
                return Bundles.write(ok(), bundle);
            }
        }

        /** It has none. */
        record None(String name, String message, List<String> traceback) implements Expression {
            @Override
            public ObjectNode json() {
                return failed(name, message, traceback);
            }
        }
    }

    /** {@code is_complete_reply}. */
    record IsComplete(Completeness completeness) implements Reply {
        @Override
        public String type() {
            return "is_complete_reply";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = MessageJson.object();
            if (completeness instanceof Completeness.Incomplete more) {
                return json.put("status", "incomplete").put("indent", more.indent());
            }
            return json.put("status", completeness instanceof Completeness.Complete ? "complete" : "invalid");
        }
    }

    /** {@code complete_reply}; {@code code} is what was asked about, whose positions are told in code points. */
    record Complete(String code, Completions completions) implements Reply {
        @Override
        public String type() {
            return "complete_reply";
        }

        @Override
        public ObjectNode json() {
            int start = CodePoints.fromUnits(code, completions.start());
            int end = CodePoints.fromUnits(code, completions.end());
            ObjectNode json = ok().put("cursor_start", start).put("cursor_end", end);
            ArrayNode matches = json.putArray("matches");
            // IPython's extension, which JupyterLab shows as icons.
            ArrayNode types = json.putObject("metadata").putArray("_jupyter_types_experimental");
            for (Completions.Item item : completions.items()) {
                matches.add(item.text());
                ObjectNode type = types.addObject()
                        .put("text", item.text())
                        .put("type", item.type())
                        .put("start", start)
                        .put("end", end);
                if (!item.signature().isEmpty()) {
                    type.put("signature", item.signature());
                }
            }
            return json;
        }
    }

    /** {@code inspect_reply}. */
    record Inspect(Optional<MimeBundle> found) implements Reply {
        @Override
        public String type() {
            return "inspect_reply";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = ok().put("found", found.isPresent());
            json.set("data", MessageJson.tree(found.map(MimeBundle::data).orElse(Map.of())));
            json.set(
                    "metadata", MessageJson.tree(found.map(MimeBundle::metadata).orElse(Map.of())));
            return json;
        }
    }

    /** {@code history_reply}; outputs are told where {@code output}. */
    record History(List<Entry> entries, boolean output) implements Reply {
        /** One cell that was run, and its result's text. */
        public record Entry(int session, int count, String code, Optional<String> result) {}

        @Override
        public String type() {
            return "history_reply";
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = ok();
            ArrayNode history = json.putArray("history");
            for (Entry entry : entries) {
                ArrayNode row = history.addArray().add(entry.session()).add(entry.count());
                if (output) {
                    row.addArray().add(entry.code()).add(entry.result().orElse(null));
                } else {
                    row.add(entry.code());
                }
            }
            return json;
        }
    }

    /** A reply whose content is a tree of its own: {@code connect_reply}, say. */
    record Plain(String type, ObjectNode json) implements Reply {}

    /** That {@code requestType} could not be answered. */
    record Failed(String requestType, String name, String message) implements Reply {
        @Override
        public String type() {
            return replyTo(requestType);
        }

        @Override
        public ObjectNode json() {
            return failed(name, message, List.of(name + ": " + message));
        }
    }

    /** {@code execute_reply} for {@code execute_request}. */
    static String replyTo(String requestType) {
        return requestType.replaceFirst("_request$", "_reply");
    }

    /** The content that every successful reply begins with. */
    static ObjectNode ok() {
        return MessageJson.object().put("status", "ok");
    }

    private static ObjectNode failed(String name, String message, List<String> traceback) {
        JsonNode lines = MessageJson.strings(traceback);
        return MessageJson.object()
                .put("status", "error")
                .put("ename", name)
                .put("evalue", message)
                .set("traceback", lines);
    }
}
