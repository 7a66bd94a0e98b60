from datetime import UTC, datetime
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import migrations, models

from gradus_web.people.sessions import SessionStore

BEFORE = "django_session"


def bring(apps: Any, editor: Any) -> None:
    """Whoever is signed in stays so: a guest has nothing else to get back in with."""
    here = editor.connection.alias
    signed_in = apps.get_model("people", "SignedIn").objects.using(here)
    users = {
        str(pk) for pk in apps.get_model("people", "User").objects.using(here).values_list("pk", flat=True)
    }
    with editor.connection.cursor() as cursor:
        if BEFORE not in editor.connection.introspection.table_names(cursor):
            return
        cursor.execute("SELECT session_key, session_data, expire_date FROM django_session")
        rows = cursor.fetchall()
    for key, data, ends in rows:
        owner = SessionStore().decode(data).get(SESSION_KEY)
        if owner is None or owner in users:
            signed_in.create(session_key=key, session_data=data, expire_date=_moment(ends), owner_id=owner)
    editor.execute("DROP TABLE django_session")


def _moment(said: Any) -> datetime:
    """A moment as the database gives it, in UTC."""
    moment: datetime = datetime.fromisoformat(said) if isinstance(said, str) else said
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SignedIn",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signed_in",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "signed-in browser",
                "verbose_name_plural": "sessions",
                "abstract": False,
            },
        ),
        migrations.RunPython(bring, migrations.RunPython.noop),
    ]
