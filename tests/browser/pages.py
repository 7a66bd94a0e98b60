"""The pages that are looked at: of somebody new, and of the example person."""

NEW = ("/", "/privacy", "/account/in", "/account/keep", "/learn/", "/no-such-page")
OWN = (
    "/today",
    "/today?minutes=15",
    "/session",
    "/session/more",
    "/offline",
    "/offline/kept",
    "/plan",
    "/plan/new",
    "/plan/sheet",
    "/plan/others",
    "/measures",
    "/measures/side-bridge-hold",
    "/you/forget",
    "/progress",
    "/progress/training",
    "/progress/training/sit-to-stand",
    "/progress/review",
    "/progress/review/8",
    "/learn/?q=is lifting bad",
    "/learn/mistakes",
    "/learn/exercises",
    "/learn/exercises/bird-dog",
    "/learn/answers/imaging",
    "/learn/claims/aerobics-adds-reach",
    "/you",
    "/you/told",
    "/flare",
    "/morning",
    "/you/reminders",
    "/pause",
    "/why/bird-dog",
    "/screen/page/about-you?anew=1",
    "/screen/page/conditions-and-medicines?anew=1",
    "/screen/meaning",
    "/session/stop/bird-dog",
)
OF_AN_ACCOUNT = (
    "/you",
    "/you/entry",
    "/you/devices",
    "/you/entry/app",
    "/you/entry/codes",
    "/you/entry/codes/new",
    "/you/entry/passkey",
    "/you/entry/passkey/{key}/name",
    "/you/entry/passkey/{key}/remove",
    "/account/again",
    "/account/again/code",
    "/account/again/passkey",
)
"""Seen by somebody with a passkey who has just typed their password; the example person has no such pages."""
HALFWAY_IN = ("/account/in/second", "/account/in")
LOOKS = ("light", "dark", "black")
WIDTHS = (320, 1280)
