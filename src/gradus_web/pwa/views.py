"""What a phone asks for so that it can do without a network, and what it brings back."""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET, require_http_methods

from gradus_web.diary.gate import with_record, with_record_in_parts
from gradus_web.people.doors import Here
from gradus_web.pwa.actions import take
from gradus_web.pwa.manifest import manifest as table
from gradus_web.pwa.queries import bundle
from gradus_web.pwa.seal import whose

WORKER = (Path(__file__).parent / "worker.js").read_text(encoding="utf-8")
SESSION = ("awake", "beat", "hold", "hurts", "parts", "rest", "signals")
OFFLINE = ("carry", "fill", "kept", "morning", "plan", "queue", "say", "shell", "store", "telling", "word")
FILES = (
    "gradus.css",
    "gradus.js",
    "stepper.js",
    "icon.svg",
    "icons.svg",
    *(f"session/{name}.js" for name in SESSION),
    *(f"offline/{name}.js" for name in OFFLINE),
)
"""What the pages that need no network are made of. None of it tells of a person."""
PAGES = {"/offline": "pwa/offline.html", "/offline/kept": "pwa/kept.html"}
"""These pages, the session first."""
ALONE = {"alone": True}
MOST = 100
"""So many things told are read at a time; a phone sends the rest after them."""


@login_not_required
@require_GET
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone shows of the site on its home screen."""
    return JsonResponse(table(), content_type="application/manifest+json")


@login_not_required
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The script that answers when there is no network, with the files that it keeps and the words of a
    reminder. The pages count for its version: those in another language are kept anew."""
    files = [static(name) for name in FILES]
    pages = [render_to_string(page, ALONE) for page in PAGES.values()]
    version = sha256("".join((*files, WORKER, *pages)).encode()).hexdigest()[:16]
    told = {
        "VERSION": version,
        "PAGES": list(PAGES),
        "FILES": files,
        "REMINDER": _("The reminder you asked for"),
    }
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    return HttpResponse(head + WORKER, content_type="text/javascript")


@login_not_required
@require_GET
def shell(request: HttpRequest) -> HttpResponse:
    """The page that is shown without a network. Of itself it knows nobody: what it shows is on the phone."""
    return render(request, PAGES["/offline"], ALONE)


@login_not_required
@require_GET
def kept(request: HttpRequest) -> HttpResponse:
    """What this device keeps. Of itself it knows nobody: what it tells is read on the device."""
    return render(request, PAGES["/offline/kept"], ALONE)


@require_GET
@gzip_page
@with_record
def sessions(request: HttpRequest, here: Here) -> JsonResponse:
    """The sessions to carry."""
    return JsonResponse(bundle(here, request))


@require_http_methods(["GET", "HEAD", "POST"])
@with_record_in_parts
def told(request: HttpRequest, here: Here) -> JsonResponse:
    """Keeps what was told without a network, with a verdict on each; asked before, it says to whom it would
    belong."""
    mine = whose(here.person)
    if request.method != "POST":
        return JsonResponse({"whose": mine, "csrf": get_token(request)})
    sent = _read(request.body)
    batch, sent_at = sent.get("told"), _moment(sent.get("sent_at"))
    if not isinstance(batch, list) or len(batch) > MOST or sent_at is None:
        return JsonResponse({"says": _("This could not be read. Nothing was stored.")}, status=400)
    if sent.get("whose") != mine:
        return JsonResponse({"says": _("This belongs to somebody else. Nothing was stored.")}, status=409)
    seals = sent.get("seals")
    verdicts = take(here, [_whole(each, seals) for each in batch if isinstance(each, dict)], sent_at)
    return JsonResponse({"verdicts": [each._asdict() for each in verdicts]})


def _read(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return sent if isinstance(sent, dict) else {}


def _whole(told: dict[str, Any], seals: object) -> dict[str, Any]:
    """What was told with its seal, where the seals were sent once for all that was told."""
    nth = told.get("seal")
    if isinstance(nth, int) and isinstance(seals, list) and 0 <= nth < len(seals):
        return {**told, "seal": seals[nth]}
    return told


def _moment(said: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
