"""Gives each user of a JupyterHub an engine of their own. In jupyterhub_config.py:

    import sys
    sys.path.insert(0, "/opt/porthole/kernel/hub")
    import porthole_hub
    porthole_hub.engine_for_each_user(c)

docs/classes.md says who can harm whom then. The Hub runs as root, as LocalProcessSpawner needs it.
"""
import asyncio
import ctypes
import os
import pathlib
import subprocess

from jupyterhub.spawner import LocalProcessSpawner

ENGINE = pathlib.Path(__file__).resolve().parent / "engine"
GATEWAY = "10.78.0.1"  # of the bridge that "engine network" makes
CLONE_NEWNET = 0x40000000  # of <sched.h>


def engine_for_each_user(c):
    """The one setting: the network for the engines, and a spawner that starts them."""
    subprocess.run([ENGINE, "network"], check=True)
    c.JupyterHub.spawner_class = EngineSpawner
    c.JupyterHub.hub_ip = GATEWAY


class EngineSpawner(LocalProcessSpawner):
    """A user's server in one network namespace with an engine that is the user's alone: localhost is the engine's machine."""

    async def start(self):
        pid, address, socket = (await self.engine("start")).split()
        self.ip = address
        self.environment = {**self.environment, "DOCKER_HOST": f"unix://{socket}"}
        self.namespace = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        try:
            return await super().start()
        finally:
            os.close(self.namespace)

    def make_preexec_fn(self, name):
        become_user = super().make_preexec_fn(name)
        libc = ctypes.CDLL(None, use_errno=True)

        def enter():
            if libc.setns(self.namespace, CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")
            become_user()

        return enter

    async def stop(self, now=False):
        await super().stop(now)
        await self.engine("stop")

    async def engine(self, what):
        process = await asyncio.create_subprocess_exec(
            ENGINE, what, self.user.name, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        out, err = await process.communicate()
        if process.returncode != 0:
            raise RuntimeError(err.decode().strip())
        return out.decode()
