#!/usr/bin/env python3
"""Installs the Jupyter kernels "Java (Porthole)" and "Java (Porthole) 日本語" from the folder that this file is in.

Needs Python 3 and a JDK 17 or newer, nothing else. Where jupyter_core is there, "--user" asks it for the user's folder.
"""

import argparse
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
JAR = os.path.join(HERE, "porthole.jar")
OLDEST = 17


def arguments():
    parser = argparse.ArgumentParser(prog="install.py", description=__doc__.splitlines()[0])
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--user", action="store_true", help="for you alone (the default)")
    place.add_argument(
        "--sys-prefix", action="store_true", help="in this Python's own prefix, such as an active virtual environment"
    )
    place.add_argument("--prefix", metavar="DIR", help="in DIR/share/jupyter/kernels; /usr/local is for everyone")
    parser.add_argument("--java", metavar="PROGRAM", help="the java program of a JDK 17 or newer")
    parser.add_argument(
        "--java-option", metavar="OPTION", action="append", default=[], help="for the kernel's JVM, as in --java-option=-Xmx2g"
    )
    return parser.parse_args()


def find_java(named):
    """The java program: the named one, else that of JAVA_HOME, else that of PATH."""
    if named:
        found = shutil.which(named)
        return found or sys.exit(f'"{named}" is not a program that can be run. Give the path of a JDK\'s java to --java.')
    home = os.environ.get("JAVA_HOME")
    found = home and shutil.which(os.path.join(home, "bin", "java"))
    found = found or shutil.which("java")
    return found or sys.exit(
        f"No java was found, neither by JAVA_HOME nor on PATH. Install a JDK {OLDEST} or newer, or name its java with --java."
    )


def check(java):
    """Ends this program with a sentence if the Java is too old, or has no JShell."""
    asked = subprocess.run(
        [java, "-XshowSettings:properties", "-version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    version = next(
        (line.split("=")[1].strip() for line in asked.stdout.splitlines() if line.strip().startswith("java.specification.version =")),
        "",
    )
    if asked.returncode != 0 or not version:
        sys.exit(f'"{java}" does not run as Java: {(asked.stdout.strip().splitlines() or ["it printed nothing"])[0]}')
    if version.startswith("1.") or int(version) < OLDEST:
        sys.exit(f'"{java}" is Java {version}. Porthole needs a JDK {OLDEST} or newer; name one with --java.')
    modules = subprocess.run([java, "--list-modules"], stdout=subprocess.PIPE, text=True).stdout
    if "jdk.jshell" not in modules:
        sys.exit(f'"{java}" belongs to a Java without JShell, such as a JRE. Install a JDK, or name its java with --java.')


def place(asked):
    """The options that name the folder, and the environment in which they mean it."""
    if asked.prefix:
        return ["--prefix", os.path.abspath(asked.prefix)], {}
    if asked.sys_prefix:
        return ["--prefix", sys.prefix], {}
    try:
        from jupyter_core.paths import jupyter_data_dir
    except ImportError:
        return ["--user"], {}
    return ["--user"], {"JUPYTER_DATA_DIR": jupyter_data_dir()}


def main():
    asked = arguments()
    if not os.path.isfile(JAR):
        sys.exit(f'"{JAR}" is missing. Unpack the whole zip, and run the install.py in it.')
    java = find_java(asked.java)
    check(java)
    options, environment = place(asked)
    command = [java, "-jar", JAR, "install", *options, "--java", java]
    for option in asked.java_option:
        command += ["--java-option", option]
    sys.exit(subprocess.run(command, env={**os.environ, **environment}).returncode)


if __name__ == "__main__":
    main()
