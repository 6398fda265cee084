"""Drives a kernel with Jupyter's own client: endings, interrupts, lost lines, strangers' messages.

Usage: client_checks.py LANGUAGE TRANSPORT ARGV…

LANGUAGE is toy (cells as ToyInterpreter knows them) or java (the same cells said in Java); ARGV starts the kernel, the
connection file's name is put behind it. Prints one line for each check; exits with 1 where one failed.
"""

import contextlib
import hashlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback

from jupyter_client import KernelManager
from jupyter_client.session import Session

# Seconds after which what has not come is lost; no check takes longer because of it, unless it fails.
LIMIT = 60

# A busy machine may take this many times as long as a person would bear.
SLACK = float(os.environ.get("PORTHOLE_TEST_SLACK", "4"))


def in_time(took, seconds):
    """Whether `took` is at most `seconds`, or that many times as long as this machine now takes for any work."""
    return took <= seconds or took <= seconds * stretch()


def stretch():
    """How many seconds a second of computing takes here at the moment, beside what else the machine does."""
    began, used = time.monotonic(), time.process_time()
    block = bytes(1 << 20)
    while time.process_time() - used < 0.5:
        hashlib.sha256(block).digest()
    return (time.monotonic() - began) / (time.process_time() - used)


def heed_interrupts():
    """A shell that runs this in the background, or nohup, lets its children ignore a signal, and they theirs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def collect(client, parent):
    """Published messages of `parent` until idle."""
    found = []
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") != parent:
            continue
        found.append(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return found


JAVA = {
    "print": 'System.out.println("{0}");',
    "warn": 'System.err.println("{0}");',
    "lines": 'for (int i = 0; i < {0}; i++) System.out.println("line " + i);',
    "show": 'display("{0}");',
    "value": '"{0}"',
    "ask": "new java.util.Scanner(System.in).nextLine()",
    "fail": 'throw new IllegalStateException("on purpose");',
    "spin": "while (true) {{}}",
    # Not even closing what the cell holds open ends this one: Java lets nobody give up waiting for a monitor.
    "hang": "var held = new CountDownLatch(1); var monitor = new Object(); new Thread(() -> {{ synchronized (monitor) {{\n"
    "held.countDown(); while (held.getCount() == 0) {{ try {{ Thread.sleep(1000); }} catch (Throwable t) {{ }} }} }} }}).start();\n"
    "held.await(); synchronized (monitor) {{ }}",
}


def say(code):
    """The toy cell in the language that the kernel speaks."""
    if language == "toy":
        return code
    commands = [line.partition(" ") for line in code.splitlines()]
    return "\n".join(JAVA[command].format(rest) for command, _, rest in commands)


def execute(client, code, **options):
    return client.execute(say(code), **options)


def run(client, code, **options):
    parent = execute(client, code, **options)
    return reply_to(client, parent), collect(client, parent)


def reply_to(client, parent, channel="shell"):
    while True:
        reply = getattr(client, f"get_{channel}_msg")(timeout=LIMIT)
        if reply["parent_header"].get("msg_id") == parent:
            return reply["content"]


def text(messages):
    return "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream")


def wait_for_output(client, parent, wanted):
    """Until `parent` has printed `wanted`, so that its cell is known to run."""
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") == parent and wanted in message["content"].get("text", ""):
            return


def lines(kernel, client):
    began = time.monotonic()
    _, published = run(client, "lines 10000")
    took = time.monotonic() - began
    assert text(published) == "".join(f"line {i}\n" for i in range(10000))
    return f"{took * 1000:.0f} ms, {len(published)} messages"


def flood(kernel, client):
    """More than any high-water mark holds, read as late as a slow browser would."""
    parent = execute(client, "lines 300000")
    assert reply_to(client, parent)["status"] == "ok"
    printed = text(collect(client, parent))
    assert printed.count("\n") == 300000 and printed.endswith("line 299999\n"), len(printed)


def steady(kernel, client):
    times = []
    for _ in range(50):
        began = time.monotonic()
        run(client, "value 1")
        times.append(time.monotonic() - began)
    return f"{sorted(times)[25] * 1000:.1f} ms a cell"


def order(kernel, client):
    _, published = run(client, "print a\nwarn b\nshow c\nvalue d")
    types = [m["msg_type"] for m in published]
    assert types == ["status", "execute_input", "stream", "stream", "display_data", "execute_result", "status"], types


def stdin(kernel, client):
    parent = execute(client, "ask your name?", allow_stdin=True)
    question = client.get_stdin_msg(timeout=LIMIT)
    assert language == "java" or question["content"]["prompt"] == "your name?", question
    client.input("Grace")
    published = collect(client, parent)
    assert published[-2]["content"]["data"]["text/plain"].strip('"') == "Grace"
    reply_to(client, parent)


def stop_on_error(kernel, client):
    parents = [execute(client, code) for code in ("fail", "print never", "value 2")]
    replies = [reply_to(client, parent)["status"] for parent in parents]
    assert replies == ["error", "aborted", "aborted"], replies
    assert run(client, "value 3")[0]["status"] == "ok"


def interrupt_by_message(kernel, client):
    parent = execute(client, "print on\nspin")
    wait_for_output(client, parent, "on")
    request = client.session.msg("interrupt_request", {})
    began = time.monotonic()
    client.control_channel.send(request)
    assert reply_to(client, request["header"]["msg_id"], "control")["status"] == "ok"
    reply = reply_to(client, parent)
    assert reply.get("ename") == "Interrupted", reply
    return f"{(time.monotonic() - began) * 1000:.0f} ms"


def interrupt_by_signal(kernel, client):
    parent = execute(client, "print on\nspin")
    wait_for_output(client, parent, "on")
    kernel.interrupt_kernel()
    reply = reply_to(client, parent)
    assert reply.get("ename") == "Interrupted", reply


# What people's cells wait at, each with a word printed before.
WAITS = {
    "busy loop": "System.out.println(0); while (true) {}",
    "loop in another thread": "var t = new Thread(() -> { while (true) {} }); t.start(); System.out.println(0); t.join();",
    "sleep": "System.out.println(0); Thread.sleep(100_000);",
    "accept": "var s = new ServerSocket(0); System.out.println(0); s.accept();",
    "socket read": "var s = new ServerSocket(0); var c = new Socket(\"localhost\", s.getLocalPort());\n"
    "System.out.println(0); c.getInputStream().read();",
    "stream read": "System.out.println(0); new PipedInputStream(new PipedOutputStream()).read();",
    "lock": "var l = new java.util.concurrent.locks.ReentrantLock(); var h = new Thread(l::lock); h.start(); h.join();\n"
    "System.out.println(0); l.lock();",
    "monitor": "System.out.println(0); synchronized (holder) { }",
    "parallel stream": "IntStream.range(0, 9).parallel().forEach(i -> { System.out.println(0); while (true) {} });",
    "child process": "var p = new ProcessBuilder(\"sleep\", \"1000\").start(); System.out.println(0); p.waitFor();",
    "catches Throwable": "while (true) { try { System.out.println(0); Thread.sleep(1000); } catch (Throwable t) { } }",
    "input": "System.out.println(0); new Scanner(System.in).nextLine();",
}


def interrupts(kernel, client):
    """Each of the waits, then ten strokes in a row: the prompt is back within half a second and the state is kept."""
    if language == "toy":
        return None
    client.execute("var kept = new ArrayList<Integer>(); var holder = new Object(); var held = new CountDownLatch(1);\n"
                   "new Thread(() -> { synchronized (holder) { held.countDown(); while (true) { try { Thread.sleep(9999); }"
                   " catch (Throwable t) { } } } }).start(); held.await();")
    took = {name: interrupt(client, code, stdin=name == "input") for name, code in WAITS.items()}
    for i in range(10):
        took[f"stroke {i}"] = interrupt(client, f"kept.add({i}); " + WAITS["busy loop"])
    parent = client.execute("kept")
    reply_to(client, parent)
    published = collect(client, parent)
    assert published[-2]["content"]["data"]["text/plain"] == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]", published
    slow = {name: took for name, took in took.items() if not in_time(took, 0.5 * SLACK)}
    assert not slow, slow
    return f"{max(took.values()) * 1000:.0f} ms at most, of {len(took)}"


def interrupt(client, code, stdin=False):
    """Seconds from the interrupt to the cell's reply."""
    parent = client.execute(code, allow_stdin=stdin)
    wait_for_output(client, parent, "0")
    began = time.monotonic()
    client.control_channel.send(client.session.msg("interrupt_request", {}))
    reply = reply_to(client, parent)
    assert reply.get("ename") == "Interrupted", (code, reply)
    return time.monotonic() - began


def beside_a_cell(kernel, client):
    parent = execute(client, "print on\nspin")
    wait_for_output(client, parent, "on")
    for ask in (client.kernel_info, client.comm_info, lambda: client.complete("pr"), lambda: client.inspect("print")):
        assert reply_to(client, ask())["status"] == "ok"
    kernel.interrupt_kernel()
    reply_to(client, parent)


def bad_messages(kernel, client):
    stranger = Session(key=b"wrong")
    stranger.send(client.shell_channel.socket, "kernel_info_request", {})
    client.shell_channel.socket.send_multipart([b"<IDS|MSG>"])
    client.shell_channel.socket.send_multipart([b"<IDS|MSG>", b"", b"{", b"{}", b"{}", b"{}"])
    assert run(client, "value 1")[0]["status"] == "ok"


def heartbeat(kernel, client):
    assert client.hb_channel.is_beating()


def reconnect(kernel, client):
    """A front end that comes back has the identity of its old connection; without a hand-over one in four stays deaf.

    Its identity is not that of `client`, which still listens: of two that share one, only the newer is served.
    """
    page = Session(key=kernel.session.key)
    for _ in range(20):
        with connected(kernel, session=page) as again:
            assert run(again, "value 1")[0]["status"] == "ok"
    assert run(client, "value 1")[0]["status"] == "ok"


def interrupt_at_once(kernel, client):
    """The kernel is still warming up when its first cell is interrupted."""
    kernel.restart_kernel()
    client = kernel.client()
    client.start_channels()
    try:
        client.kernel_info()
        parent = execute(client, "print on\nspin")
        reply_to(client, client.kernel_info())  # the cell has arrived too
        # A manager asks on a connection of its own, which has the identity of the client's.
        for control in (client.control_channel.socket, kernel.client().control_channel.socket):
            request = client.session.msg("interrupt_request", {})
            client.session.send(control, request)
        reply = reply_to(client, parent)
        assert reply.get("ename") == "Interrupted", reply
    finally:
        client.stop_channels()


def restart(kernel, client):
    kernel.restart_kernel()
    with connected(kernel) as again:
        assert run(again, "value 1")[0]["execution_count"] == 1


@contextlib.contextmanager
def connected(kernel, **options):
    """A client that has heard from the kernel. Never two at once of one session: that is one identity."""
    client = kernel.client(**options)
    client.start_channels()
    try:
        client.wait_for_ready(timeout=LIMIT)
        yield client
    finally:
        client.stop_channels()


def end_while_hanging(kernel, end):
    with connected(kernel) as client:
        parent = execute(client, "print on\nhang")
        wait_for_output(client, parent, "on")
        process = kernel.provisioner.process
        began = time.monotonic()
        end(client, process)
        process.wait(timeout=LIMIT)
        took = time.monotonic() - began
    assert in_time(took, 2), f"{took:.1f} s"
    return f"{took * 1000:.0f} ms", process.returncode


def shutdown_while_hanging(kernel, client):
    took, code = end_while_hanging(kernel, lambda client, process: client.shutdown())
    assert code == 0, code
    return took


def terminate_while_hanging(kernel, client):
    kernel.start_kernel()
    return end_while_hanging(kernel, lambda client, process: process.send_signal(signal.SIGTERM))[0]


def server_is_killed(kernel, client):
    """A kernel whose parent dies without a word ends by itself."""
    program = "\n".join(
        [
            "import os, signal",
            "from jupyter_client import KernelManager",
            "kernel = KernelManager(kernel_name='checked')",
            "kernel.start_kernel()",
            "client = kernel.client()",
            "client.start_channels()",
            f"client.wait_for_ready(timeout={LIMIT})",
            "print(kernel.provisioner.process.pid, flush=True)",
            "os.kill(os.getpid(), signal.SIGKILL)",
        ]
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as server:
        pid = int(server.stdout.readline())
        orphan = os.pidfd_open(pid)
    try:
        assert select.select([orphan], [], [], LIMIT)[0], f"kernel {pid} lives on"
    finally:
        os.close(orphan)


def history_of_the_last_kernel(kernel, _):
    """As the console's arrow keys ask for it, at once after a kernel has ended and beside one that runs."""
    with connected(kernel) as client:
        run(client, "value 41")
        parent = execute(client, "ask the secret", allow_stdin=True)
        client.get_stdin_msg(timeout=LIMIT)
        client.input("a password")
        reply_to(client, parent)
    kernel.restart_kernel()
    other = KernelManager(kernel_name="checked", transport="tcp")
    other.start_kernel()
    try:
        with connected(kernel) as client, connected(other) as beside:
            tail = reply_to(client, client.history(hist_access_type="tail", n=2))["history"]
            assert [row[2] for row in tail] == [say("value 41"), say("ask the secret")], tail
            run(beside, "value 42")
            reply_to(beside, beside.history(hist_access_type="tail", n=1))  # is written when this is answered
            found = reply_to(client, client.history(hist_access_type="search", pattern="*4[12]*"))["history"]
            assert found == [], found  # brackets are themselves
            found = reply_to(client, client.history(hist_access_type="search", pattern="*4?*"))["history"]
            assert [row[2] for row in found[-2:]] == [say("value 41"), say("value 42")], found
            found = reply_to(client, client.history(hist_access_type="search", pattern="*a password*"))["history"]
            assert found == [], found
            last = reply_to(client, client.history(hist_access_type="range", session=-1, start=1, stop=2))["history"]
            assert [row[1:] for row in last] == [[1, say("value 42")]], last
    finally:
        other.shutdown_kernel()


CHECKS = [
    order,
    lines,
    flood,
    steady,
    stdin,
    stop_on_error,
    interrupt_by_message,
    interrupt_by_signal,
    interrupts,
    beside_a_cell,
    bad_messages,
    heartbeat,
    reconnect,
]

# With clients of their own.
ENDINGS = [
    history_of_the_last_kernel,
    interrupt_at_once,
    restart,
    shutdown_while_hanging,
    terminate_while_hanging,
    server_is_killed,
]


def drive(transport, argv):
    with tempfile.TemporaryDirectory() as home:
        spec = os.path.join(home, "kernels", "checked")
        os.makedirs(spec)
        with open(os.path.join(spec, "kernel.json"), "w") as file:
            json.dump({"argv": argv + ["{connection_file}"], "display_name": "Checked", "language": language}, file)
        os.environ["JUPYTER_PATH"] = home
        os.environ["PORTHOLE_OUTPUT_LIMIT"] = "10_000_000"  # for "flood", which must lose nothing
        os.environ["XDG_STATE_HOME"] = os.path.join(home, "state")  # the history is not the user's
        os.environ["PORTHOLE_HISTORY"] = ""
        os.environ["JUPYTER_RUNTIME_DIR"] = os.path.join(home, "runtime")
        os.makedirs(os.environ["JUPYTER_RUNTIME_DIR"])
        kernel = KernelManager(kernel_name="checked", transport=transport)
        if transport == "ipc":
            kernel.ip = os.path.join(home, "socket")
        began = time.monotonic()
        kernel.start_kernel()
        try:
            with connected(kernel) as client:
                print(f"ok   ready {(time.monotonic() - began) * 1000:.0f} ms")
                failed = [check for check in CHECKS if not passes(check, kernel, client)]
            return len(failed) + sum(1 for check in ENDINGS if not passes(check, kernel, None))
        finally:
            if kernel.is_alive():
                kernel.shutdown_kernel(now=True)


def passes(check, *what):
    """Runs a check and prints its name with what became of it; whatever goes wrong in it is its failure."""
    began = time.monotonic()
    try:
        figure = check(*what)
    except Exception as error:
        print(f"FAIL {check.__name__}: {error!r} at {place(error)}", flush=True)
        return False
    took = f"{time.monotonic() - began:.1f} s"
    print(f"ok   {check.__name__} {took}{', ' + figure if figure else ''}", flush=True)
    return True


def place(error):
    """The lines of the checks that led to `error`, outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.endswith("_checks.py") and frame.name != "passes"]
    return ", ".join(f"{frame.name}:{frame.lineno}" for frame in own)


if __name__ == "__main__":
    heed_interrupts()
    language = sys.argv[1]
    sys.exit(1 if drive(sys.argv[2], sys.argv[3:]) else 0)
