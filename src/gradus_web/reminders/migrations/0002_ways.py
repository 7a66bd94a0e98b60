"""Mail becomes one way among others."""

import datetime
from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def mail_is_a_way(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Whoever wanted mail has that way from now on."""
    here = editor.connection.alias
    wishes: Any = apps.get_model("reminders", "Reminders")
    way: Any = apps.get_model("reminders", "Way")
    wanted = wishes.objects.using(here).filter(mail_at__isnull=False)
    for user, mailed_on in wanted.values_list("pk", "mailed_on"):
        way.objects.using(here).create(wishes_id=user, sent_on=mailed_on)


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Way",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("endpoint", models.CharField(blank=True, max_length=500)),
                ("under", models.CharField(blank=True, max_length=100)),
                ("sent_on", models.DateField(null=True)),
                (
                    "wishes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ways",
                        to="reminders.reminders",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="way",
            constraint=models.UniqueConstraint(fields=("wishes", "endpoint"), name="each_way_once"),
        ),
        migrations.RunPython(mail_is_a_way, migrations.RunPython.noop),
        migrations.RemoveField("reminders", "mailed_on"),
        migrations.RenameField("reminders", "mail_days", "days"),
        migrations.RenameField("reminders", "mail_at", "at"),
        migrations.AlterField("reminders", "at", models.TimeField(default=datetime.time(18, 0))),
    ]
