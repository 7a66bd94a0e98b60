"""What is counted is kept under a fingerprint: no name, address or person can be read from the counts."""

from django.utils.crypto import salted_hmac


def fingerprint(key: str, prefix: str, version: int) -> str:
    """The key as only this site's secret can make it."""
    return salted_hmac("gradus.counted", f"{prefix}:{version}:{key}", algorithm="sha256").hexdigest()
