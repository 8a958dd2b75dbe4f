"""Make the project's environments from the pinned, hashed requirements. Runs on any Python 3, with its standard library only.

    python3 scripts/bootstrap.py runtime    .venv       what the assistant runs on
    python3 scripts/bootstrap.py test       .venv       and what its tests need
    python3 scripts/bootstrap.py lint       .venv-lint  ruff and mypy, whose pins clash with Rasa's

Does nothing where the environment is up to date already. Nothing is written outside the project's folder, uv's cache aside.
"""

import glob
import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOOLS = os.path.join(ROOT, ".tools")
# name of the environment, its requirement files, whether the project itself is installed into it
ENVIRONMENTS = {
    "runtime": (".venv", ["runtime.txt"], True),
    "test": (".venv", ["runtime.txt", "test.txt"], True),
    "lint": (".venv-lint", ["lint.txt"], False),
}


def main(kind):
    folder, names, with_project = ENVIRONMENTS[kind]
    venv = os.path.join(ROOT, folder)
    files = [os.path.join(ROOT, "requirements", name) for name in names]
    if up_to_date(venv, kind, files):
        return
    uv = find_uv()
    python = find_python(uv)
    say("Making {} with {}".format(folder, python))
    run([uv, "venv", "--quiet", "--allow-existing", "--no-project", "--python", python, venv])
    target = os.path.join(venv, "bin", "python")
    run([uv, "pip", "sync", "--require-hashes", "--python", target] + files)
    if with_project:
        run([uv, "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--python", target, "--editable", ROOT])
    mark(venv, kind, files)


def up_to_date(venv, kind, files):
    """The test environment holds the runtime's packages too, so it serves for both."""
    kinds = [kind, "test"] if kind == "runtime" else [kind]
    return any(read(stamp(venv, each)) == digest(each) for each in kinds if each in ENVIRONMENTS)


def mark(venv, kind, files):
    for other in ENVIRONMENTS:
        if os.path.exists(stamp(venv, other)):
            os.unlink(stamp(venv, other))
    with open(stamp(venv, kind), "w") as file:
        file.write(digest(kind))


def stamp(venv, kind):
    return os.path.join(venv, ".made-for-" + kind)


def digest(kind):
    found = hashlib.sha256(ROOT.encode())
    for name in ENVIRONMENTS[kind][1] + ["../pyproject.toml"]:
        with open(os.path.join(ROOT, "requirements", name), "rb") as file:
            found.update(file.read())
    return found.hexdigest()


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path) as file:
        return file.read()


def find_uv():
    """uv from PATH or from this project's folder; fetched from PyPI into the folder otherwise."""
    own = [os.path.join(TOOLS, "bin", "uv"), os.path.join(TOOLS, "packages", "bin", "uv")]
    for candidate in [shutil.which("uv")] + own:
        if candidate and works([candidate, "--version"]):
            return candidate
    say("Fetching uv into .tools")
    wanted = ["--quiet", "--disable-pip-version-check", "--require-hashes", "-r", os.path.join(ROOT, "requirements", "uv.txt")]
    if works([sys.executable, "-m", "venv", TOOLS]) and works([os.path.join(TOOLS, "bin", "python"), "-m", "pip", "install"] + wanted):
        return own[0]
    if works([sys.executable, "-m", "pip", "install", "--target", os.path.join(TOOLS, "packages")] + wanted):
        return own[1]
    stop("uv could not be fetched from PyPI: install it (pip install uv), or python3-venv and a way to PyPI, then run this again.")


def find_python(uv):
    """Rasa 3.6 needs Python 3.10: pyenv's, the system's, or one that uv downloads."""
    pyenv = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    candidates = sorted(glob.glob(os.path.join(pyenv, "versions", "3.10.*", "bin", "python")), reverse=True)
    candidates += [shutil.which("python3.10"), sys.executable]
    check = "import sys; raise SystemExit(sys.version_info[:2] != (3, 10))"
    for candidate in candidates:
        if candidate and works([candidate, "-c", check]):
            return candidate
    found = output([uv, "python", "find", "--no-project", "3.10"])
    if found:
        return found
    say("Python 3.10 is not on this machine; uv downloads it")
    if subprocess.call([uv, "python", "install", "--quiet", "3.10"], stderr=subprocess.DEVNULL) == 0:
        return output([uv, "python", "find", "--no-project", "3.10"])
    stop("Python 3.10 is needed and could not be downloaded: install it (pyenv install 3.10, or your system's python3.10), then run this again.")


def works(command):
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=os.path.expanduser("~")) == 0
    except OSError:
        return False


def output(command):
    try:
        return subprocess.check_output(command, stderr=subprocess.DEVNULL, universal_newlines=True).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def run(command):
    if subprocess.call(command) != 0:
        stop("That did not work: {}".format(" ".join(command)))


def say(text):
    sys.stderr.write(text + " ...\n")


def stop(text):
    sys.stderr.write(text + "\n")
    sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ENVIRONMENTS:
        stop(__doc__)
    main(sys.argv[1])
