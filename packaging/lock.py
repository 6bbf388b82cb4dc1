"""The lock of dependencies: works it out with uv, and checks that Windows has a wheel for each of them."""

import ast
import hashlib
import os
import re
import subprocess
import tempfile

from environment import LOCK, ROOT, VENV, python, run_python

WINDOWS_PYTHONS = ("3.11", "3.12", "3.13")
_WHEELS_STAMP = VENV / "klachtdesk-wheels.sha256"

# pip's settings, and the variables by which uv takes them. A machine's extra index has no place in a lock.
_UV_VARIABLES = {
    "index-url": "UV_DEFAULT_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
}


def compile_lock(arguments: list[str]) -> int:
    """Write requirements.lock: one for all systems, with hashes, naming no index. Returns uv's exit code."""
    options = ["--universal", "--generate-hashes", "--annotation-style", "line", "--extra", "dev", "--quiet"]
    nameless = ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    paths = ["pyproject.toml", "--output-file", LOCK.relative_to(ROOT).as_posix()]
    return _uv("compile", *options, *nameless, *arguments, *paths)


def check_wheels() -> int:
    """Return 0 when each locked package has a wheel for Windows x64 and each Python we name.

    What the lock pins does not change, so a lock that passed is not looked up again.
    """
    content = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if _WHEELS_STAMP.exists() and _WHEELS_STAMP.read_text(encoding="ascii") == content:
        print("This lock was checked before.")
        return 0
    for version in WINDOWS_PYTHONS:
        code = _resolve_for_windows(version)
        if code:
            print(f"There is no complete set of wheels for Windows with Python {version}.")
            return code
    _WHEELS_STAMP.write_text(content, encoding="ascii")
    return 0


def _resolve_for_windows(version: str) -> int:
    platform = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", version]
    wheels_only = ["--only-binary", ":all:", "--require-hashes", "--quiet", "-r", str(LOCK)]
    with tempfile.TemporaryDirectory() as folder:
        return _uv("install", "--dry-run", "--target", folder, *platform, *wheels_only)


def _uv(*arguments: str) -> int:
    """Run `uv pip` with what pip's configuration, which it does not read, says about the index."""
    command = [str(python()), "-m", "pip", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    settings = read_pip_settings(listed.stdout)
    missing = {name: value for name, value in settings.items() if name not in os.environ}
    return run_python("-m", "uv", "pip", *arguments, **missing)


def read_pip_settings(listed: str) -> dict[str, str]:
    """Translate the output of `pip config list` into uv's environment variables."""
    lines = re.findall(r"^([\w:]+)\.([\w-]+)=(.+)$", listed, flags=re.MULTILINE)
    # pip lets its environment variables (":env:") win from its files.
    ordered = sorted(lines, key=lambda line: line[0] == ":env:")
    found = {key: str(ast.literal_eval(value)) for _, key, value in ordered}
    return {variable: found[key] for key, variable in _UV_VARIABLES.items() if key in found}
