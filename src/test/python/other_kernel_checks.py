"""Porthole's words and pictures inside another Java kernel, which gets them by its own magic.

Usage: other_kernel_checks.py SCRATCH PORTHOLE_JAR KERNEL COMMAND…    (KERNEL is rapaio, jjava or ijava; COMMAND starts it, and
gets the connection file as its last word). Exits with 1 if a check failed.
"""

import json
import os
import subprocess
import sys

from jupyter_client.manager import start_new_kernel

SCRATCH, PORTHOLE, KERNEL = sys.argv[1:4]
COMMAND = sys.argv[4:]
STARTS = 5  # rapaio's may stay deaf after a start, since it says that it runs before its sockets are bound
# What a user types there before anything else.
FIRST = {
    "rapaio": [f"%jars {PORTHOLE}", "org.rapaio.jupyter.kernel.display.DisplaySystem.inst().refreshSpiDisplayHandlers()"],
    "jjava": [f"%classpath {PORTHOLE}"],
    "ijava": [f"%jars {PORTHOLE}", "porthole.jupyter.elsewhere.IJavaDisplays.install();"],
}
# The running kernel, as display(value, type) of that kernel asks for it.
RUNNING = {
    "jjava": "org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel()",
    "ijava": "io.github.spencerpark.ijava.IJava.getKernelInstance()",
}


def start():
    folder = os.path.join(SCRATCH, "kernels", "other")
    os.makedirs(folder)
    with open(os.path.join(folder, "kernel.json"), "w") as file:
        json.dump({"argv": [*COMMAND, "{connection_file}"], "display_name": "other", "language": "java"}, file)
    os.environ["JUPYTER_PATH"] = SCRATCH
    for tried in range(1, STARTS + 1):
        try:
            return start_new_kernel(kernel_name="other", startup_timeout=30, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except RuntimeError as deaf:
            print(f"start {tried}: {deaf}")
    sys.exit(f"failed: the other kernel answered none of {STARTS} starts")


def run(client, cell):
    """The data of what the cell shows; its error fails the check."""
    shown = []

    def keep(message):
        if message["msg_type"] in ("execute_result", "display_data"):
            shown.append(message["content"]["data"])
        elif message["msg_type"] == "error":
            sys.exit(f"failed: {cell}: {message['content']['evalue']}")

    client.execute_interactive(cell, timeout=120, output_hook=keep)
    return shown


def check(holds, said):
    if not holds:
        sys.exit(f"failed: {str(said)[:2000]}")


def main():
    manager, client = start()
    try:
        for cell in FIRST[KERNEL]:
            run(client, cell)
        run(client, "import static porthole.notebook.Words.*;")
        (networks,) = run(client, "docker.network.ls()")
        bridge = subprocess.run(
            ["docker", "network", "inspect", "--format", "{{slice .Id 0 12}}", "bridge"], stdout=subprocess.PIPE, text=True
        ).stdout.strip()
        check(networks["text/html"].startswith("<table") and bridge in networks["text/html"], networks)
        check(bridge in networks["text/plain"], networks)
        (picture,) = run(client, "topology()")
        check(picture["image/svg+xml"].startswith("<svg") and "bridge" in picture["image/svg+xml"], picture)
        check(picture["image/png"].startswith("iVBORw0KGgo"), picture)
        check("Who is on which network?" in picture["text/plain"] or "network bridge" in picture["text/plain"], picture)
        if KERNEL in RUNNING:
            (asked,) = run(
                client, f'{RUNNING[KERNEL]}.display({RUNNING[KERNEL]}.getRenderer().renderAs(topology(), "image/svg+xml"));'
            )
            check(set(asked) == {"text/plain", "image/svg+xml"}, asked)
        print("words, tables and pictures in the other kernel")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main()
