"""The caller's address, which LocalStack gives as 127.0.0.1 for everybody."""

import ipaddress


def known(chain, context, response) -> None:
    """A step of LocalStack's gateway: whoever stands in front of it, on this machine only, says for whom it calls."""
    told = context.invocation_request["headers"].get("X-Forwarded-For", "").split(",")[-1].strip()
    try:
        context.context_variables["identity"]["sourceIp"] = str(ipaddress.ip_address(told))
    except ValueError:
        # nobody in front, or nothing that is an address
        pass
