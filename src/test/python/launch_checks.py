"""Ways in which gateways, hubs, containers and wrappers start a kernel, and end it.

Usage: launch_checks.py PREFIX    (a kernel was installed with that --prefix). Prints one line for each check; exits
with 1 where one failed.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from client_checks import LIMIT, SLACK, heed_interrupts, in_time, passes, reply_to, wait_for_output
from fault_checks import SPIN, children, gone, run, value, works


def write_spec(home, name, argv, **more):
    """A kernelspec in a folder that JUPYTER_PATH then names."""
    folder = os.path.join(home, "kernels", name)
    os.makedirs(folder)
    with open(os.path.join(folder, "kernel.json"), "w") as file:
        json.dump({"argv": argv, "display_name": name, "language": "java", **more}, file)
    os.environ["JUPYTER_PATH"] = home


def installed(prefix):
    """The command of the installed kernel, but for the connection file; other users may read it from now on."""
    os.chmod(prefix, 0o755)
    folder = os.path.join(prefix, "share", "jupyter", "kernels", "porthole")
    with open(os.path.join(folder, "kernel.json")) as file:
        return [word.replace("{resource_dir}", folder) for word in json.load(file)["argv"][:-1]]


def as_root():
    """Namespaces need root, or a user namespace in which one is."""
    return [] if os.geteuid() == 0 else ["--user", "--map-root-user"]


def connect(process, file):
    """A client that has heard from the kernel on both channels, as one that did not start it.

    The welcome on iopub is waited for: that connection may come up later than shell's, and what the kernel publishes
    until then is not for this client.
    """
    client = BlockingKernelClient()
    client.load_connection_file(file)
    client.start_channels()
    client.kernel_info()
    assert client.get_shell_msg(timeout=LIMIT)["msg_type"] == "kernel_info_reply"
    while client.get_iopub_msg(timeout=LIMIT)["msg_type"] != "iopub_welcome":
        pass
    assert process.poll() is None
    return client


@contextlib.contextmanager
def started(prefix=(), name="kernel.json", **options):
    """The kernel behind `prefix`, by a connection file of that name."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        file = os.path.join(folder, name)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        write_connection_file(file, key=b"key")
        os.chmod(file, 0o644)
        options.setdefault("env", {**os.environ, "LC_ALL": "C.UTF-8"})
        process = subprocess.Popen([*prefix, *KERNEL, file], start_new_session=True, **options)
        client = None
        try:
            client = connect(process, file)
            yield process, client, file
        finally:
            if client is not None:
                client.stop_channels()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def interrupted(client, interrupt):
    parent = client.execute(SPIN)
    wait_for_output(client, parent, "on")
    interrupt()
    assert reply_to(client, parent).get("ename") == "Interrupted"
    works(client)


def pid_of(client):
    return int(value(run(client, "ProcessHandle.current().pid()")[1]))


def two_at_once_keep_apart():
    with started() as (_, one, _), started() as (_, other, _):
        run(one, "int number = 1;")
        assert run(other, "number")[0]["status"] == "error"
        run(other, "int number = 2;")
        assert value(run(one, "number")[1]) == "1"


def the_file_may_have_any_name_and_change_afterwards():
    with started(name="名前 の ある/接続 1.json") as (_, client, file):
        with open(file, "w") as changed:
            changed.write("{}")
        works(client)
        os.unlink(file)
        works(client)


def a_locale_that_cannot_write_the_name_is_told():
    ended = subprocess.run([*KERNEL, "/tmp/接続.json"], env={"LC_ALL": "C"}, capture_output=True, text=True)
    assert ended.returncode == 1 and "(LC_ALL=C)" in ended.stderr and ended.stderr.count("\n") == 1, ended


def without_home_name_terminal_or_streams():
    """As a container runs it with a bare user id."""
    script = 'exec "$@" <&- >&- 2>&-'
    become = ["setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"] if os.geteuid() == 0 else []
    bare = {"PATH": os.environ["PATH"]}
    with started([*become, "sh", "-c", script, "sh"], env=bare, cwd="/") as (process, client, _):
        _, published = run(client, 'System.out.println("out"); System.err.println("err");')
        said = "".join(m["content"]["text"] for m in published if m["msg_type"] == "stream")
        assert said == "out\nerr\n", said
        _, published = run(client, "!echo heard; cat")  # there is nothing to read
        assert "heard" in str(published)
        interrupted(client, lambda: process.send_signal(signal.SIGINT))


def where_nothing_can_be_written():
    lock = 'mount --make-rprivate / && for m in / /tmp "$HOME"; do mount --rbind "$m" "$m" && mount -o remount,bind,ro "$m"; done'
    prefix = ["unshare", "--mount", *as_root(), "sh", "-ec", lock + '; exec "$@"', "sh"]
    with started(prefix, cwd="/") as (_, client, _):
        reply, _ = run(client, 'java.nio.file.Files.createTempFile("a", "b")')
        assert "Read-only" in reply["evalue"], reply
        works(client)
        reply, _ = run(client, "%save /tmp/cells.ipynb")
        assert "Read-only" in reply["evalue"], reply
        works(client)


def as_the_first_process_of_a_container():
    prefix = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", *as_root()]
    with started(prefix) as (process, client, _):
        run(client, 'new ProcessBuilder("sleep", "1000").start();')
        assert pid_of(client) == 1
        first = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout
        held = [os.pidfd_open(int(first)), *children(int(first))]
        interrupted(client, lambda: os.kill(int(first), signal.SIGINT))
        os.kill(int(first), signal.SIGTERM)
        assert len(held) == 2 and all(gone(one) for one in held)


def runs(client, parent):
    """Whether `parent` comes as far as to print; false where it is over before."""
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") == parent:
            if "on" in message["content"].get("text", ""):
                return True
            if message["content"].get("execution_state") == "idle":
                return False


def sigint_interrupts_a_cell_and_nothing_else():
    """Each signal ends one cell at most: that which runs when it is delivered, which may be late, or none."""
    with started() as (process, client, _):
        for _ in range(2):
            os.killpg(process.pid, signal.SIGINT)
        ended = 0
        parent = client.execute(SPIN)
        while not runs(client, parent):
            ended += 1
            assert ended <= 2, ended
            parent = client.execute(SPIN)
        os.killpg(process.pid, signal.SIGINT)
        assert reply_to(client, parent).get("ename") == "Interrupted"
        while run(client, "1 + 1")[0]["status"] == "error":
            ended += 1
            assert ended <= 2, ended
        assert process.poll() is None


def ends_by(number):
    with started() as (process, client, _):
        run(client, 'new ProcessBuilder("sh", "-c", "sleep 1000; sleep 1000").start();')
        held = children(process.pid)
        parent = client.execute(SPIN)
        wait_for_output(client, parent, "on")
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(timeout=LIMIT) == 128 + number
        took = time.monotonic() - began
        assert held and all(gone(one) for one in held)
        assert in_time(took, SLACK), f"{took:.1f} s"


def sigterm_ends_it_at_once_with_its_children():
    ends_by(signal.SIGTERM)


def a_closed_terminal_ends_it_with_its_children():
    ends_by(signal.SIGHUP)


def a_killed_server_is_noticed_behind_a_wrapper():
    """A kernelspec's argv may begin with a program that starts the kernel, such as conda's or a shell script."""
    server = "\n".join(
        [
            "import os, subprocess, sys",
            "os.environ['JPY_PARENT_PID'] = str(os.getpid())",
            "subprocess.Popen(['sh', '-c', '\"$@\"; true', 'sh', *sys.argv[1:]], start_new_session=True)",
            "sys.stdin.readline()",
        ]
    )
    with started([sys.executable, "-c", server], stdin=subprocess.PIPE) as (process, client, _):
        kernel = pid_of(client)
        held = os.pidfd_open(kernel)
        process.kill()
        assert gone(held), f"kernel {kernel} lives on"


LAUNCHER = r"""
import os, signal, socket, sys
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
if os.fork():
    os.execvp(sys.argv[1], sys.argv[1:])
kernel = os.getppid()
while True:
    connection, _ = listener.accept()
    with connection:
        os.kill(kernel, int(connection.recv(9)))
"""


def behind_a_gateways_launcher():
    """It becomes the kernel and leaves a child that hands signals on: an interrupt spares the child, the end does not."""
    launcher = [sys.executable, "-c", LAUNCHER]
    with started(launcher, stdout=subprocess.PIPE) as (process, client, _):
        port = int(process.stdout.readline())
        listener = children(process.pid)

        def signal_kernel(number):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.send(str(int(number)).encode())

        for _ in range(2):
            interrupted(client, lambda: signal_kernel(signal.SIGINT))
        signal_kernel(0)  # a gateway asks in this way whether the kernel lives
        client.shutdown()
        assert process.wait(timeout=LIMIT) == 0
        assert len(listener) == 1 and gone(listener[0])


CHECKS = [
    two_at_once_keep_apart,
    the_file_may_have_any_name_and_change_afterwards,
    a_locale_that_cannot_write_the_name_is_told,
    without_home_name_terminal_or_streams,
    where_nothing_can_be_written,
    as_the_first_process_of_a_container,
    sigint_interrupts_a_cell_and_nothing_else,
    sigterm_ends_it_at_once_with_its_children,
    a_closed_terminal_ends_it_with_its_children,
    a_killed_server_is_noticed_behind_a_wrapper,
    behind_a_gateways_launcher,
]


if __name__ == "__main__":
    heed_interrupts()
    KERNEL = installed(os.path.abspath(sys.argv[1]))
    os.environ["XDG_STATE_HOME"] = os.path.join(os.path.abspath(sys.argv[1]), "state")  # the history is not the user's
    sys.exit(1 if [check for check in CHECKS if not passes(check)] else 0)
