"""The unpacked zip, installed by its install.py in each of its ways, and cells run by Jupyter's client.

Usage: package_checks.py FOLDER SCRATCH JAVA    (FOLDER is the unpacked zip). Exits with 1 where a check failed.
"""

import json
import os
import shutil
import subprocess
import sys

FOLDER, SCRATCH, JAVA = sys.argv[1:]


def install(*options, program=sys.executable, **environment):
    """Runs install.py in an environment of its own; gives its exit code and what it printed."""
    own = {"PATH": os.environ["PATH"], "HOME": os.path.join(SCRATCH, "home"), **environment}
    done = subprocess.run(
        [program, os.path.join(FOLDER, "install.py"), *options],
        env=own, cwd=SCRATCH, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    return done.returncode, done.stdout


def check(holds, said):
    if not holds:
        sys.exit(f"failed: {said}")


def kernel_in(folder):
    with open(os.path.join(folder, "kernels", "porthole", "kernel.json")) as file:
        return json.load(file)


def installs_into_a_prefix_and_runs_a_cell():
    code, said = install("--prefix", "prefix", "--java", JAVA, "--java-option=-Xmx300m")
    check(code == 0, said)
    share = os.path.join(SCRATCH, "prefix", "share", "jupyter")
    argv = kernel_in(share)["argv"]
    check(argv[0] == JAVA and "-Xmx300m" in argv, argv)
    check(FOLDER not in " ".join(argv), argv)
    shutil.move(FOLDER, FOLDER + ".away")  # the installed kernel needs nothing of it
    try:
        os.environ["JUPYTER_PATH"] = share
        os.environ["PORTHOLE_HISTORY"] = "off"
        check(values("6 * 7", 'String.join("-", List.of("a", "b"))') == ["42", "a-b"], "the cells' values")
        libraries = values(
            'new com.fasterxml.jackson.databind.ObjectMapper().readTree("[80]").get(0).asInt()',
            "com.github.dockerjava.api.model.ExposedPort.tcp(80).toString()",
            "new org.jfree.data.general.DefaultPieDataset<String>().getItemCount()",
        )
        check(libraries == ["80", "80/tcp", "0"], f"Jackson, docker-java and JFreeChart in cells: {libraries}")
    finally:
        shutil.move(FOLDER + ".away", FOLDER)


def values(*cells):
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(kernel_name="porthole", startup_timeout=120)
    try:
        found = []
        for cell in cells:
            def keep(message):
                if message["msg_type"] == "execute_result":
                    found.append(message["content"]["data"]["text/plain"])

            reply = client.execute_interactive(cell, timeout=120, output_hook=keep)
            check(reply["content"]["status"] == "ok", reply["content"])
        return found
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def installs_for_the_user_where_jupyter_looks():
    from jupyter_core.paths import jupyter_data_dir

    code, said = install("--user", "--java", JAVA, JUPYTER_DATA_DIR=os.path.join(SCRATCH, "data"))
    check(code == 0, said)
    kernel_in(os.path.join(SCRATCH, "data"))
    code, said = install("--java", JAVA)
    check(code == 0, said)
    home = os.path.join(SCRATCH, "home")
    there = jupyter_data_dir().replace(os.path.expanduser("~"), home, 1)
    kernel_in(there)


def installs_into_a_virtual_environment():
    environment = os.path.join(SCRATCH, "environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    code, said = install("--sys-prefix", "--java", JAVA, program=os.path.join(environment, "bin", "python3"))
    check(code == 0, said)
    kernel_in(os.path.join(environment, "share", "jupyter"))


def refuses_with_what_to_do():
    code, said = install("--java", "no-such-java")
    check(code == 1 and '"no-such-java"' in said and "--java" in said, said)
    code, said = install(PATH="/nonexistent")
    check(code == 1 and "JDK 17" in said, said)
    code, said = install("--user", "--sys-prefix")
    check(code == 2 and "not allowed with" in said, said)
    code, said = install("--java", "/bin/true")
    check(code == 1 and "does not run as Java" in said, said)
    old = os.path.join(SCRATCH, "old-java")
    with open(old, "w") as file:
        file.write("#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n")
    os.chmod(old, 0o755)
    code, said = install("--java", old)
    check(code == 1 and "Java 1.8" in said and "JDK 17" in said, said)


for each in (
    installs_into_a_prefix_and_runs_a_cell,
    installs_for_the_user_where_jupyter_looks,
    installs_into_a_virtual_environment,
    refuses_with_what_to_do,
):
    each()
    print(each.__name__, flush=True)
