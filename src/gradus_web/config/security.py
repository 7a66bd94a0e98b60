"""What a page may load: what comes from this site, and nothing else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)"
Answer = Callable[[HttpRequest], HttpResponse]


def only_ours(answer: Answer) -> Answer:
    """Every response carries the policy; pages are kept by no cache, since they tell of a person."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response["Permissions-Policy"] = PERMISSIONS
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    return answered
