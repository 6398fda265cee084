"""What a packaged kernel does with bad input, through real sockets and signals.

Usage: fault_checks.py JAR JAVA…    (JAVA… starts a JVM). Prints one line for each check; exits with 1 where one failed.
"""

import hashlib
import hmac
import json
import os
import queue
import re
import select
import signal
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client import KernelManager
from jupyter_client.session import Session

from client_checks import LIMIT, collect, connected, heed_interrupts, passes, reply_to

DELIMITER = b"<IDS|MSG>"

SPIN = 'System.out.println("on"); while (true) {}'


def run(client, code, **options):
    parent = client.execute(code, **options)
    return reply_to(client, parent), collect(client, parent)


def works(client):
    reply, _ = run(client, "1 + 1")
    assert reply["status"] == "ok", reply


def value(published):
    return next(m["content"]["data"]["text/plain"] for m in published if m["msg_type"] == "execute_result")


def live_heap(client):
    """MB that a collection leaves; how much the process holds beside that is the JVM's choice, by the machine's memory."""
    _, published = run(
        client, "System.gc(); (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20"
    )
    return int(value(published))


def signed(kernel, parts):
    mac = hmac.HMAC(kernel.session.key, digestmod=hashlib.sha256)
    for part in parts:
        mac.update(part)
    return [DELIMITER, mac.hexdigest().encode()] + parts


def strangers_messages(kernel, client):
    """None of these is answered; the kernel is there for the next message."""
    socket = client.shell_channel.socket
    header = json.dumps({"msg_id": "1", "session": "s", "msg_type": "kernel_info_request", "version": "5.3"}).encode()
    right = signed(kernel, [header, b"{}", b"{}", b"{}"])
    bad = [
        signed(kernel, [b'{"msg_id": "\xff\xfe"}', b"{}", b"{}", b"{}"]),  # not UTF-8
        signed(kernel, [b"[]", b"7", b"null", b'"text"']),  # not objects
        signed(kernel, [b"{" * 100_000, b"{}", b"{}", b"{}"]),  # nested without end
        [DELIMITER, b""] + right[2:],  # not signed
        [DELIMITER, b"0" * 64] + right[2:],  # signed wrongly
        right[:4],  # truncated
        [b"no delimiter"],
        [b""],
        [DELIMITER, b"", b"x" * (64 << 20)],  # huge
    ]
    for frames in bad:
        socket.send_multipart(frames)
    works(client)
    works(client)


def a_recorded_message_counts_once(kernel, client):
    """Someone who hears a cell cannot have it run again, on any channel."""
    run(client, "int times = 0;")
    message = client.session.msg("execute_request", {"code": "times++;", "silent": False, "stop_on_error": True})
    frames = client.session.serialize(message)
    client.shell_channel.socket.send_multipart(frames)
    reply_to(client, message["header"]["msg_id"])
    for channel in (client.shell_channel, client.control_channel):
        channel.socket.send_multipart(frames)
    request = client.session.msg("kernel_info_request", {})
    client.control_channel.send(request)
    reply_to(client, request["header"]["msg_id"], "control")  # what was sent there before has been seen
    assert value(run(client, "times")[1]) == "1"


def huge_cell(kernel, client):
    code = '"' + "x" * 60_000 + '".length() // ' + "y" * (16 << 20)
    reply, published = run(client, code)
    assert reply["status"] == "ok" and value(published) == "60000", str(reply)[:300]


def unknown_messages(kernel, client):
    for channel in ("shell", "control"):
        for name in ("brew_request", "debug_request", "create_subshell_request", "usage_request"):
            request = client.session.msg(name, {"type": "request", "seq": 1, "command": "initialize"})
            getattr(client, channel + "_channel").send(request)
            reply = reply_to(client, request["header"]["msg_id"], channel)
            assert reply.get("status") == "error" or reply.get("success") is False, reply
    for name in ("comm_msg", "comm_close", "brew", "input_reply"):
        client.shell_channel.send(client.session.msg(name, {"comm_id": "1", "data": {}}))
    works(client)


def several_clients(kernel, client):
    """Each is answered on its own, and all see what any of them runs."""
    first, second = Session(key=kernel.session.key), Session(key=kernel.session.key)
    with connected(kernel, session=first) as one, connected(kernel, session=second) as other:
        parents = [c.execute(f"{i} + 100") for i in range(20) for c in (one, other)]
        assert all(reply_to(one, parent)["status"] == "ok" for parent in parents[::2])
        assert all(reply_to(other, parent)["status"] == "ok" for parent in parents[1::2])
        assert value(collect(one, parents[-1])) == value(collect(other, parents[-1])) == "119"


ASK = "new java.util.Scanner(System.in).nextLine()"


def a_client_vanishes_at_a_prompt(kernel, client):
    """The others go on after an interrupt, and it is asked again when it is back."""
    page = Session(key=kernel.session.key)
    with connected(kernel, session=page) as before:
        before.execute(ASK, allow_stdin=True)
        before.get_stdin_msg(timeout=LIMIT)
    parent = client.execute("1 + 1")
    kernel.interrupt_kernel()
    reply = reply_to(client, parent)
    if reply["status"] == "aborted":  # it waited behind the one that was interrupted
        works(client)
    with connected(kernel, session=page) as again:
        parent = again.execute(ASK, allow_stdin=True)
        again.get_stdin_msg(timeout=LIMIT)
        again.input("here")
        assert "here" in value(collect(again, parent))


def skip_published(client, until):
    """Past the frame `until`, with the bare socket: the client takes half a second for a thousand messages."""
    socket = zmq.Socket.shadow(client.iopub_channel.socket.underlying)
    socket.rcvtimeo = LIMIT * 1000
    while not any(until in frame for frame in socket.recv_multipart()):
        pass


def five_thousand_cells(kernel, client):
    """Of comments, because 5,000 compilations would measure the compiler."""
    parents = [client.execute(f"// cell {i}") for i in range(5000)]
    counts = []
    for parent in parents:
        reply = client.get_shell_msg(timeout=LIMIT)
        assert reply["parent_header"]["msg_id"] == parent and reply["content"]["status"] == "ok", reply["content"]
        counts.append(reply["content"]["execution_count"])
    assert counts == list(range(counts[0], counts[0] + 5000))
    skip_published(client, b"// cell 4999")


def an_interrupt_amid_five_thousand_cells(kernel, client):
    """Ends the one that runs and takes the rest back, as "interrupt" and "run all" together mean."""
    parents = [client.execute(f"// cell {i}" if i != 2500 else SPIN) for i in range(5000)]
    skip_published(client, b'"on')
    client.kernel_info()
    statuses = []
    while len(statuses) < 2501:  # the last of them is that kernel_info's: all have arrived by now
        message = client.get_shell_msg(timeout=LIMIT)
        statuses.append(message["content"]["status"])
    kernel.interrupt_kernel()
    statuses += [client.get_shell_msg(timeout=LIMIT)["content"]["status"] for _ in range(2500)]
    assert statuses == ["ok"] * 2501 + ["error"] + ["aborted"] * 2499, {s: statuses.count(s) for s in statuses}
    works(client)


def five_hundred_cells_behind_an_error(kernel, client):
    asking = ASK + ';\nthrow new IllegalStateException("on purpose");'
    parents = [client.execute(asking if not i else "// cell", allow_stdin=True) for i in range(500)]
    client.get_stdin_msg(timeout=LIMIT)
    client.kernel_info()
    while client.get_shell_msg(timeout=LIMIT)["msg_type"] != "kernel_info_reply":  # all have arrived by now
        pass
    client.input("go on")
    statuses = [reply_to(client, parent)["status"] for parent in parents]
    assert statuses == ["error"] + ["aborted"] * 499, {s: statuses.count(s) for s in statuses}
    works(client)


def full_disk(kernel, client):
    reply, _ = run(client, 'java.nio.file.Files.writeString(Path.of("/dev/full"), "x");')
    assert "No space left" in reply["evalue"], reply
    works(client)


# Of the kernel's libraries and rooms, what no plain cell needs. Each is loaded by the first word that needs it.
LATER = [
    "com.github.dockerjava.", "org.jfree.", "org.snakeyaml.", "org.eclipse.aether.", "picocli.", "zmq.", "com.neilalexander.",
    "com.google.common.", "org.bouncycastle.", "porthole.engine.Docker ", "porthole.lesson.", "porthole.picture.", "porthole.probe.",
    "porthole.jupyter.compat.", "porthole.jupyter.elsewhere.", "porthole.jupyter.wire.curve.",
]


def nothing_is_loaded_before_its_first_use(kernel, client):
    def loaded():
        with open(os.environ["PORTHOLE_LOADED"]) as log:
            return [line.split("] ")[-1] for line in log]

    works(client)
    client.complete('"".leng', 7, reply=True, timeout=LIMIT)
    client.inspect("String", 6, reply=True, timeout=LIMIT)
    before = loaded()
    assert any(line.startswith("porthole.jupyter.Kernel ") for line in before)
    # The verifier looks at what the words throw.
    found = [line for line in before if line.startswith(tuple(LATER)) and not line.startswith("porthole.lesson.file.LessonException ")]
    assert not found, found[:5]
    reply, _ = run(client, "docker")
    assert reply["status"] == "ok", reply
    assert any(line.startswith("porthole.engine.Docker ") for line in loaded())


def gone(pid):
    return select.select([pid], [], [], LIMIT)[0]


def children(pid):
    listed = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout
    return [os.pidfd_open(int(child)) for child in listed.split()]


def the_key_is_in_no_log(kernel, client):
    with open(os.environ["PORTHOLE_SAID"], "rb") as said:
        assert kernel.session.key not in said.read()


def sigint_ends_a_cells_command(kernel, client):
    parent = client.execute("!echo on; sleep 1000")
    while "on" not in client.get_iopub_msg(timeout=LIMIT)["content"].get("text", ""):
        pass
    process = kernel.provisioner.process
    held = children(process.pid)
    process.send_signal(signal.SIGINT)
    reply_to(client, parent)
    assert held and all(gone(child) for child in held)
    works(client)


def sigterm_ends_children(kernel, client):
    run(client, 'var child = new ProcessBuilder("sh", "-c", "trap \'\' TERM; sleep 1000; sleep 1000").start();')
    run(client, 'var other = new ProcessBuilder("sleep", "1000").start();')
    process = kernel.provisioner.process
    held = children(process.pid)
    assert len(held) == 2, held
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=LIMIT)
    assert all(gone(child) for child in held)


def a_client_that_does_not_read(kernel, client):
    """600 outputs of 1 MB, cut to what one may hold, cost the kernel no memory; when it reads again, it is told what it lost, and sees the end.

    Twenty at a time: the client that reads has them before the next come, however slow the machine is. A kernel cannot
    tell a client that is slow from one that does not read.
    """
    run(client, 'var megabyte = "x".repeat(1_000_000);')
    before = live_heap(client)
    context = zmq.Context()
    deaf = context.socket(zmq.SUB)
    deaf.set(zmq.RCVHWM, 1)
    deaf.set(zmq.RCVBUF, 1 << 16)
    deaf.set(zmq.RCVTIMEO, LIMIT * 1000)
    deaf.subscribe(b"")
    deaf.connect(f"tcp://{kernel.ip}:{kernel.iopub_port}")
    try:
        deaf.recv_multipart()  # its welcome
        shown = 0
        for first in range(0, 600, 20):
            reply, published = run(client, f"for (int i = {first}; i < {first + 20}; i++) display(megabyte + i);")
            assert reply["status"] == "ok", reply
            shown += sum(1 for m in published if m["msg_type"] == "display_data")
        held = live_heap(client) - before
        parent = client.execute("// the last")
        reply_to(client, parent)
        read, notices, last = 0, "", None
        while last is None or last["parent_header"].get("msg_id") != parent or not is_idle(last):
            _, frames = kernel.session.feed_identities(deaf.recv_multipart())
            last = kernel.session.deserialize(frames)
            read += last["msg_type"] in ("display_data", "execute_result")
            notices += last["content"].get("text", "")
    finally:
        context.destroy(linger=0)
    lost = sum(int(number) for number in re.findall(r"(\d+) outputs", notices))
    assert shown == 600, f"the one that reads saw {shown}"
    assert lost > 0 and read + lost == 601, (read, lost, notices)  # and the size of the heap
    assert held < 150, f"{held} MB"
    return f"{held:+d} MB of live heap, {lost} of 601 lost and told"


def is_idle(message):
    return message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"


def hears_again(client):
    """A client of the kernel that was killed connects anew by itself, later; what is published before never comes to it."""
    deadline = time.monotonic() + LIMIT
    while True:
        parent = client.kernel_info()
        reply_to(client, parent)
        try:
            while client.get_iopub_msg(timeout=0.5)["parent_header"].get("msg_id") != parent:
                pass
            return
        except queue.Empty:
            assert time.monotonic() < deadline, "it never connected"


def kill_9_loses_no_cell_of_the_history(kernel, client):
    """What was answered half a second ago is in the next kernel's history; the file is whole."""
    run(client, "int beforeTheKill = 1;")
    file = os.path.join(os.environ["XDG_STATE_HOME"], "porthole", "history.jsonl")
    deadline = time.monotonic() + LIMIT
    while "beforeTheKill" not in (open(file).read() if os.path.exists(file) else ""):
        assert time.monotonic() < deadline, "not written"
        time.sleep(0.01)
    process = kernel.provisioner.process
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=LIMIT)
    kernel.restart_kernel(now=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with connected(kernel, session=Session(key=kernel.session.key)) as again:
        found = reply_to(again, again.history(hist_access_type="search", pattern="*beforeTheKill*"))["history"]
        assert [row[2] for row in found] == ["int beforeTheKill = 1;"], found
        works(again)
    hears_again(client)


def refused(argv, file, *words):
    ended = subprocess.run(argv + [file], capture_output=True, text=True, timeout=LIMIT)
    assert ended.returncode == 1, ended
    said = ended.stderr.strip()
    assert said.count("\n") == 0 and all(word in said for word in words), said


def connection_files(argv, folder):
    """One sentence on stderr, and exit code 1."""
    good = {"transport": "tcp", "ip": "127.0.0.1", "key": "k", "signature_scheme": "hmac-sha256"}
    sockets = [zmq.Context.instance().socket(zmq.ROUTER) for _ in range(5)]
    ports = [socket.bind_to_random_port("tcp://127.0.0.1") for socket in sockets]
    names = ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")
    good.update(zip(names, ports))
    cases = {
        "taken": (json.dumps(good), "Cannot listen", str(ports[0])),
        "incomplete": (json.dumps({**good, "hb_port": 0, "ip": 7}), "hb_port", "ip"),
        "empty": ("", "let Jupyter write it anew"),
        "broken": ('{"shell_port": ', "let Jupyter write it anew"),
        "unsigned": (json.dumps({**good, "signature_scheme": "rot13"}), "rot13"),
        "transport": (json.dumps({**good, "transport": "pigeon"}), "pigeon"),
    }
    for name, (content, *words) in cases.items():
        file = os.path.join(folder, name + ".json")
        with open(file, "w") as out:
            out.write(content)
        refused(argv, file, file if name != "taken" else "shell", *words)
    refused(argv, os.path.join(folder, "missing.json"), "No connection file", "missing.json")
    refused(argv, folder, "cannot be read")
    for socket in sockets:
        socket.close(0)


CHECKS = [
    nothing_is_loaded_before_its_first_use,
    strangers_messages,
    a_recorded_message_counts_once,
    huge_cell,
    unknown_messages,
    several_clients,
    a_client_vanishes_at_a_prompt,
    five_thousand_cells,
    an_interrupt_amid_five_thousand_cells,
    five_hundred_cells_behind_an_error,
    full_disk,
    the_key_is_in_no_log,
    sigint_ends_a_cells_command,
    a_client_that_does_not_read,
    kill_9_loses_no_cell_of_the_history,
    sigterm_ends_children,
]


def drive(jar, java):
    with tempfile.TemporaryDirectory() as home:
        failed = 0 if passes(connection_files, java + ["-jar", jar, "kernel"], home) else 1
        loaded = os.environ["PORTHOLE_LOADED"] = os.path.join(home, "loaded.txt")
        spec = os.path.join(home, "kernels", "checked")
        os.makedirs(spec)
        argv = java + ["-Xlog:class+load:file=" + loaded, "-jar", jar, "kernel", "{connection_file}"]
        with open(os.path.join(spec, "kernel.json"), "w") as file:
            json.dump({"argv": argv, "display_name": "Checked", "language": "java"}, file)
        os.environ["JUPYTER_PATH"] = home
        os.environ["XDG_STATE_HOME"] = os.path.join(home, "state")  # the history is not the user's
        os.environ["PORTHOLE_HISTORY"] = ""
        kernel = KernelManager(kernel_name="checked")
        said = os.environ["PORTHOLE_SAID"] = os.path.join(home, "said.txt")
        with open(said, "wb") as log:
            kernel.start_kernel(stdout=log, stderr=log)
        try:
            with connected(kernel) as client:
                return failed + sum(1 for check in CHECKS if not passes(check, kernel, client))
        finally:
            if kernel.is_alive():
                kernel.shutdown_kernel(now=True)


if __name__ == "__main__":
    heed_interrupts()
    sys.exit(1 if drive(sys.argv[1], sys.argv[2:]) else 0)
