"""The set-up of a checkout: what it finds missing, and when it has to install again."""

import json

import pytest

PYPROJECT = """
[build-system]
requires = ["setuptools"]
[project]
name = "klachtdesk"
dependencies = ["reportlab"]
[tool.setuptools]
packages = ["klachtdesk"]
[tool.ruff]
line-length = 110
"""


@pytest.fixture
def environment(scripts, tmp_path, monkeypatch):
    """The set-up of a checkout in a folder of its own."""
    module = scripts("environment")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.lock")
    module.LOCK.write_text("reportlab==5.1.0\n")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return module


def test_a_library_that_is_nowhere_is_missing(environment):
    assert not environment.Need("libklachtdesk-does-not-exist.so.9", "nothing").is_met()


def test_the_library_that_python_itself_rests_on_is_there(environment):
    assert environment.Need("libc.so.6", "libc6").is_met()


def test_a_program_is_looked_for_on_the_path(environment, tmp_path, monkeypatch):
    program = environment.Need("pdfsig", "poppler-utils", command=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not program.is_met()
    (tmp_path / "pdfsig").touch(mode=0o755)
    assert program.is_met()


@pytest.mark.parametrize(
    ("old", "new"),
    [('["reportlab"]', '["reportlab", "pikepdf"]'), ('["klachtdesk"]', '["klachtdesk", "klachtdesk.ui"]')],
    ids=["another dependency", "another package"],
)
def test_a_change_of_what_is_installed_asks_for_an_install(environment, tmp_path, old, new):
    before = environment._made_from()
    (tmp_path / "pyproject.toml").write_text(PYPROJECT.replace(old, new))
    assert environment._made_from() != before


def test_another_lock_asks_for_an_install(environment):
    before = environment._made_from()
    environment.LOCK.write_text("reportlab==5.2.0\n")
    assert environment._made_from() != before


def test_another_setting_of_a_tool_does_not(environment, tmp_path):
    before = environment._made_from()
    (tmp_path / "pyproject.toml").write_text(PYPROJECT.replace("110", "100"))
    assert environment._made_from() == before


def test_a_stamp_that_can_not_be_read_counts_as_none(environment, tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    assert environment._stamp() == {}
    environment.STAMP.write_text("{half")
    assert environment._stamp() == {}
    environment.STAMP.write_text(json.dumps({"python": "3.11.2"}))
    assert environment._stamp() == {"python": "3.11.2"}


def test_uv_gets_the_index_that_pip_uses_and_the_environment_wins(scripts):
    listed = (
        ":env:.index-url='file:///srv/mirror'\n"
        "global.cert='/etc/ssl/own.crt'\n"
        "global.extra-index-url='file:///srv/extra file:///srv/more'\n"
        "global.index-url='file:///srv/other'\n"
    )
    assert scripts("lock").read_pip_settings(listed) == {
        "UV_DEFAULT_INDEX": "file:///srv/mirror",
        "SSL_CERT_FILE": "/etc/ssl/own.crt",
    }
