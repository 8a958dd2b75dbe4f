"""Make the project's environments from the pinned, hashed requirements. Runs on any Python 3, with its standard library only.

    python3 scripts/bootstrap.py runtime    .venv       what the assistant runs on
    python3 scripts/bootstrap.py test       .venv       and what its tests need
    python3 scripts/bootstrap.py lint       .venv-lint  ruff and mypy, whose pins clash with Rasa's

Does nothing where the environment is up to date already. Nothing is written outside the project's folder but what uv keeps in
folders of its own: its cache, and a Python that it had to download.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
TOOLS = ROOT / ".tools"
# name -> the folder, its requirement files, whether the project itself is installed into it
ENVIRONMENTS = {
    "runtime": (".venv", ["runtime.txt"], True),
    "test": (".venv", ["runtime.txt", "test.txt"], True),
    "lint": (".venv-lint", ["lint.txt"], False),
}


def main(kind):
    folder, names, with_project = ENVIRONMENTS[kind]
    venv = ROOT / folder
    if up_to_date(venv, kind):
        return
    uv = find_uv()
    python = find_python(uv)
    say(f"Making {folder} with {python}")
    run(uv, "venv", "--quiet", "--allow-existing", "--no-project", "--python", python, venv)
    inside = ["--python", venv / "bin" / "python"]
    # Compiled once here, or else at each start where Python may not write: TensorFlow alone takes many seconds.
    run(uv, "pip", "sync", "--require-hashes", "--compile-bytecode", *inside, *[REQUIREMENTS / name for name in names])
    if with_project:
        run(uv, "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", *inside, "--editable", ROOT)
    for other in ENVIRONMENTS:
        if stamp(venv, other).exists():
            stamp(venv, other).unlink()
    stamp(venv, kind).write_text(digest(kind))


def up_to_date(venv, kind):
    """The test environment holds the runtime's packages too, so it serves for both."""
    kinds = [kind, "test"] if kind == "runtime" else [kind]
    return any(stamp(venv, each).exists() and stamp(venv, each).read_text() == digest(each) for each in kinds)


def stamp(venv, kind):
    return venv / f".made-for-{kind}"


def digest(kind):
    """The folder counts too: an environment that was moved does not work."""
    found = hashlib.sha256(str(ROOT).encode())
    for path in [REQUIREMENTS / name for name in ENVIRONMENTS[kind][1]] + [ROOT / "pyproject.toml"]:
        found.update(path.read_bytes())
    return found.hexdigest()


def find_uv():
    """uv from PATH or from this project's folder; fetched from PyPI into the folder otherwise."""
    on_path = shutil.which("uv")
    own, packages = TOOLS / "bin" / "uv", TOOLS / "packages"
    for candidate in ([on_path] if on_path else []) + [own, packages / "bin" / "uv"]:
        if works(candidate, "--version"):
            return candidate
    say("Fetching uv into .tools")
    wanted = ["--quiet", "--disable-pip-version-check", "--require-hashes", "-r", REQUIREMENTS / "uv.txt"]
    if works(sys.executable, "-m", "venv", TOOLS) and works(TOOLS / "bin" / "python", "-m", "pip", "install", *wanted):
        return own
    if works(sys.executable, "-m", "pip", "install", "--target", packages, *wanted):
        return packages / "bin" / "uv"
    return stop("uv could not be fetched from PyPI. Install it (pip install uv), then run this again.")


def find_python(uv):
    """Rasa 3.6 needs Python 3.10: pyenv's, the system's, or one that uv downloads."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = sorted(pyenv.glob("versions/3.10.*/bin/python"), reverse=True)
    on_path = shutil.which("python3.10")
    candidates += [on_path] if on_path else []
    for candidate in [*candidates, sys.executable]:
        if works(candidate, "-c", "import sys; raise SystemExit(sys.version_info[:2] != (3, 10))"):
            return candidate
    if not works(uv, "python", "find", "--no-project", "3.10"):
        say("Python 3.10 is not on this machine; uv downloads it")
        if not works(uv, "python", "install", "3.10"):
            stop(
                "Python 3.10 is needed and could not be downloaded. Install it "
                "(pyenv install 3.10, or your system's python3.10), then run this again."
            )
    return "3.10"


def works(*command):
    try:
        return (
            subprocess.call(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/") == 0
        )
    except OSError:
        return False


def run(*command):
    words = list(map(str, command))
    if subprocess.call(words) != 0:
        stop("That did not work: " + " ".join(words))


def say(text):
    sys.stderr.write(text + " ...\n")


def stop(text):
    sys.exit(text)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ENVIRONMENTS:
        stop(__doc__)
    main(sys.argv[1])
