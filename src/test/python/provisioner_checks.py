"""A kernel behind a provisioner of somebody else's, which the kernelspec names.

Usage: provisioner_checks.py PREFIX    (a kernel was installed with that --prefix). Prints one line for each check; exits
with 1 where one failed. It moves into a network namespace of its own, since the provisioner makes links.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "elsewhere"))  # before jupyter_client looks for entry points

from jupyter_client import KernelManager  # noqa: E402

from client_checks import connected, heed_interrupts, passes, reply_to, wait_for_output  # noqa: E402
from fault_checks import SPIN, children, gone, run, value, works  # noqa: E402
from launch_checks import installed, write_spec  # noqa: E402


def runs_elsewhere(kernel, client):
    said = {}
    for code in (
        "java.net.NetworkInterface.networkInterfaces().flatMap(n -> n.inetAddresses()).toList().toString()",
        'Path.of("").toAbsolutePath().toString()',
        'String.valueOf(System.getenv("HOME"))',
    ):
        said[code] = value(run(client, code)[1])
    addresses, folder, home = said.values()
    assert kernel.ip in addresses and kernel.ip != "127.0.0.1", said
    assert folder == "/" and home == "null", said


def is_interrupted(kernel, client):
    parent = client.execute(SPIN)
    wait_for_output(client, parent, "on")
    kernel.interrupt_kernel()
    assert reply_to(client, parent).get("ename") == "Interrupted"
    works(client)


def starts_again(kernel, client):
    before = kernel.provisioner.process.pid
    run(client, "int kept = 1;")
    held = os.pidfd_open(before)
    kernel.restart_kernel()
    assert gone(held)
    with connected(kernel) as again:
        assert run(again, "kept")[0]["status"] == "error"
        is_interrupted(kernel, again)


def ends_with_all_that_it_started(kernel, now):
    with connected(kernel) as client:
        run(client, 'new ProcessBuilder("sleep", "1000").start();')
    pid = kernel.provisioner.process.pid
    held = children(pid)
    assert held
    held = held if not now else []  # who is killed cannot end what it has started
    held.append(os.pidfd_open(pid))
    folder = kernel.provisioner.folder
    kernel.shutdown_kernel(now=now)
    assert all(gone(process) for process in held)
    assert not os.path.exists(folder)


def drive(prefix):
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        argv = installed(prefix) + ["{connection_file}"]
        for mode in ("message", "signal"):
            metadata = {"kernel_provisioner": {"provisioner_name": "elsewhere"}}
            write_spec(home, mode, argv, interrupt_mode=mode, metadata=metadata)
            kernel = KernelManager(kernel_name=mode)
            kernel.start_kernel()
            assert type(kernel.provisioner).__name__ == "Elsewhere"
            with connected(kernel) as client:
                for check in (runs_elsewhere, is_interrupted, starts_again):
                    failed += not passes(check, kernel, client)
            failed += not passes(ends_with_all_that_it_started, kernel, mode == "signal")
    return failed


if __name__ == "__main__":
    if "PORTHOLE_ALONE" not in os.environ:
        user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        os.environ["PORTHOLE_ALONE"] = "yes"
        sys.exit(subprocess.run(["unshare", "--net", *user, sys.executable, *sys.argv]).returncode)
    heed_interrupts()
    sys.exit(1 if drive(os.path.abspath(sys.argv[1])) else 0)
