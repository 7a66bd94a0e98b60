"""How somebody wants to be reminded."""

import uuid
from datetime import time
from typing import ClassVar

from django.conf import settings
from django.db import models

EVENING = time(18)


class Reminders(models.Model):
    """The wishes of one person. Times are those of `zone`. Without `calendar` there is no feed, without
    `mail_at` no mail; the keys are worth nothing without the site's secret. `mailed_on` is the last local day
    for which a mail was sent, `told` when the wishes were last changed."""

    class Days(models.TextChoices):
        TRAINING = "training", "on training days"
        EVERY = "every", "on every day"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    zone = models.CharField(max_length=64)
    told = models.DateTimeField()
    train_at = models.TimeField(default=EVENING)
    calendar = models.UUIDField(null=True, unique=True)
    mail_at = models.TimeField(null=True)
    mail_days = models.CharField(max_length=8, choices=Days.choices, default=Days.TRAINING)
    mail_off = models.UUIDField(unique=True, default=uuid.uuid4)
    mailed_on = models.DateField(null=True)

    objects: ClassVar[models.Manager["Reminders"]] = models.Manager()
