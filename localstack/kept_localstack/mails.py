"""The mails that LocalStack was asked to send: told while others are sent, which LocalStack breaks off at, and only those to
somebody where that is asked."""

from collections.abc import Callable


def told(sent: dict) -> Callable:
    """In place of SesServiceApiResource.on_get: GET /_aws/ses, with to=<address> for one person's. sent is by the mails' ids."""

    def on_get(resource, request):
        wanted = request.args.get("to", "").strip().lower()
        # a copy is made in one turn of Python's
        mails = list(sent.values())
        return {"messages": [mail for mail in mails if not wanted or wanted in _receivers(mail)]}

    return on_get


def _receivers(mail: dict) -> list[str]:
    return [address.lower() for address in mail["Destination"].get("ToAddresses", [])]
