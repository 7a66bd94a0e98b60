"""How somebody wants to be reminded."""

import uuid
from datetime import time
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

EVENING = time(18)


class Reminders(models.Model):
    """The wishes of one person. Times are those of `zone`. Without `calendar` there is no feed, without a way
    no reminder; the keys are worth nothing without the site's secret. `told` is when they last changed."""

    class Days(models.TextChoices):
        TRAINING = "training", _("on training days")
        EVERY = "every", _("on every day")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    zone = models.CharField(max_length=64)
    told = models.DateTimeField()
    train_at = models.TimeField(default=EVENING)
    calendar = models.UUIDField(null=True, unique=True)
    at = models.TimeField(default=EVENING)
    days = models.CharField(max_length=8, choices=Days.choices, default=Days.TRAINING)
    mail_off = models.UUIDField(unique=True, default=uuid.uuid4)

    objects: ClassVar[models.Manager["Reminders"]] = models.Manager()


class Way(models.Model):
    """A way by which reminders reach a person: by mail where `endpoint` is empty, else as a push to the
    browser that has this endpoint, made for the key of the site named `under`. `sent_on` is the last local
    day for which one went this way."""

    wishes = models.ForeignKey(Reminders, on_delete=models.CASCADE, related_name="ways")
    endpoint = models.CharField(max_length=500, blank=True)
    under = models.CharField(max_length=100, blank=True)
    sent_on = models.DateField(null=True)

    objects: ClassVar[models.Manager["Way"]] = models.Manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["wishes", "endpoint"], name="each_way_once")
        ]
