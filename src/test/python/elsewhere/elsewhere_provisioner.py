"""A kernel provisioner that starts a kernel as on another machine.

The kernel has a network namespace of its own, where it listens on all addresses; another user's rights, without a home
or a name; a working directory that it may not write; an environment that lacks what the server's has.
"""

import itertools
import os
import shutil
import signal
import subprocess
import tempfile

from jupyter_client.connect import write_connection_file
from jupyter_client.provisioning import KernelProvisionerBase

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

# Networks of two addresses each, of a range that documentation may use. A link may outlive its kernel for a moment.
NETWORKS = itertools.count(0, 4)


def can_become_nobody(program):
    """Not in a user namespace without that user, nor where the program is hidden from it."""
    return subprocess.run(NOBODY + ["test", "-x", program], stderr=subprocess.DEVNULL).returncode == 0


def ip(*words, namespace=None):
    enter = ["nsenter", f"--net=/proc/{namespace}/ns/net"] if namespace else []
    subprocess.run([*enter, "ip", *map(str, words)], check=True)


def connect(pid):
    """A link from here to the process's network; returns its address there."""
    number = next(NETWORKS)
    here, there, name = f"192.0.2.{number + 1}", f"192.0.2.{number + 2}", f"kernel{number}"
    ip("link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", pid)
    ip("addr", "add", here + "/30", "dev", name)
    ip("link", "set", name, "up")
    ip("addr", "add", there + "/30", "dev", "eth0", namespace=pid)
    ip("link", "set", "eth0", "up", namespace=pid)
    ip("link", "set", "lo", "up", namespace=pid)
    return there


class Elsewhere(KernelProvisionerBase):
    process = None
    folder = None

    @property
    def has_process(self):
        return self.process is not None

    async def pre_launch(self, **kwargs):
        self.folder = tempfile.mkdtemp(prefix="elsewhere")
        os.chmod(self.folder, 0o755)
        file, self.connection = write_connection_file(
            os.path.join(self.folder, "接続 ファイル.json"), ip="0.0.0.0", key=self.parent.session.key
        )
        os.chmod(file, 0o644)
        command = [word.replace("{connection_file}", file) for word in self.kernel_spec.argv]
        return await super().pre_launch(cmd=command, **kwargs)

    async def launch_kernel(self, cmd, **kwargs):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **self.kernel_spec.env}
        become = NOBODY if can_become_nobody(cmd[0]) else []
        script = 'echo here; read -r go; exec "$@" > /dev/null < /dev/null'
        self.process = subprocess.Popen(
            ["unshare", "--net", "sh", "-c", script, "sh", *become, *cmd],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd="/",
            start_new_session=True,
            text=True,
        )
        self.process.stdout.readline()
        address = connect(self.process.pid)
        self.process.stdin.write("go\n")
        self.process.stdin.close()
        self.connection_info = {**self.connection, "ip": address, "key": self.parent.session.key}
        return self.connection_info

    async def poll(self):
        return self.process.poll() if self.process else 0

    async def wait(self):
        code = self.process.wait() if self.process else 0
        self.process = None
        return code

    async def send_signal(self, signum):
        if self.process:
            self.process.send_signal(signum)

    async def kill(self, restart=False):
        await self.send_signal(signal.SIGKILL)

    async def terminate(self, restart=False):
        await self.send_signal(signal.SIGTERM)

    async def cleanup(self, restart=False):
        shutil.rmtree(self.folder, ignore_errors=True)
