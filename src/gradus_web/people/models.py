"""Who somebody is, and the facts of their record: added, never changed."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Users(BaseUserManager["User"]):
    """Makes users. A guest has neither address nor password."""

    def guest(self, language: str = "") -> "User":
        """A new guest, who reads that language."""
        user = self.model(is_guest=True, language=language)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody with a record. A guest is known by their session alone until they give an address and a
    password; the record is theirs before and after. `language` is the one that they chose, empty before."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handle = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(blank=True)
    is_guest = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=8, blank=True, default="")
    joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[Users] = Users()

    def __str__(self) -> str:
        return self.email or "a guest"


class Record(models.Model):
    """The record of one person; its id is theirs in every fact. `is_example` labels an invented life."""

    id = models.UUIDField(primary_key=True, editable=False)
    owner = models.OneToOneField(User, on_delete=models.CASCADE, related_name="record")
    is_example = models.BooleanField(default=False)


class FactLine(models.Model):
    """One fact as its line. `received` is when the server got it, which is no part of the fact."""

    seq = models.BigAutoField(primary_key=True)
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="lines")
    fact = models.UUIDField()
    line = models.BinaryField()
    received = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["record", "fact"], name="each_fact_once"),
        ]


class SignedIn(AbstractBaseSession):
    """A browser's session, with whose it is, so that theirs can be listed, ended and erased. Where nobody is
    signed in, nobody owns it."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="signed_in")

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "signed-in browser"


class Token(models.Model):
    """What lets a program in, as its owner: kept as its digest alone, under the password that stood when it
    was made. `used` is the last day on which it was."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    under = models.CharField(max_length=64)
    made = models.DateField()
    used = models.DateField(null=True)

    objects: ClassVar[models.Manager["Token"]] = models.Manager()
