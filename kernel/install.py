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

# What is said in Japanese if PORTHOLE_LANG, else the locale, asks for it.
JAPANESE = {
    "about": "Jupyter のカーネル「Java (Porthole)」と「Java (Porthole) 日本語」を、このファイルのあるフォルダーからインストールします。",
    "for you alone (the default)": "自分専用にします（既定）",
    "in this Python's own prefix, such as an active virtual environment": "この Python のプレフィックスに置きます。有効な仮想環境ならその中です",
    "in DIR/share/jupyter/kernels; /usr/local is for everyone": "DIR/share/jupyter/kernels に置きます。/usr/local なら全員が使えます",
    "the java program of a JDK 17 or newer": "JDK 17 以降の java",
    "for the kernel's JVM, as in --java-option=-Xmx2g": "カーネルの JVM に渡すオプション。例：--java-option=-Xmx2g",
    '"{}" is not a program that can be run. Give the path of a JDK\'s java to --java.': "「{}」は実行できるプログラムではありません。JDK の java のパスを --java で指定してください。",
    "No java was found, neither by JAVA_HOME nor on PATH. Install a JDK {} or newer, or name its java with --java.": "JAVA_HOME にも PATH にも java がありません。JDK {} 以降をインストールするか、その java を --java で指定してください。",
    '"{}" does not run as Java: {}': "「{}」は Java として動きません：{}",
    "it printed nothing": "何も表示しませんでした",
    '"{}" is Java {}. Porthole needs a JDK {} or newer; name one with --java.': "「{}」は Java {} です。Porthole には JDK {} 以降が必要です。--java で指定してください。",
    '"{}" belongs to a Java without JShell, such as a JRE. Install a JDK, or name its java with --java.': "「{}」は JRE など、JShell のない Java のものです。JDK をインストールするか、その java を --java で指定してください。",
    '"{}" is missing. Unpack the whole zip, and run the install.py in it.': "「{}」がありません。zip をすべて展開し、その中の install.py を実行してください。",
}


def say(sentence, *values):
    """The sentence in the reader's language, with the values in its places."""
    names = ("PORTHOLE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    language = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return (JAPANESE.get(sentence, sentence) if language.startswith("ja") else sentence).format(*values)


def about():
    text = say("about")
    return __doc__.splitlines()[0] if text == "about" else text


def arguments():
    parser = argparse.ArgumentParser(prog="install.py", description=about())
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--user", action="store_true", help=say("for you alone (the default)"))
    place.add_argument(
        "--sys-prefix", action="store_true", help=say("in this Python's own prefix, such as an active virtual environment")
    )
    place.add_argument("--prefix", metavar="DIR", help=say("in DIR/share/jupyter/kernels; /usr/local is for everyone"))
    parser.add_argument("--java", metavar="PROGRAM", help=say("the java program of a JDK 17 or newer"))
    parser.add_argument(
        "--java-option", metavar="OPTION", action="append", default=[], help=say("for the kernel's JVM, as in --java-option=-Xmx2g")
    )
    return parser.parse_args()


def find_java(named):
    """The java program: the named one, else that of JAVA_HOME, else that of PATH."""
    if named:
        found = shutil.which(named)
        return found or sys.exit(
            say('"{}" is not a program that can be run. Give the path of a JDK\'s java to --java.', named)
        )
    home = os.environ.get("JAVA_HOME")
    found = home and shutil.which(os.path.join(home, "bin", "java"))
    found = found or shutil.which("java")
    return found or sys.exit(
        say(
            "No java was found, neither by JAVA_HOME nor on PATH. Install a JDK {} or newer, or name its java with --java.",
            OLDEST,
        )
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
        printed = asked.stdout.strip().splitlines() or [say("it printed nothing")]
        sys.exit(say('"{}" does not run as Java: {}', java, printed[0]))
    if version.startswith("1.") or int(version) < OLDEST:
        sys.exit(say('"{}" is Java {}. Porthole needs a JDK {} or newer; name one with --java.', java, version, OLDEST))
    modules = subprocess.run([java, "--list-modules"], stdout=subprocess.PIPE, text=True).stdout
    if "jdk.jshell" not in modules:
        sys.exit(
            say('"{}" belongs to a Java without JShell, such as a JRE. Install a JDK, or name its java with --java.', java)
        )


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
        sys.exit(say('"{}" is missing. Unpack the whole zip, and run the install.py in it.', JAR))
    java = find_java(asked.java)
    check(java)
    options, environment = place(asked)
    command = [java, "-jar", JAR, "install", *options, "--java", java]
    for option in asked.java_option:
        command += ["--java-option", option]
    sys.exit(subprocess.run(command, env={**os.environ, **environment}).returncode)


if __name__ == "__main__":
    main()
