package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import porthole.jupyter.FrontEnd.Sent;
import porthole.jupyter.history.Archive;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageJson;

@Timeout(30)
class SessionTest {
    private final FrontEnd page = new FrontEnd();

    @AfterEach
    void close() throws Exception {
        page.close();
    }

    private static ObjectNode code(String code) {
        return MessageJson.object().put("code", code);
    }

    private static List<String> types(List<Sent> sent) {
        return sent.stream().map(Sent::type).toList();
    }

    private ObjectNode ask(String type, ObjectNode content) throws InterruptedException {
        return page.reply(page.send(Channel.SHELL, type, content));
    }

    @Test
    void aCellIsFramedByBusyAndIdleAndAnsweredInOrder() throws Exception {
        List<Sent> sent = page.answers(page.execute("print a\nwarn b\nshow c\nprint d\nvalue 3"));
        assertEquals(
                List.of(
                        "status",
                        "execute_input",
                        "stream",
                        "stream",
                        "display_data",
                        "stream",
                        "execute_result",
                        "execute_reply",
                        "status"),
                types(sent));
        assertEquals("a\n", sent.get(2).text("text"));
        assertEquals("stderr", sent.get(3).text("name"));
        assertEquals(
                "3", sent.get(6).message().content().at("/data/text~1plain").asText());
        assertEquals("ok", sent.get(7).text("status"));
    }

    @Test
    void theStartIsTheFirstThingSaid() throws Exception {
        Sent first = page.until(sent -> true).get(0);
        assertEquals("starting", first.text("execution_state"));
        assertEquals(Optional.empty(), first.message().parent());
    }

    @Test
    void onlyCellsThatStoreHistoryCount() throws Exception {
        assertEquals(
                1, page.reply(page.execute("value 1")).path("execution_count").asInt());
        assertEquals(
                1,
                ask("execute_request", code("value 1").put("store_history", false))
                        .path("execution_count")
                        .asInt());
        assertEquals(
                1,
                ask("execute_request", code("value 1").put("silent", true))
                        .path("execution_count")
                        .asInt());
        assertEquals(2, page.reply(page.execute("fail")).path("execution_count").asInt());
        assertEquals(
                3, page.reply(page.execute("value 1")).path("execution_count").asInt());
    }

    @Test
    void aSilentCellShowsNothing() throws Exception {
        ObjectNode silent = code("print a\nshow b\nvalue c").put("silent", true);
        assertEquals(
                List.of("status", "execute_reply", "status"),
                types(page.answers(page.send(Channel.SHELL, "execute_request", silent))));
        ObjectNode failing = code("fail").put("silent", true);
        assertEquals(
                List.of("status", "execute_reply", "status"),
                types(page.answers(page.send(Channel.SHELL, "execute_request", failing))));
    }

    @Test
    void aFailureIsToldTwiceAndTheSame() throws Exception {
        List<Sent> sent = page.answers(page.execute("fail badly"));
        assertEquals(List.of("status", "execute_input", "error", "execute_reply", "status"), types(sent));
        for (Sent told : sent.subList(2, 4)) {
            assertEquals("IllegalStateException", told.text("ename"));
            assertEquals("badly", told.text("evalue"));
            assertEquals(1, told.message().content().path("traceback").size());
        }
        assertEquals("error", sent.get(3).text("status"));
    }

    @Test
    void aFailureOfTheInterpreterItselfEndsTheCellOnly() throws Exception {
        assertEquals(
                "KernelError", page.reply(page.execute("crash")).path("ename").asText());
        assertEquals("ok", page.reply(page.execute("value 1")).path("status").asText());
    }

    @Test
    void aValueThatIsNoJsonFailsItsCellOnly() throws Exception {
        assertEquals(
                "KernelError",
                page.reply(page.execute("unspeakable")).path("ename").asText());
        assertEquals("ok", page.reply(page.execute("value 1")).path("status").asText());
    }

    @Test
    void cellsThatWaitBehindAFailureAreAborted() throws Exception {
        Message failing = page.execute("spin");
        Message second = page.execute("print never");
        Message third = page.execute("print never");
        page.language.spinning.await();
        page.session().interrupt();
        List<Sent> all = page.until(sent -> FrontEnd.isIdle(sent, third));
        List<String> statuses = all.stream()
                .filter(sent -> sent.type().equals("execute_reply"))
                .map(sent -> sent.text("status"))
                .toList();
        assertEquals(List.of("error", "aborted", "aborted"), statuses);
        assertFalse(types(all).contains("stream"));
        assertEquals(
                3,
                all.stream()
                        .filter(sent -> sent.text("execution_state").equals("idle"))
                        .count());
        assertTrue(all.stream().anyMatch(sent -> FrontEnd.isIdle(sent, failing)));
        assertTrue(all.stream().anyMatch(sent -> FrontEnd.isIdle(sent, second)));
        assertEquals(
                "ok", page.reply(page.execute("print after")).path("status").asText());
    }

    @Test
    void aCellThatWasSentBeforeTheFailureWasKnownIsAbortedHoweverLateItComes() throws Exception {
        OffsetDateTime sent = OffsetDateTime.parse("2026-11-26T10:00:00Z");
        page.reply(page.executeAt(sent, "fail"));
        Message late =
                page.executeAt(sent.plusNanos(5_000_000), "print never"); // the kernel waits for longer than that
        Message next = page.executeAt(sent.plusSeconds(60), "print after");
        assertEquals("aborted", page.reply(late).path("status").asText());
        assertEquals("ok", page.reply(next).path("status").asText());
        Message other = page.executeAt(sent.minusNanos(1), "print by a clock that was set");
        assertEquals("ok", page.reply(other).path("status").asText());
    }

    @Test
    void withoutStopOnErrorTheNextCellRuns() throws Exception {
        page.send(Channel.SHELL, "execute_request", code("fail").put("stop_on_error", false));
        Message second = page.execute("print after");
        assertEquals("ok", page.reply(second).path("status").asText());
    }

    @Test
    void tenThousandLinesBecomeFewMessagesAndLoseNothing() throws Exception {
        List<Sent> sent = page.answers(page.execute("lines 10000"));
        List<Sent> streams =
                sent.stream().filter(it -> it.type().equals("stream")).toList();
        String text = streams.stream().map(it -> it.text("text")).collect(Collectors.joining());
        assertEquals(10_000, text.lines().count());
        assertTrue(text.startsWith("line 0\n") && text.endsWith("line 9999\n"));
        assertTrue(streams.size() < 100, streams.size() + " messages");
    }

    @Test
    void whatAThreadSaysAfterItsCellBelongsToItsCell() throws Exception {
        Message early = page.execute("later hello");
        page.answers(early);
        Message next = page.execute("value 1");
        page.answers(next);
        page.language.later.countDown();
        Sent late = page.until(sent -> sent.type().equals("stream")).get(0);
        assertEquals("hello\n", late.text("text"));
        assertTrue(FrontEnd.isChild(late, early));
    }

    @Test
    void userExpressionsAreEvaluatedEachByItself() throws Exception {
        ObjectNode request = code("value 1");
        request.putObject("user_expressions")
                .put("a", "value 5")
                .put("b", "fail no")
                .put("c", "print x");
        ObjectNode values = (ObjectNode) ask("execute_request", request).path("user_expressions");
        assertEquals("5", values.at("/a/data/text~1plain").asText());
        assertEquals("IllegalStateException", values.at("/b/ename").asText());
        assertEquals("NoValue", values.at("/c/ename").asText());
    }

    @Test
    void displaysAreUpdatedAndCleared() throws Exception {
        List<Sent> sent = page.answers(page.execute("show a\nupdate b\nclear"));
        assertEquals(
                "d", sent.get(2).message().content().at("/transient/display_id").asText());
        assertEquals("update_display_data", sent.get(3).type());
        assertEquals(
                "d", sent.get(3).message().content().at("/transient/display_id").asText());
        assertEquals("clear_output", sent.get(4).type());
        assertTrue(sent.get(4).message().content().path("wait").asBoolean());
    }

    @Test
    void theBusySignStaysWhenSomethingIsAnsweredInTheMiddleOfACell() throws Exception {
        Message cell = page.execute("spin");
        page.language.spinning.await();
        Message aside = page.send(Channel.SHELL, "complete_request", code("pr").put("cursor_pos", 2));
        List<Sent> sent = page.until(it -> FrontEnd.isIdle(it, aside));
        assertTrue(types(sent).contains("complete_reply"));
        Sent next = page.until(it -> true).get(0);
        assertEquals("busy", next.text("execution_state"));
        assertTrue(FrontEnd.isChild(next, cell));
        Message interrupt = page.send(Channel.CONTROL, "interrupt_request", MessageJson.object());
        List<Sent> rest = page.until(it -> FrontEnd.isIdle(it, cell));
        assertTrue(rest.stream()
                .anyMatch(it -> it.type().equals("interrupt_reply")
                        && it.channel() == Channel.CONTROL
                        && FrontEnd.isChild(it, interrupt)));
        assertEquals("idle", rest.get(rest.size() - 1).text("execution_state"));
    }

    @Test
    void aPersonIsAskedAndTheAnswerComesBack() throws Exception {
        Message cell = page.execute("ask name?");
        Sent question = page.until(it -> it.type().equals("input_request")).stream()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertEquals(Channel.STDIN, question.channel());
        assertEquals("name?", question.text("prompt"));
        page.send(Channel.STDIN, "input_reply", MessageJson.object().put("value", "Ada"));
        List<Sent> sent = page.answers(cell);
        assertEquals(
                "Ada", sent.get(0).message().content().at("/data/text~1plain").asText());
    }

    @Test
    void nobodyIsAskedWhereTheFrontEndForbidsIt() throws Exception {
        ObjectNode reply = ask("execute_request", code("ask name?").put("allow_stdin", false));
        assertEquals("InputException", reply.path("ename").asText());
        assertTrue(reply.path("evalue").asText().contains("name?"));
    }

    @Test
    void theKernelSaysWhoItIs() throws Exception {
        ObjectNode reply = ask("kernel_info_request", MessageJson.object());
        assertEquals("5.4", reply.path("protocol_version").asText());
        assertEquals("porthole", reply.path("implementation").asText());
        assertEquals("java", reply.at("/language_info/name").asText());
        assertEquals("text/x-java", reply.at("/language_info/mimetype").asText());
        assertFalse(reply.path("banner").asText().isEmpty());
    }

    @Test
    void theInterpreterWarmsUpOnceBehindTheFirstKernelInfo() throws Exception {
        ask("kernel_info_request", MessageJson.object());
        page.language.warmed.await();
        ask("kernel_info_request", MessageJson.object());
        page.reply(page.execute("value 1"));
        assertEquals(List.of("warm"), page.language.events);
    }

    @Test
    void aPageGoesIntoThePayload() throws Exception {
        ObjectNode reply = page.reply(page.execute("page help"));
        assertEquals("page", reply.at("/payload/0/source").asText());
        assertEquals("help", reply.at("/payload/0/data/text~1plain").asText());
    }

    @Test
    void completenessHasThreeAnswers() throws Exception {
        assertEquals(
                "complete", ask("is_complete_request", code("a")).path("status").asText());
        assertEquals(
                "invalid", ask("is_complete_request", code("}")).path("status").asText());
        ObjectNode more = ask("is_complete_request", code("a…"));
        assertEquals("incomplete", more.path("status").asText());
        assertEquals("  ", more.path("indent").asText());
    }

    @Test
    void cursorsCountCodePoints() throws Exception {
        // Two units of UTF-16, one code point.
        ObjectNode reply = ask("complete_request", code("😀😀 pr").put("cursor_pos", 5));
        assertEquals(3, reply.path("cursor_start").asInt());
        assertEquals(5, reply.path("cursor_end").asInt());
        assertEquals("print", reply.at("/matches/0").asText());
        assertEquals(
                "function",
                reply.at("/metadata/_jupyter_types_experimental/0/type").asText());
    }

    @Test
    void aCursorBehindTheEndIsTheEnd() throws Exception {
        ObjectNode reply = ask("complete_request", code("pr").put("cursor_pos", 99));
        assertEquals(2, reply.path("cursor_end").asInt());
    }

    @Test
    void inspectionSaysWhetherItFoundAnything() throws Exception {
        ObjectNode found = ask("inspect_request", code("print").put("cursor_pos", 2));
        assertTrue(found.path("found").asBoolean());
        assertEquals("print TEXT", found.at("/data/text~1plain").asText());
        assertFalse(ask("inspect_request", code("x").put("cursor_pos", 1))
                .path("found")
                .asBoolean(true));
    }

    @Test
    void historyIsToldByTailRangeAndSearch() throws Exception {
        for (String cell : List.of("value 1", "print a", "value 1")) {
            page.reply(page.execute(cell));
        }
        ObjectNode tail =
                MessageJson.object().put("hist_access_type", "tail").put("n", 2).put("output", true);
        assertEquals(
                "[[1,2,[\"print a\",null]],[1,3,[\"value 1\",\"1\"]]]",
                ask("history_request", tail).path("history").toString());
        ObjectNode range = MessageJson.object()
                .put("hist_access_type", "range")
                .put("session", 0)
                .put("start", 1)
                .put("stop", 3);
        assertEquals(
                "[[1,1,\"value 1\"],[1,2,\"print a\"]]",
                ask("history_request", range).path("history").toString());
        ObjectNode search = MessageJson.object()
                .put("hist_access_type", "search")
                .put("pattern", "v*1")
                .put("unique", true);
        assertEquals(
                "[[1,3,\"value 1\"]]",
                ask("history_request", search).path("history").toString());
    }

    @Test
    void historyReachesIntoEarlierSessions(@TempDir Path folder) throws Exception {
        Map<String, String> home = Map.of("XDG_STATE_HOME", folder.toString());
        FrontEnd last = new FrontEnd(Archive.ofUser(home, page.log::add));
        last.reply(last.execute("value 1"));
        last.reply(last.send(Channel.SHELL, "execute_request", code("value 2").put("store_history", false)));
        last.reply(last.execute("print a"));
        last.session().close();
        FrontEnd next = new FrontEnd(Archive.ofUser(home, page.log::add));
        next.reply(next.execute("value 3"));
        ObjectNode tail = MessageJson.object().put("hist_access_type", "tail").put("n", 9);
        assertEquals("[[1,1,\"value 1\"],[1,2,\"print a\"],[2,1,\"value 3\"]]", history(next, tail));
        ObjectNode range = MessageJson.object().put("hist_access_type", "range").put("start", 1);
        assertEquals("[[1,1,\"value 1\"],[1,2,\"print a\"]]", history(next, range.put("session", -1)));
        assertEquals("[[2,1,\"value 3\"]]", history(next, range.put("session", 0)));
        assertEquals(
                "[[1,1,\"value 1\"]]", history(next, range.put("session", 1).put("stop", 2)));
        assertEquals("[]", history(next, range.put("session", -2)));
        ObjectNode search =
                MessageJson.object().put("hist_access_type", "search").put("pattern", "value*");
        assertEquals("[[1,1,\"value 1\"],[2,1,\"value 3\"]]", history(next, search));
        next.session().close();
    }

    @Test
    void aCellIsInTheHistoryAsSoonAsItIsAnswered(@TempDir Path folder) throws Exception {
        Map<String, String> home = Map.of("XDG_STATE_HOME", folder.toString());
        for (int i = 1; i <= 100; i++) {
            FrontEnd last = new FrontEnd(Archive.ofUser(home, page.log::add));
            last.reply(last.execute("value " + i));
            last.session().close(); // at once
            List<String> kept = Files.readAllLines(folder.resolve("porthole/history.jsonl"));
            assertTrue(kept.size() == i && kept.get(i - 1).contains("value " + i), kept::toString);
        }
    }

    private static String history(FrontEnd page, ObjectNode request) throws Exception {
        return page.reply(page.send(Channel.SHELL, "history_request", request))
                .path("history")
                .toString();
    }

    @Test
    void aCommNobodyKnowsIsClosed() throws Exception {
        Message open = page.send(
                Channel.SHELL,
                "comm_open",
                MessageJson.object().put("comm_id", "c1").put("target_name", "widget"));
        List<Sent> sent = page.answers(open);
        assertEquals(List.of("status", "comm_close", "status"), types(sent));
        assertEquals("c1", sent.get(1).text("comm_id"));
        assertTrue(ask("comm_info_request", MessageJson.object()).path("comms").isEmpty());
    }

    @Test
    void connectTellsThePorts() throws Exception {
        ObjectNode reply = ask("connect_request", MessageJson.object());
        assertEquals(1, reply.path("shell_port").asInt());
        assertEquals(5, reply.path("hb_port").asInt());
    }

    @Test
    void whatIsNotThereIsSaidNotToBeThere() throws Exception {
        ObjectNode debug =
                ask("debug_request", MessageJson.object().put("seq", 7).put("command", "initialize"));
        assertFalse(debug.path("success").asBoolean(true));
        assertEquals(7, debug.path("request_seq").asInt());
        assertEquals(
                "error",
                ask("dance_request", MessageJson.object()).path("status").asText());
        Message unknown = page.send(Channel.SHELL, "dance", MessageJson.object());
        assertEquals(List.of("status", "status"), types(page.answers(unknown)));
    }

    @Test
    void aRequestWithoutItsFieldsIsRefusedWithASentence() throws Exception {
        ObjectNode reply = ask("execute_request", MessageJson.object().put("silent", false));
        assertEquals("error", reply.path("status").asText());
        assertTrue(reply.path("evalue").asText().contains("\"code\""), reply.toString());
        assertEquals(
                "error",
                ask("complete_request", MessageJson.object().put("code", 3))
                        .path("status")
                        .asText());
    }

    @Test
    void shutdownIsAnsweredBeforeTheEndAndSaysWhetherToRestart() throws Exception {
        Message request = page.send(
                Channel.CONTROL, "shutdown_request", MessageJson.object().put("restart", true));
        List<Sent> sent = page.answers(request);
        assertTrue(sent.stream()
                .anyMatch(it -> it.channel() == Channel.CONTROL
                        && it.type().equals("shutdown_reply")
                        && it.message().content().path("restart").asBoolean()));
        assertTrue(page.session().end().join());
    }

    @Test
    void aCellThatHangsDoesNotKeepTheEnd() throws Exception {
        page.execute("hang");
        page.language.spinning.await();
        page.session().finish(language -> language.orElseThrow().close()).get(10, TimeUnit.SECONDS);
        assertEquals(List.of("closed"), page.language.events);
        page.language.release();
    }
}
