"""Porthole's words and pictures inside another Java kernel, which gets them by its own magic.

Usage: other_kernel_checks.py SCRATCH JAVA KERNEL_JAR PORTHOLE_JAR    (KERNEL_JAR is rapaio-jupyter-kernel).
Exits with 1 where a check failed.
"""

import json
import os
import subprocess
import sys

from jupyter_client.manager import start_new_kernel

SCRATCH, JAVA, KERNEL, PORTHOLE = sys.argv[1:]
STARTS = 5  # that kernel may stay deaf after a start, since it says that it runs before its sockets are bound


def start():
    folder = os.path.join(SCRATCH, "kernels", "other")
    os.makedirs(folder)
    with open(os.path.join(folder, "kernel.json"), "w") as file:
        json.dump({"argv": [JAVA, "-jar", KERNEL, "{connection_file}"], "display_name": "other", "language": "java"}, file)
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
        run(client, f"%jars {PORTHOLE}")
        run(client, "org.rapaio.jupyter.kernel.display.DisplaySystem.inst().refreshSpiDisplayHandlers()")
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
        print("words, tables and pictures in the other kernel")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main()
