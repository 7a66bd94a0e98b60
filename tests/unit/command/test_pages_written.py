"""The reference as files: nothing of others is overwritten, and what is stale goes."""

import os
from pathlib import Path

import pytest

from gradus_cli import content
from gradus_cli.exits import Exit, Failure
from gradus_cli.reference.writing import MARKER, write
from tests.unit.command.conftest import Run
from tests.unit.command.test_pages import texts


class TestWriting:
    def test_makes_the_folder_and_takes_stale_pages_away(self, tmp_path: Path) -> None:
        folder = tmp_path / "new"
        write(folder, {"a.md": "a", "deep/b.md": "b"})
        write(folder, {"a.md": "c"})
        assert texts(folder, "*.md") == {"a.md": "c"}
        assert not (folder / "deep").exists()

    def test_refuses_what_it_did_not_write(self, tmp_path: Path) -> None:
        (tmp_path / "mine.md").write_text("mine", "utf-8")
        with pytest.raises(Failure, match=r"did not write: mine\.md") as refused:
            write(tmp_path, {"a.md": "a"})
        assert refused.value.code == Exit.BAD_INPUT
        assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]

    def test_refuses_a_link_even_in_the_place_of_a_page(self, tmp_path: Path) -> None:
        folder, outside = tmp_path / "pages", tmp_path / "outside.md"
        write(folder, {"a.md": "a"})
        outside.write_text("mine", "utf-8")
        (folder / "a.md").unlink()
        (folder / "a.md").symlink_to(outside)
        with pytest.raises(Failure, match="a link"):
            write(folder, {"a.md": "b"})
        assert outside.read_text("utf-8") == "mine"

    @pytest.mark.parametrize("named", ["a.md\na.md (a link)\n", "deep (a link)\n"])
    def test_refuses_a_link_that_the_list_of_pages_names(self, tmp_path: Path, named: str) -> None:
        folder, outside = tmp_path / "pages", tmp_path / "outside"
        folder.mkdir()
        outside.mkdir()
        (outside / "b.md").write_text("mine", "utf-8")
        (folder / "a.md").symlink_to(outside / "b.md")
        (folder / "deep").symlink_to(outside)
        (folder / MARKER).write_text(named, "utf-8")
        with pytest.raises(Failure, match="a link"):
            write(folder, {"a.md": "b", "deep/b.md": "b"})
        assert (outside / "b.md").read_text("utf-8") == "mine"

    def test_takes_away_no_file_that_is_no_page(self, tmp_path: Path) -> None:
        (tmp_path / MARKER).write_text("notes.txt\n", "utf-8")
        (tmp_path / "notes.txt").write_text("mine", "utf-8")
        with pytest.raises(Failure, match=r"notes\.txt"):
            write(tmp_path, {"a.md": "a"})
        assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"

    @pytest.mark.parametrize("name", [MARKER, "a.md"])
    def test_refuses_what_would_never_end(self, tmp_path: Path, name: str) -> None:
        (tmp_path / MARKER).write_text("a.md\n", "utf-8")
        (tmp_path / name).unlink(missing_ok=True)
        os.mkfifo(tmp_path / name)
        with pytest.raises(Failure, match="no plain file"):
            write(tmp_path, {"a.md": "a"})

    def test_refuses_a_file_in_the_place_of_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", "utf-8")
        with pytest.raises(Failure, match="is not a folder"):
            write(tmp_path / "file", {"a.md": "a"})

    def test_refuses_where_the_list_of_pages_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / MARKER).write_bytes(b"a.md\xff\n")
        (tmp_path / "a.md").write_text("mine", "utf-8")
        with pytest.raises(Failure, match="did not write"):
            write(tmp_path, {"a.md": "b"})
        assert (tmp_path / "a.md").read_text("utf-8") == "mine"

    def test_that_fails_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(Failure) as failed:
            write(tmp_path, {"a.md": "a", "a.md/b.md": "b"})
        assert failed.value.code == Exit.NOT_SAVED


class TestTheCommand:
    def test_writes_every_page_and_overlays_too(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "ours" / "sources").mkdir(parents=True)
        (tmp_path / "ours" / "rules").mkdir()
        text_ = 'id = "rest-day"\nroom = "today"\nnotices = "A rest."\nsays = "Rest."\nbasis = "default"\n'
        (tmp_path / "ours" / "rules" / "rest-day.toml").write_text(f'{text_}reviewed_by = ""\n', "utf-8")
        monkeypatch.setenv("GRADUS_OVERLAY", str(tmp_path / "ours"))
        content.library.cache_clear()
        folder = tmp_path / "pages"
        result = run("library", "pages", folder, "--json")
        assert result.code == Exit.DONE, result.told
        assert result.json["pages"] == len(texts(folder, "*.md"))
        assert (folder / MARKER).is_file()
        assert "from the overlay ours" in (folder / "rules" / "decisions.md").read_text("utf-8")
        assert "pages of library" in run("library", "pages", folder).told

    def test_refuses_a_folder_with_something_else(self, run: Run, tmp_path: Path) -> None:
        folder = tmp_path / "pages"
        folder.mkdir()
        (folder / "notes.txt").write_text("mine", "utf-8")
        result = run("library", "pages", folder)
        assert result.code == Exit.BAD_INPUT
        assert "notes.txt" in result.told
