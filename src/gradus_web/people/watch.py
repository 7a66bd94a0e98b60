"""What is told to the log of ways in: that somebody came in, or did not; never who."""

import logging

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

LOG = logging.getLogger(__name__)


@receiver(user_logged_in)
def _came_in(**_: object) -> None:
    LOG.info("Somebody signed in.")


@receiver(user_login_failed)
def _was_refused(**_: object) -> None:
    LOG.warning("A sign-in failed.")


@receiver(user_logged_out)
def _left(**_: object) -> None:
    LOG.info("Somebody signed out.")
