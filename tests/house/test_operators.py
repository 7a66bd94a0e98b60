"""What an operator is told is so: every setting is on the page, and the files to serve with can be used."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gradus_web.main import main

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
SETTING = re.compile(r"GRADUS_SITE_[A-Z_]+")
BINARY = "/opt/gradus/bin/gradus-site"
UNITS = sorted(each for each in DEPLOY.iterdir() if each.suffix in (".service", ".timer"))


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def told(page: str) -> set[str]:
    """The settings that have a row of their own in the table."""
    return set(re.findall(r"^\| `(GRADUS_SITE_[A-Z_]+)` \|", page, re.MULTILINE))


def test_every_setting_that_is_read_is_told_and_no_other() -> None:
    read = {
        name
        for path in (ROOT / "src" / "gradus_web").rglob("*.py")
        for name in SETTING.findall(path.read_text(encoding="utf-8"))
    }
    assert read
    assert told(PAGE) == read
    assert set(SETTING.findall(PAGE)) <= read


def test_the_settings_file_says_only_what_is_read() -> None:
    said = dict(line.split("=", 1) for line in text("gradus.env").splitlines() if line[:1] not in ("#", ""))
    assert set(said) <= told(PAGE)
    assert said["GRADUS_SITE_BEHIND_PROXY"] == "on"
    for name in (each.name for each in UNITS if each.suffix == ".service"):
        assert "EnvironmentFile=/etc/gradus-site.env" in text(name)
        assert "User=gradus" in text(name)


def test_every_command_of_the_units_is_there() -> None:
    asked = {
        word for unit in UNITS for word in re.findall(rf"{BINARY} (\w+)", unit.read_text(encoding="utf-8"))
    }
    assert asked == {"serve", "remind", "backup"}
    assert asked <= set(main.commands)
    timers = {unit.stem for unit in UNITS if unit.suffix == ".timer"}
    assert timers == {"gradus-remind", "gradus-backup"}
    assert all((DEPLOY / f"{name}.service").exists() for name in timers)


def test_what_stands_before_it_asks_the_same_port_and_keeps_no_addresses() -> None:
    (port,) = set(re.findall(r"--port (\d+)", text("gradus.service")))
    assert f"proxy_pass http://127.0.0.1:{port};" in text("nginx.conf")
    assert f"reverse_proxy 127.0.0.1:{port}" in text("Caddyfile")
    assert text("nginx.conf").count("access_log off;") == text("nginx.conf").count("server {")
    assert "X-Forwarded-For $remote_addr;" in text("nginx.conf")
    assert "\n\tlog" not in text("Caddyfile")
    assert "/health/ready" in text("Caddyfile")


def test_the_page_names_files_units_and_addresses_that_are_there() -> None:
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert all((DEPLOY / name).exists() for name in re.findall(r"deploy/([\w.]+\w)", page))
    units = {unit.name for unit in UNITS}
    assert set(re.findall(r"gradus[\w-]*\.(?:service|timer)", page)) <= units
    assert set(re.findall(r"gradus-site (\w+)", page)) <= set(main.commands)
    health = (ROOT / "src" / "gradus_web" / "config" / "health.py").read_text(encoding="utf-8")
    addresses = set(re.findall(r"/health/\w+", page))
    assert addresses == set(re.findall(r'"(/health/\w+)"', health)) != set()
    days = re.findall(r"-mtime \+(\d+)", text("gradus-backup.service"))
    assert re.findall(r"older than (\d+) days", page) == days
    assert set(SETTING.findall(page)) <= told(PAGE)


def run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text(encoding="utf-8").replace(BINARY, sys.executable))
    run("systemd-analyze", "verify", *(str(tmp_path / unit.name) for unit in UNITS))


@pytest.mark.skipif(shutil.which("caddy") is None, reason="there is no Caddy here")
def test_caddy_understands_its_file() -> None:
    run("caddy", "validate", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile")


@pytest.mark.skipif(
    not (shutil.which("nginx") and shutil.which("openssl")), reason="there is no nginx, or no openssl, here"
)
def test_nginx_understands_its_file(tmp_path: Path) -> None:
    kept, key = tmp_path / "fullchain.pem", tmp_path / "privkey.pem"
    words = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=gradus.example.org")
    run("openssl", *words, "-keyout", str(key), "-out", str(kept))
    ours = text("nginx.conf").replace("/etc/ssl/gradus", str(tmp_path))
    (tmp_path / "site.conf").write_text(ours)
    whole = f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{ include {tmp_path}/site.conf; }}\n"
    (tmp_path / "nginx.conf").write_text(whole)
    run("nginx", "-t", "-q", "-c", str(tmp_path / "nginx.conf"))
