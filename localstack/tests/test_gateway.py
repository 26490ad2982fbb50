import unittest
from types import SimpleNamespace

from kept_localstack import gateway
from localstack.runtime.server import twisted
from rolo.gateway import Gateway
from twisted.internet import reactor
from twisted.internet.protocol import Factory


class GatewayTest(unittest.TestCase):
    def setUp(self):
        # what localstack.runtime.server.twisted takes by these names
        self.server = SimpleNamespace(endpoints=twisted.endpoints, TwistedGateway=twisted.TwistedGateway)
        gateway.replace(self.server)

    def test_it_is_heard_on_this_machine_only(self):
        listening = []
        self.server.endpoints.TCP4ServerEndpoint(reactor, 0).listen(Factory()).addCallback(listening.append)
        self.addCleanup(listening[0].stopListening)
        self.assertEqual("127.0.0.1", listening[0].getHost().host)

    def test_an_idle_connection_is_not_closed(self):
        self.assertIsNone(self.server.TwistedGateway(Gateway()).buildProtocol(None).timeOut)
