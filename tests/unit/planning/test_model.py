"""The small integer programme, at its edges."""

from dataclasses import replace

from gradus.planning.model import Model, Solution, Unsolved

HARD_COLUMNS = 60
HARD_ROWS = 6
PRIMES = (7919, 6101, 4801, 9733, 8117, 5431, 3571)


def at_most_one(points: tuple[int, ...]) -> tuple[Model, list[int]]:
    model = Model()
    columns = [model.column(each) for each in points]
    model.row([(column, 1.0) for column in columns], at_most=1)
    return model, columns


def hard() -> Model:
    """Rows of large numbers without a pattern, which no solver finishes in a blink."""
    model = Model()
    columns = [model.column(PRIMES[nth % 7] * (nth + 3) % 997 + 500) for nth in range(HARD_COLUMNS)]
    for row in range(HARD_ROWS):
        factors = [float(PRIMES[(nth + row) % 7] * (nth + 2) * (row + 5) % 991 + 400) for nth in columns]
        model.row(list(zip(columns, factors, strict=True)), at_most=sum(factors) // 2)
    return model


def test_the_best_of_three_is_chosen_and_proven() -> None:
    model, columns = at_most_one((2, 5, 3))
    found = model.solve(1.0)
    assert isinstance(found, Solution)
    assert [found.chosen(column) for column in columns] == [False, True, False]
    assert (found.objective, found.bound, found.proven) == (5, 5.0, True)


def test_of_equals_the_first_is_taken() -> None:
    model, columns = at_most_one((3, 3, 3))
    best = model.solve(1.0)
    assert isinstance(best, Solution)
    settled = model.settle([columns], best, 1.0)
    assert [settled.chosen(column) for column in columns] == [True, False, False]
    assert (settled.objective, settled.proven) == (3, True)


def test_something_is_taken_before_nothing_when_both_are_worth_the_same() -> None:
    model, columns = at_most_one((0, 0))
    best = model.solve(1.0)
    assert isinstance(best, Solution)
    assert model.settle([columns], best, 1.0).chosen(columns[0])


def test_settling_leaves_the_model_as_it_was() -> None:
    model, columns = at_most_one((3, 3))
    best = model.solve(1.0)
    assert isinstance(best, Solution)
    before = (list(model.upper), list(model.rows))
    model.settle([columns], best, 1.0)
    assert (model.upper, model.rows) == before


def test_closed_columns_stay_at_nought() -> None:
    model, columns = at_most_one((2, 5, 3))
    found = model.solve(1.0, {columns[1]})
    assert isinstance(found, Solution)
    assert [found.chosen(column) for column in columns] == [False, False, True]
    assert model.solve(1.0) != found


def test_what_is_closed_is_not_taken_to_settle() -> None:
    model, columns = at_most_one((3, 3, 3))
    best = model.solve(1.0, columns[:2])
    assert isinstance(best, Solution)
    settled = model.settle([columns], best, 1.0, [columns[:1]])
    assert [settled.chosen(column) for column in columns] == [False, True, False]


def test_a_group_that_nothing_earlier_fits_keeps_what_it_has() -> None:
    model, columns = at_most_one((3, 3))
    model.row([(columns[0], 1.0)], at_most=0.0)
    best = model.solve(1.0)
    assert isinstance(best, Solution)
    assert model.settle([columns], best, 1.0).chosen(columns[1])


def test_a_search_stopped_while_settling_leaves_the_best_as_it_is() -> None:
    model = hard()
    first = model.solve(0.2)
    assert isinstance(first, Solution)
    claimed = replace(first, proven=True)
    group = [column for column in range(HARD_COLUMNS) if not first.chosen(column)]
    before = (list(model.upper), list(model.rows))
    assert model.settle([group], claimed, 1e-9) == claimed
    assert (model.upper, model.rows) == before


def test_many_groups_are_settled_in_turn() -> None:
    model = Model()
    groups = [[model.column(1) for _ in range(9)] for _ in range(12)]
    for group in groups:
        model.row([(column, 1.0) for column in group], at_most=1)
    best = model.solve(1.0)
    assert isinstance(best, Solution)
    settled = model.settle([*groups, []], best, 1.0)
    assert all(settled.chosen(group[0]) for group in groups)


def test_rows_that_contradict_have_no_solution() -> None:
    model, columns = at_most_one((1, 1))
    model.row([(column, 1.0) for column in columns], at_least=2)
    assert model.solve(1.0) is Unsolved.INFEASIBLE


def test_a_row_that_asks_for_something_of_nothing_has_no_solution() -> None:
    model = Model()
    model.row([], at_least=1)
    assert model.solve(1.0) is Unsolved.INFEASIBLE


def test_a_row_that_asks_for_nothing_of_nothing_is_no_row() -> None:
    model, _ = at_most_one((1,))
    model.row([], at_least=0)
    assert len(model.rows) == 1


def test_no_time_finds_nothing_and_claims_nothing() -> None:
    model, _ = at_most_one((1,))
    assert model.solve(0.0) is Unsolved.OUT_OF_TIME


def test_without_time_to_settle_the_best_is_left_as_it_is() -> None:
    model, columns = at_most_one((3, 3))
    best = model.solve(1.0)
    assert isinstance(best, Solution)
    assert model.settle([columns], best, 0.0) == best


def test_a_search_that_is_stopped_says_that_it_is_not_proven() -> None:
    found = hard().solve(0.2)
    assert isinstance(found, Solution)
    assert not found.proven
    assert found.bound > found.objective
    assert hard().settle([[0]], found, 0.2) is found


def test_a_search_stopped_before_it_found_anything_has_nothing() -> None:
    assert hard().solve(1e-9) is Unsolved.OUT_OF_TIME
