"""What counts as content in a folder, and the stamp beside it."""

from pathlib import Path

from gradus.library.packaged import STAMP, packaged, stamp
from gradus.library.version import version_of


def test_every_toml_file_under_the_folder_is_content_in_order_of_path(tmp_path: Path) -> None:
    for path in ("screening/rules/b.toml", "a.toml", "screening/rules/a.toml", "notes.md", ".hidden/c.toml"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)
    (tmp_path / "empty").write_text("no folder")
    kept = ["a.toml", "screening/rules/a.toml", "screening/rules/b.toml"]
    assert list(packaged(str(tmp_path)).items()) == [(path, path) for path in kept]


def test_line_ends_of_other_systems_do_not_change_the_version(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'id = "a"\r\nyear = 2020\r\n')
    assert version_of(packaged(str(tmp_path))) == version_of({"a.toml": 'id = "a"\nyear = 2020\n'})


def test_the_stamp_is_no_content_and_may_be_missing(tmp_path: Path) -> None:
    assert stamp(str(tmp_path)) == ""
    (tmp_path / STAMP).write_text("0123456789abcdef\n")
    assert stamp(str(tmp_path)) == "0123456789abcdef"
    assert packaged(str(tmp_path)) == {}
