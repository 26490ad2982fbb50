"""LocalStack's own server as it is wanted here: heard on this machine only, and no connection closed under its caller."""

from functools import partial
from types import ModuleType, SimpleNamespace

from rolo.serving.twisted import TwistedGateway
from twisted.internet import endpoints

# it listens on every interface, whatever GATEWAY_LISTEN says
HERE = SimpleNamespace(TCP4ServerEndpoint=partial(endpoints.TCP4ServerEndpoint, interface="127.0.0.1"))


class PatientGateway(TwistedGateway):
    """Keeps idle connections: a workflow that takes one from its pool as it is being closed loses its call."""

    def __init__(self, gateway):
        super().__init__(gateway)
        self.timeOut = None


def replace(server: ModuleType) -> None:
    server.endpoints = HERE
    server.TwistedGateway = PatientGateway
