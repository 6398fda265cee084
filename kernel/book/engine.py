"""Which containers run on an engine before the notebooks do: their pictures and tables would show them, too."""
import http.client
import json
import os
import socket


class Connection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=5)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def running():
    """The names of all containers that run; none where the engine is not asked by a socket of this machine, or does not answer."""
    address = os.environ.get("DOCKER_HOST") or "unix:///var/run/docker.sock"
    if not address.startswith("unix://"):
        return []
    try:
        asked = Connection(address.removeprefix("unix://"))
        asked.request("GET", "/containers/json")
        answer = asked.getresponse()
        return sorted(each["Names"][0].lstrip("/") for each in json.load(answer)) if answer.status == 200 else []
    except (OSError, ValueError, http.client.HTTPException):
        return []
