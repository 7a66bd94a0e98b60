"""Whether passkeys work where a page stands."""

from ipaddress import ip_address

from django import template
from django.http import HttpRequest
from django.http.request import split_domain_port

register = template.Library()


@register.filter
def passkeys_work(request: HttpRequest) -> bool:
    """A browser makes and uses them on https under a name, never under a number, and on localhost."""
    name, _ = split_domain_port(request.get_host())
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return request.is_secure() or name == "localhost" or name.endswith(".localhost")
    return False
