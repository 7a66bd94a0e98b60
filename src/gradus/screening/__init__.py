"""Screening: answers to how urgent it is, which rules fired, what to ask, and the only maker of `Cleared`.

A negative screen is not clearance: serious disease is rare in low back pain (11 of 1,172 people in primary
care), four in five have at least one warning sign, and the clinicians of that study found 5 of the 11
(Henschke 2009). So single weak signs raise concern, combinations raise the action, unfinished means "ask",
and the safety net is said whatever came out.
"""
