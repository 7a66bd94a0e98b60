"""Fuzzes the API from its own document: `./dev api-fuzz`. Every operation is asked with cases that fit the
document and with cases that do not, of somebody new, somebody who trains and somebody who may not; nothing
may break, and every answer is as the document says it is. What a case wrote is undone after it."""

import logging
import os
import sys
import time
from typing import Any
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web.settings")
django.setup()

import schemathesis  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402
from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from schemathesis import GenerationMode  # noqa: E402

from tests.openapi import document  # noqa: E402
from tests.web.conftest import account  # noqa: E402
from tests.web.entering import token_of  # noqa: E402
from tests.web.program import Program  # noqa: E402

CASES = 1000
AGE = {"age-years": 44.0}


def people() -> list[str]:
    """The tokens of the three."""
    new, trains, stopped = (token_of(account(f"{name}@example.org")) for name in ("new", "trains", "stopped"))
    for token in (trains, stopped):
        program = Program(token)
        program.answer_screen(**AGE)
        program.tell("profile", minutes=20, equipment=["mat"], usual_pain_0_10=3, eases_within_minutes=10)
        program.post("plan", "takePlan", {"id": str(uuid4())}, status=201)
        program.train(2)
    Program(stopped).tell("screen", occasion="request", answers={"bladder-change": "yes"})
    return [new, trains, stopped]


def cases(operation: Any) -> Any:
    """Cases that fit the document and cases that do not, where there can be such."""
    fits = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    if not operation.body and not operation.query and not operation.path_parameters:
        return fits
    return fits | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)


def fuzz(operation: Any, tokens: list[str], count: int) -> None:
    """So many cases of one operation; raises with the smallest that fails."""

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(case=cases(operation), token=st.sampled_from(tokens))
    def one(case: Any, token: str) -> None:
        with transaction.atomic():
            try:
                case.call_and_validate(headers={"Authorization": f"Bearer {token}"})
            finally:
                transaction.set_rollback(True)
                cache.clear()

    one()


def main(count: int, only: list[str]) -> int:
    """How many operations failed."""
    logging.disable(logging.WARNING)
    setup_test_environment()
    before = setup_databases(verbosity=0, interactive=False)
    schema: Any = schemathesis.openapi.from_dict(document())
    schema.app = get_wsgi_application()
    tokens, failed = people(), 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if only and operation.definition.raw["operationId"] not in only:
            continue
        began = time.monotonic()
        try:
            fuzz(operation, tokens, count)
            told = "nothing found"
        except (Exception, BaseExceptionGroup) as fault:
            failed += 1
            told = f"FAILED\n{fault}\n" + "\n".join(map(str, getattr(fault, "exceptions", ())))
        print(f"{operation.label}: {count} cases, {time.monotonic() - began:.0f} s: {told}", flush=True)
    teardown_databases(before, verbosity=0)
    return failed


if __name__ == "__main__":
    sys.exit(main(int(os.environ.get("GRADUS_CASES", CASES)), sys.argv[1:]))
