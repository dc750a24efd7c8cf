#!/usr/bin/env python3
"""Breaks the code in places drawn by a seed, one at a time, and tells which breaks no test of the room notices.

usage: mutants.py [--seed N] [--count N] [--rooms A,B] [--list]

Each mutant is one small change to logic: a comparison at its bound or turned around, a sign, a factor, a number, a
condition dropped or turned around, a statement left out. It is built and tested in a copy of the tree, with the
tests of its own room alone; what does not compile is drawn again. Exit code 1 where more than two survive.
"""
import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time

ROOMS = ["Curation", "Fetching", "HTTPTransport", "NewsStore", "Publishing"]
TREE = ".build-mutants/tree"
SECONDS_TO_BUILD = 900
SECONDS_TO_TEST = 180
MOST_SURVIVORS = 2

# Each with the pattern that finds it and what it becomes.
CHANGES = [
    ("bound", r" < ", " <= "), ("bound", r" <= ", " < "), ("bound", r" > ", " >= "), ("bound", r" >= ", " > "),
    ("bound", r"\.\.<", "..."), ("condition", r" == ", " != "), ("condition", r" != ", " == "),
    ("condition", r" && ", " || "), ("condition", r" \|\| ", " && "), ("condition", r"(?<=[ (])!(?=[A-Za-z($])", ""),
    ("condition", r"\btrue\b", "false"), ("condition", r"\bfalse\b", "true"),
    ("condition", r"(?<=guard )[^,{]+, ", ""), ("sign", r" \+ (?![\"=])", " - "), ("sign", r" - ", " + "),
    ("factor", r" \* ", " / "), ("factor", r" / ", " * "), ("factor", r"\bmin\(", "max("), ("factor", r"\bmax\(", "min("),
    ("number", r"(?<![\w.\"$])\d+(?![\w.\"])", None), ("number", r"(?<![\w.\"])\d+\.\d+(?![\w\"])", None),
    ("statement", r"^\s+[a-z][\w.\[\]]* [+\-*]?= [^{]+$", ""), ("statement", r"^\s+[a-z][\w.]*\([^{}]*\)$", ""),
]


# What changes speed or memory alone, or stops a program that is wrong already, and so no test can notice.
HINTS = re.compile(r"reserveCapacity|keepingCapacity|inPiecesOf: \d|pieceSize = |AtOnce\b|stackSize|precondition")


def is_logic(line):
    """Whether a line holds more than a comment, an import, the words of an annotation, or a hint."""
    text = line.strip()
    if HINTS.search(text):
        return False
    return bool(text) and not text.startswith(("//", "import", "package import", "@", "case .", "#", "/*", "*"))


# An order of keys of which no two are alike has no bound.
ORDER = re.compile(r"\$0[\w.]* [<>]=? \$1")


def is_program(old, new):
    """Whether a change may compile: it leaves no bracket open, and every stored property set."""
    if re.match(r"\s+self\.(\w+) = \1$", old):
        return bool(new)
    return all(old.count(a) - old.count(b) == new.count(a) - new.count(b) for a, b in ["()", "[]", "{}"])


def outside_text(line, start):
    """Whether a place of a line stands in no string and no comment."""
    before = line[:start]
    return before.count('"') % 2 == 0 and "//" not in before


def changed(kind, found, replacement):
    if replacement is not None:
        return replacement
    text = found.group(0)
    return str(float(text) * 2) if "." in text else str(int(text) + 1)


def mutants(path):
    """All changes that one file offers: line number, kind, and the line before and after."""
    table = 0
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number, line in enumerate(lines, 1):
        # A table of words or figures is data, which a test would only write down again.
        if re.search(r"static let \w+.*[=:].*\[$", line):
            table = len(line) - len(line.lstrip())
        elif table and line.strip() in ("]", "],") and len(line) - len(line.lstrip()) <= table:
            table = 0
        if table or not is_logic(line):
            continue
        for kind, pattern, replacement in CHANGES:
            for found in re.finditer(pattern, line):
                if kind != "statement" and not outside_text(line, found.start()):
                    continue
                if kind == "bound" and ORDER.search(line):
                    continue
                new = line[:found.start()] + changed(kind, found, replacement) + line[found.end():]
                if new != line and is_program(line, new):
                    yield number, kind, line, new


def draw(room, seed):
    """The mutants of a room in an order that the seed gives. A hash of each says where it stands, so that a change of
    one line leaves the others in their places."""
    every = []
    for folder, _, files in sorted(os.walk(f"Sources/{room}")):
        for name in sorted(files):
            if name.endswith(".swift"):
                path = os.path.join(folder, name)
                every += [(path, *mutant) for mutant in mutants(path)]
    every.sort(key=lambda mutant: hashlib.sha256(f"{seed} {mutant[0]} {mutant[3:]}".encode()).digest())
    # Not three of one line.
    seen = set()
    for mutant in every:
        if mutant[:2] not in seen:
            seen.add(mutant[:2])
            yield mutant


def run(room, seconds, *arguments):
    """Whether a command of the package manager succeeds for one room; too slow counts as a failure."""
    process = subprocess.Popen(
        ["swift", *arguments], cwd=TREE, env=os.environ | {"BROADSHEET_ROOM": room}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=seconds)
        return process.returncode == 0, output.decode(errors="replace")
    except subprocess.TimeoutExpired:
        # The tests run in a process group of their own, but in the same session.
        subprocess.run(["pkill", "-KILL", "-s", str(process.pid)])
        process.wait()
        return False, "took too long"


def build(room):
    return run(room, SECONDS_TO_BUILD, "build", "--build-tests")


def test(room):
    return run(room, SECONDS_TO_TEST, "test", "--skip-build")


def judge(room, mutant):
    """`killed`, `survived`, or `invalid` where it is no program."""
    path, number, _, old, new = mutant
    copy = os.path.join(TREE, path)
    with open(copy, encoding="utf-8") as file:
        original = file.read()
    lines = original.split("\n")
    assert lines[number - 1] == old
    lines[number - 1] = new
    with open(copy, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    try:
        if not build(room)[0]:
            return "invalid"
        return "survived" if test(room)[0] else "killed"
    finally:
        with open(copy, "w", encoding="utf-8") as file:
            file.write(original)


def make_tree():
    """A copy of what is tracked, as it stands in the working tree; what was built there before is kept."""
    os.makedirs(TREE, exist_ok=True)
    for folder in ["Sources", "Tests", "Templates"]:
        shutil.rmtree(os.path.join(TREE, folder), ignore_errors=True)
    files = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    for path in filter(os.path.exists, filter(None, files.split("\0"))):
        target = os.path.join(TREE, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy2(path, target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--rooms", default=",".join(ROOMS))
    parser.add_argument("--list", action="store_true", help="only say which mutants would be tried first")
    options = parser.parse_args()
    rooms = options.rooms.split(",")
    if not options.list:
        make_tree()
    survivors, tried = [], 0
    for position, room in enumerate(rooms):
        wanted = options.count * (position + 1) // len(rooms) - options.count * position // len(rooms)
        candidates = draw(room, options.seed)
        if not options.list:
            is_built, output = build(room)
            if not is_built or not test(room)[0]:
                sys.exit(f"{room} does not pass unchanged\n{output[-2000:]}")
        for mutant in candidates:
            if wanted == 0:
                break
            path, number, kind, old, new = mutant
            begun = time.monotonic()
            verdict = "listed" if options.list else judge(room, mutant)
            if verdict == "invalid":
                continue
            wanted -= 1
            tried += 1
            print(f"{verdict:9}{kind:10}{path}:{number} {time.monotonic() - begun:.0f} s\n"
                  f"         - {old.strip()}\n         + {new.strip()}", flush=True)
            if verdict == "survived":
                survivors.append(mutant)
    print(f"{tried} mutants, {len(survivors)} survived")
    sys.exit(1 if len(survivors) > MOST_SURVIVORS else 0)


if __name__ == "__main__":
    main()
