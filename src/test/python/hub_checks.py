"""Two users of a JupyterHub at once: runs the Hub with a dummy authenticator, and cells of both through its API.

hub_checks.py FOLDER KERNELS own|SOCKET: FOLDER has porthole_hub.py, KERNELS is a folder for JUPYTER_PATH. With "own" each user
has an engine of their own, otherwise both use the engine at SOCKET. Needs root, JupyterHub, and the users pha and phb.
"""
import asyncio
import json
import pathlib
import secrets
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import uuid

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

TOKEN = secrets.token_hex(16)
HUB = "http://127.0.0.1:18000"
CONFIG = """
import sys
sys.path.insert(0, {folder!r})
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.bind_url = "http://127.0.0.1:18000"
c.JupyterHub.hub_port = 18081
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:18001"
c.ConfigurableHTTPProxy.auth_token = "{token}"
c.Spawner.environment = {{"JUPYTER_PATH": {kernels!r}, "PORTHOLE_LANG": "en"}}
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
c.JupyterHub.services = [{{"name": "check", "api_token": "{token}"}}]
c.JupyterHub.load_roles = [{{"name": "check", "scopes": ["admin:users", "admin:servers", "access:servers"], "services": ["check"]}}]
if {engine!r} == "own":
    import porthole_hub
    porthole_hub.engine_for_each_user(c)
else:
    c.Spawner.environment["DOCKER_HOST"] = "unix://" + {engine!r}
"""


def call(method, path, body=None):
    request = urllib.request.Request(HUB + path, method=method, headers={"Authorization": f"token {TOKEN}"},
                                     data=None if body is None else json.dumps(body).encode())
    with urllib.request.urlopen(request, timeout=120) as answer:
        text = answer.read()
        return json.loads(text) if text else None


async def until(what, seconds, happens):
    for _ in range(seconds * 5):
        try:
            if happens():
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        await asyncio.sleep(0.2)
    raise AssertionError(f"{what} did not happen within {seconds} s")


class User:
    def __init__(self, name):
        self.name = name

    async def enter(self):
        call("POST", f"/hub/api/users/{self.name}")
        call("POST", f"/hub/api/users/{self.name}/server")
        await until(f"the server of {self.name}", 120, lambda: (call("GET", f"/hub/api/users/{self.name}")["servers"].get("") or {}).get("ready"))
        kernel = await asyncio.to_thread(call, "POST", f"/user/{self.name}/api/kernels", {"name": "porthole"})
        url = f"{HUB.replace('http', 'ws')}/user/{self.name}/api/kernels/{kernel['id']}/channels"
        self.socket = await websocket_connect(HTTPRequest(url, headers={"Authorization": f"token {TOKEN}"}))

    async def run(self, code):
        """What a cell shows as text; an error's message where it fails."""
        identity = uuid.uuid4().hex
        header = {"msg_id": identity, "msg_type": "execute_request", "username": "", "session": "s", "version": "5.3", "date": ""}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": False}
        await self.socket.write_message(json.dumps(
            {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content}))
        shown = []
        while True:
            message = json.loads(await asyncio.wait_for(self.socket.read_message(), 120))
            if message["parent_header"].get("msg_id") != identity:
                continue
            kind, content = message["header"]["msg_type"], message["content"]
            if kind in ("execute_result", "display_data"):
                shown.append(content["data"]["text/plain"])
            elif kind == "stream":
                shown.append(content["text"])
            elif kind == "error":
                shown.append("error: " + content["evalue"])
            elif kind == "status" and content["execution_state"] == "idle":
                return "\n".join(shown)


async def lesson(a, b, engine):
    await asyncio.gather(a.enter(), b.enter())
    names = ("web", "web") if engine == "own" else ("web-a", "web-b")
    port = '.publish("81:80")' if engine == "own" else ""
    made = await asyncio.gather(*(user.run(f'docker.run("nginx", c -> c.name("{name}"){port})') for user, name in zip((a, b), names)))
    print("both made their container at once:", [m.splitlines()[-1] for m in made])
    if engine == "own":
        pages = await asyncio.gather(a.run('curl("localhost:81").answered()'), b.run('curl("localhost:81").answered()'))
        print("each has a port 81 of its own:", pages)
        assert [p.strip() for p in pages] == ["true", "true"], pages
    seen = await asyncio.gather(*(user.run('docker.ps().stream().map(c -> c.name()).sorted().toList()') for user in (a, b)))
    print("each sees:", seen)
    removed = await b.run("lab.reset()")
    assert names[1] in removed and (names[0] == names[1] or names[0] not in removed), removed
    left = await a.run('docker.ps().stream().map(c -> c.name()).toList()')
    print("after the reset of one, the other has:", left)
    assert names[0] in left and (names[0] == names[1] or names[1] not in left), left
    await a.run("lab.reset()")


async def main(folder, kernels, engine):
    with tempfile.TemporaryDirectory() as home:
        config = pathlib.Path(home, "config.py")
        config.write_text(CONFIG.format(folder=folder, kernels=kernels, engine=engine, token=TOKEN))
        with open(f"{home}/log", "w") as log:
            hub = subprocess.Popen(["jupyterhub", "-f", config], cwd=home, stdout=log, stderr=log)
            a, b = User("pha"), User("phb")
            try:
                await until("the Hub", 120, lambda: call("GET", "/hub/api/"))
                await lesson(a, b, engine)
                print("two users: passed")
            except BaseException:
                print(pathlib.Path(home, "log").read_text()[-6000:], file=sys.stderr)
                raise
            finally:
                for user in (a, b):
                    try:
                        call("DELETE", f"/hub/api/users/{user.name}/server")
                    except urllib.error.URLError:
                        pass
                hub.terminate()
                hub.wait(60)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
