"""A kernel whose connection file has keys, driven by libzmq's own CURVE sockets.

Usage: curve_checks.py JAVA…    (JAVA… starts a JVM up to the connection file's name). Prints one line for each check;
exits with 1 where one failed.
"""

import contextlib
import json
import os
import queue
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import zmq
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from client_checks import LIMIT, collect, heed_interrupts, reply_to, wait_for_output
from fault_checks import SPIN, passes, run, value, works

CONTEXT = zmq.Context()  # of its own: the client shares an asynchronous one
PAIR = zmq.curve_keypair()


def as_client(plain, server, pair):
    """What jupyter_client 8.9 sets on each of its sockets."""
    plain.curve_secretkey, plain.curve_publickey, plain.curve_serverkey = pair[1], pair[0], server


class CurveClient(BlockingKernelClient):
    """jupyter_client 7 with the sockets of 8.9."""

    def _create_connected_socket(self, channel, identity=None):
        url = self._make_url(channel)
        made = self.context.socket({"shell": zmq.DEALER, "stdin": zmq.DEALER, "control": zmq.DEALER, "iopub": zmq.SUB}[channel])
        made.linger = 1000
        if identity:
            made.identity = identity
        as_client(made, *self.keys)
        made.connect(url)
        return made

    def connect_shell(self, identity=None):
        return self._create_connected_socket("shell", identity)

    def connect_stdin(self, identity=None):
        return self._create_connected_socket("stdin", identity)

    def connect_control(self, identity=None):
        return self._create_connected_socket("control", identity)

    def connect_iopub(self, identity=None):
        made = self._create_connected_socket("iopub", identity)
        made.setsockopt(zmq.SUBSCRIBE, b"")
        return made


def write_file(folder, transport="tcp", **keys):
    file = os.path.join(folder, "kernel.json")
    ip = os.path.join(folder, "s") if transport == "ipc" else "127.0.0.1"
    write_connection_file(file, key=b"key", transport=transport, ip=ip)
    with open(file) as written:
        connection = json.load(written)
    connection.update(keys)
    with open(file, "w") as written:
        json.dump(connection, written)
    return file, connection


def both(pair=PAIR):
    return {"curve_publickey": pair[0].decode(), "curve_secretkey": pair[1].decode()}


@contextlib.contextmanager
def started(transport="tcp", keys=PAIR, options=(), language="en"):
    """The kernel, its connection, and a file that takes its log."""
    with tempfile.TemporaryDirectory() as folder:
        file, connection = write_file(folder, transport, **(both(keys) if keys else {}))
        log = os.path.join(folder, "log")
        with open(log, "w") as sink:
            env = {**os.environ, "LC_ALL": "C.UTF-8", "PORTHOLE_LANG": language, "PORTHOLE_HISTORY": "off"}
            at = next(i for i, word in enumerate(JAVA) if word in ("-cp", "-jar"))  # the last option wins
            process = subprocess.Popen([*JAVA[:at], *options, *JAVA[at:], file], stdout=sink, stderr=sink, env=env)
        try:
            yield process, file, log, connection
        finally:
            process.kill()
            process.wait()


@contextlib.contextmanager
def connected(file, keys=(PAIR[0], PAIR)):
    client = CurveClient() if keys else BlockingKernelClient()
    client.keys = keys
    client.load_connection_file(file)
    client.start_channels(hb=False)
    try:
        client.kernel_info()
        assert client.get_shell_msg(timeout=60)["msg_type"] == "kernel_info_reply"
        yield client
    finally:
        client.stop_channels()


def read(log):
    with open(log) as file:
        return file.read().splitlines()


def beats(connection):
    """The heartbeat's client makes keys of its own, and knows the kernel's public one."""
    beat = CONTEXT.socket(zmq.REQ)
    beat.linger = 0
    as_client(beat, PAIR[0], zmq.curve_keypair())
    beat.connect(f"{connection['transport']}://{connection['ip']}{'-' if connection['transport'] == 'ipc' else ':'}{connection['hb_port']}")
    try:
        for word in (b"ping", b"x" * 100_000):
            beat.send(word)
            assert beat.poll(LIMIT * 1000) and beat.recv() == word
    finally:
        beat.close()


def five_channels(file, connection):
    with connected(file) as client:
        reply, published = run(client, 'System.out.println("häßlich 😀"); 6 * 7')
        assert reply["status"] == "ok" and value(published) == "42", published
        assert any(m["content"].get("text") == "häßlich 😀\n" for m in published), published
        parent = client.execute("new java.util.Scanner(System.in).nextLine()", allow_stdin=True)
        asked = client.get_stdin_msg(timeout=LIMIT)
        assert asked["msg_type"] == "input_request"
        client.input("a secret answer")
        assert reply_to(client, parent)["status"] == "ok"
        assert "a secret answer" in str(collect(client, parent))
        request = client.session.msg("kernel_info_request", {})
        client.control_channel.send(request)
        assert client.get_control_msg(timeout=LIMIT)["msg_type"] == "kernel_info_reply"
        parent = client.execute(SPIN)
        wait_for_output(client, parent, "on")
        client.control_channel.send(client.session.msg("interrupt_request", {}))
        assert reply_to(client, parent).get("ename") == "Interrupted"
        reply, published = run(client, '"y".repeat(3_000_000)')
        works(client)
    beats(connection)


def all_five_channels_are_encrypted_and_serve():
    with started() as (_, file, _, connection):
        five_channels(file, connection)


def so_they_do_over_unix_sockets():
    with started("ipc") as (_, file, _, connection):
        five_channels(file, connection)


def nobody_beside_can_read():
    """A relay in front of iopub and shell sees every byte, and no word of the cell."""
    with started() as (_, file, _, connection):
        seen = bytearray()
        with connected(file) as client:
            works(client)
        for name in ("iopub_port", "shell_port"):
            relay(connection, name, seen)
        with open(file, "w") as changed:
            json.dump(connection, changed)
        with connected(file) as client:
            _, published = run(client, '"open" + "sesame"')
            assert "opensesame" in str(published)
        assert b"CURVE" in seen and len(seen) > 2000, len(seen)
        assert b"sesame" not in seen and b"execute" not in seen and b"DEALER" not in seen


def relay(connection, name, seen):
    target = connection[name]
    server = socket.create_server(("127.0.0.1", 0))
    connection[name] = server.getsockname()[1]

    def pump(one, other):
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                seen.extend(data)
                other.sendall(data)

    def accept():
        while True:
            near, _ = server.accept()
            far = socket.create_connection(("127.0.0.1", target))
            for pair in ((near, far), (far, near)):
                threading.Thread(target=pump, args=pair, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def turned_away(log, connection, keys, wanted):
    """A client that hears nothing, and one line about it though it tries again ten times a second."""
    before = len(read(log))
    client = CONTEXT.socket(zmq.DEALER)
    client.linger = 0
    if keys:
        as_client(client, *keys)
    client.connect(f"tcp://127.0.0.1:{connection['shell_port']}")
    client.send_multipart([b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"])
    deadline = time.monotonic() + LIMIT
    while len(read(log)) == before and time.monotonic() < deadline:
        assert not client.poll(100)
    assert not client.poll(1000)  # ten more attempts
    client.close()
    told = read(log)[before:]
    assert len(told) == 1 and wanted in told[0], told
    assert not any(key.decode() in told[0] for key in PAIR), told


def who_has_no_key_or_another_is_told_of_once():
    for language, plain, other in (
        ("en", "the client asked for NULL", "other keys than this kernel"),
        ("ja", "NULL", "鍵がこのカーネルのものと異なります"),
    ):
        with started(language=language) as (_, file, log, connection):
            with connected(file) as client:
                turned_away(log, connection, None, plain)
                turned_away(log, connection, (zmq.curve_keypair()[0], PAIR), other)
                works(client)


def keys_that_cannot_work_are_refused_at_once():
    public, secret = both().values()
    for language, sentences in (
        ("en", ("curve_publickey but not curve_secretkey", "curve_secretkey but not curve_publickey", "40 letters", "does not belong")),
        ("ja", ("curve_secretkey がありません", "curve_publickey がありません", "40 文字", "対になっていない")),
    ):
        wrong = (
            {"curve_publickey": public},
            {"curve_secretkey": secret},
            {"curve_publickey": public[:-1], "curve_secretkey": secret},
            both((zmq.curve_keypair()[0], PAIR[1])),
        )
        for keys, sentence in zip(wrong, sentences):
            with tempfile.TemporaryDirectory() as folder:
                file, _ = write_file(folder, **keys)
                env = {**os.environ, "LC_ALL": "C.UTF-8", "PORTHOLE_LANG": language}
                ended = subprocess.run([*JAVA, file], env=env, capture_output=True, text=True, timeout=60)
                assert ended.returncode == 1 and sentence in ended.stderr, ended
                assert ended.stderr.count("\n") == 1 and secret not in ended.stderr, ended


def who_does_not_read_loses_outputs_and_is_told():
    """As over connections that are not encrypted: the kernel's memory has an end, and who reads loses nothing."""
    with started(options=["-Xmx128m"]) as (_, file, log, connection):
        with connected(file) as client:
            works(client)
            deaf = CONTEXT.socket(zmq.SUB)
            deaf.rcvhwm, deaf.linger = 1, 0
            deaf.set(zmq.RCVBUF, 1 << 16)
            deaf.set(zmq.RCVTIMEO, LIMIT * 1000)
            as_client(deaf, PAIR[0], PAIR)
            deaf.subscribe(b"")
            deaf.connect(f"tcp://127.0.0.1:{connection['iopub_port']}")
            try:
                deaf.recv_multipart()  # its welcome
                run(client, 'var megabyte = "x".repeat(1_000_000);')
                _, published = run(client, "for (int i = 0; i < 150; i++) display(megabyte + i);")
                assert sum(m["msg_type"] == "display_data" for m in published) == 150
                assert any("does not read iopub" in line for line in read(log)), read(log)
                said = ""
                while "did not read" not in said:
                    works(client)
                    said = str(deaf.recv_multipart())
                assert "outputs (" in said, said
            finally:
                deaf.close()


def the_library_is_loaded_for_keys_alone():
    """In the kernel that has no keys no class of it is there, after all that a notebook does."""
    for keys in (None, PAIR):
        with tempfile.TemporaryDirectory() as folder:
            loaded = os.path.join(folder, "classes")
            with started(keys=keys, options=[f"-Xlog:class+load:file={loaded}"]) as (_, file, _, _):
                with connected(file, keys and (PAIR[0], PAIR)) as client:
                    works(client)
            with open(loaded) as file:
                names = [line.split()[1] for line in file if " source: " in line]
            ours = [name for name in names if name.startswith(("zmq.", "org.zeromq.", "com.neilalexander.", "porthole.jupyter.wire.curve."))]
            assert len(names) > 1000 and bool(ours) == bool(keys), ours


CHECKS = [
    all_five_channels_are_encrypted_and_serve,
    so_they_do_over_unix_sockets,
    nobody_beside_can_read,
    who_has_no_key_or_another_is_told_of_once,
    keys_that_cannot_work_are_refused_at_once,
    who_does_not_read_loses_outputs_and_is_told,
    the_library_is_loaded_for_keys_alone,
]

if __name__ == "__main__":
    heed_interrupts()
    JAVA = sys.argv[1:]
    if not zmq.has("curve"):
        sys.exit("This libzmq has no CURVE.")
    chosen = os.environ.get("ONLY")
    failed = [c.__name__ for c in CHECKS if (not chosen or chosen in c.__name__) and not passes(c)]
    sys.exit(1 if failed else 0)
