"""Makes the sites that the browser test looks at besides the demo: few and many stories, all sources failing, thousands of
sources, hundreds of editions, whole texts, pictures, other languages. Their feeds are written here and served on loopback;
with --feeds one more site is made of the feeds in a folder.

usage: browser_sites.py PROGRAM DIRECTORY [NAME...] [--feeds FOLDER]
"""
import argparse
import hashlib
import http.server
import pathlib
import random
import struct
import subprocess
import sys
import threading
import zlib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from xml.sax.saxutils import escape

NIGHT = datetime(2026, 11, 23, 5, 0, tzinfo=timezone.utc)
WORDS = {
    "en": "harbour council votes on the new bridge after a long night of talks while engineers wait for the tide and "
    "the ferry stays in port until further notice from the inspectors of the northern line",
    "de": "der Hafenausschuss stimmt über die Donaudampfschifffahrtsverordnung ab während Ingenieure auf die "
    "Hochwasserschutzmaßnahmen warten und die Fähre bis auf Weiteres im Hafen bleibt",
    "ar": "صوّت مجلس الميناء على الجسر الجديد بعد ليلة طويلة من المحادثات بينما ينتظر المهندسون المد وتبقى العبّارة في "
    "الميناء حتى إشعار آخر من مفتشي الخط الشمالي",
    "ja": "港湾委員会は 長い夜の 協議を経て 新しい橋の 建設計画を 承認し 技術者たちは 潮が引くのを 待ちながら 渡し船は "
    "検査官からの 次の知らせまで 港に とどまる",
}
SECTIONS = ["World", "Technology", "Business", "Science", "Culture", "Sport"]


class World:
    """Feeds by their paths, and pictures by their numbers."""

    def __init__(self):
        self.feeds = {}
        world = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path.startswith("/picture/"):
                    return self.answer(200, "image/png", picture(int(self.path.split("/")[2].split(".")[0])))
                body = world.feeds.get(self.path)
                body = body.encode() if isinstance(body, str) else body
                self.answer(200 if body else 404, "application/rss+xml", body or b"")

            def answer(self, status, kind, body):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self):
                try:
                    super().handle()
                except ConnectionError:  # whoever asked has given up
                    pass

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{server.server_address[1]}"


def picture(number):
    """A PNG of two colours, another for each number."""
    width, height = 640, 360 + number % 3 * 200
    one, other = [bytes(random.Random(number * 2 + side).randrange(60, 200) for _ in range(3)) for side in (0, 1)]
    rows = b"".join(b"\0" + (one if y * 3 < height else other) * width for y in range(height))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def sentence(rng, language, characters):
    words = WORDS[language].split()
    text = ""
    while len(text) < characters:
        text += ("" if not text or language == "ja" else " ") + rng.choice(words)
    return text[:1].upper() + text[1:]


def whole_text(rng, language, base, number):
    paragraphs = "".join(f"<p>{sentence(rng, language, 300)}.</p>" for _ in range(rng.choice([1, 3, 6])))
    return (
        f"{paragraphs}<h2>{sentence(rng, language, 30)}</h2><ul><li>{sentence(rng, language, 40)}</li>"
        f"<li>{sentence(rng, language, 90)}</li></ul><blockquote><p>{sentence(rng, language, 120)}</p></blockquote>"
        f"<pre><code>let answer = {{ question in question.{'very' * 30}Long }}</code></pre>"
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2025</td><td>1,204</td></tr></table>"
        f"<figure><img src='{base}/picture/{number + 900}.png' alt=''><figcaption>A bridge</figcaption></figure>")


def feed(world, name, rng, count, language="en", images=False, full=False, now=NIGHT):
    items = []
    for number in range(count):
        key = f"{name}-{now:%Y%m%d}-{number}"
        length = rng.choice([18, 40, 55, 60, 70, 80, 95, 150])
        title = f"{sentence(rng, language, length)} {rng.randrange(10**6)}"
        description = "" if rng.random() < .25 else f"<p>{sentence(rng, language, rng.choice([30, 90, 200, 400]))}.</p>"
        date = now - timedelta(minutes=rng.randrange(5, 20 * 60))
        extra = f"<enclosure url='{world.base}/picture/{rng.randrange(40)}.png' type='image/png' length='1'/>" * (
            images and rng.random() < .7)
        if full:
            text = whole_text(rng, language, world.base, number)
            extra += f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        items.append(
            f"<item><title>{escape(title)}</title><link>https://{name}.example/{key}</link><guid>{key}</guid>"
            f"<description>{escape(description)}</description><pubDate>{format_datetime(date)}</pubDate>{extra}</item>")
    world.feeds[f"/{name}.xml"] = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{name}</title><link>https://{name}.example/</link><description/><language>{language}</language>"
        f"{''.join(items)}</channel></rss>")


class Site:
    """A project in a folder of its own, whose sources are feeds of the world."""

    def __init__(self, program, world, folder):
        self.program, self.world, self.folder = program, world, folder
        self.faults = []
        folder.mkdir(parents=True, exist_ok=True)

    def configure(self, sources, language="en", pages="", stories=60, deadline="120s"):
        lines = [
            'title: "The Browser Times"', f"language: {language}", "output: site", "state: state.sqlite",
            f"deadline: {deadline}", "network: {allow-private: true}", "fetch: {per-host: 64, retries: 0, timeout: 60s}",
            f"edition: {{stories: {stories}, per-source: 1000, per-publisher: 1000}}", "curation: {clustering: strict}",
        ]
        if pages:
            lines.append(f"pages: {{{pages}}}")
        lines.append("sources:")
        for name, title, section in sources:
            lines += [f'  - feed: "{self.world.base}/{name}.xml"', f'    title: "{title}"', f"    section: {section}"]
        (self.folder / "broadsheet.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, now=NIGHT):
        command = [self.program, "run", "--quiet", "--fail-on", "none", "--force", "--now", f"{now:%Y-%m-%dT%H:%M:%SZ}"]
        result = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if result.returncode not in (0, 4):
            sys.exit(f"browser-test: {self.folder.name}: {result.stderr}")

    def expect_unchanged(self):
        """Runs the same night again, which must not change a byte of what a reader has."""
        before = self.digest()
        self.run()
        changed = [path for path, digest in self.digest().items() if before.get(path) != digest]
        if changed:
            self.faults.append(f"the same night changes {', '.join(sorted(changed)[:5])}")

    def digest(self):
        pages = [path for path in (self.folder / "site").rglob("*.*") if path.suffix in (".html", ".css", ".png")]
        return {
            str(path): hashlib.sha256(path.read_bytes()).digest() for path in pages if path.name != "health.html"}


def outlets(count):
    titles = ["The Harbour Post", "Meridian Courier", "The Northern Ledger and Evening Intelligencer of Grauhaven", "Wire"]
    return [(f"s{n}", f"{titles[n % len(titles)]} {n}", SECTIONS[n % len(SECTIONS)]) for n in range(count)]


def edition(site, stories, language="en", pages="", images=False, full=False, count=12):
    rng = random.Random(stories)
    sources = outlets(min(count, stories))
    for name, _, _ in sources:
        feed(site.world, name, rng, -(-stories // len(sources)), language, images, full)
    site.configure(sources, language, pages, stories)
    site.run()
    site.expect_unchanged()


def failing(site):
    site.configure([(f"nowhere{n}", f"Outlet {n}", SECTIONS[n % 6]) for n in range(20)])
    site.run()


def many_sources(site, count):
    rng = random.Random(count)
    sources = outlets(count)
    for number, (name, _, _) in enumerate(sources):
        if number % 8:
            feed(site.world, name, rng, 1)
        elif number % 16:
            site.world.feeds[f"/{name}.xml"] = f"<html><body>page {number}</body></html>"
        else:
            site.world.feeds.pop(f"/{name}.xml", None)
    site.configure(sources, deadline="240s")
    site.run()


def many_editions(site):
    rng = random.Random(400)
    sources = outlets(2)
    site.configure(sources)
    for day in range(400, 0, -1):
        # Some days have none.
        if day % 11 == 3:
            continue
        now = NIGHT - timedelta(days=day)
        for name, _, _ in sources:
            feed(site.world, name, rng, 1, now=now)
        site.run(now)


def real(site, folder):
    """A site of the feeds in a folder, by the clock of the newest of them."""
    names = []
    for number, path in enumerate(sorted(path for path in folder.rglob("*") if path.is_file())):
        site.world.feeds[f"/r{number}.xml"] = path.read_bytes()
        names.append((f"r{number}", path.stem[:40].replace('"', ""), SECTIONS[number % len(SECTIONS)]))
    site.configure(names, pages="content: full, images: true", stories=200)
    text = (site.folder / "broadsheet.yml").read_text(encoding="utf-8")
    window = "stories: 200, window: 36500d, max-window: 36500d"
    (site.folder / "broadsheet.yml").write_text(text.replace("stories: 200", window), encoding="utf-8")
    site.run()


SITES = {
    "stories-1": lambda site: edition(site, 1),
    "stories-3": lambda site: edition(site, 3),
    "stories-60": lambda site: edition(site, 60),
    "stories-200": lambda site: edition(site, 200),
    "failing": failing,
    "sources-500": lambda site: many_sources(site, 500),
    "sources-10000": lambda site: many_sources(site, 10_000),
    "editions-400": many_editions,
    "full": lambda site: edition(site, 30, pages="content: full, images: true", full=True),
    "images": lambda site: edition(site, 60, pages="images: true", images=True),
    "pictures": lambda site: edition(site, 60, pages="images: copy", images=True),
    "pictures-full": lambda site: edition(site, 30, pages="content: full, images: copy", images=True, full=True),
    "compact": lambda site: edition(site, 60, pages="theme: compact"),
    "arabic": lambda site: edition(site, 60, "ar"),
    "german": lambda site: edition(site, 60, "de"),
    "japanese": lambda site: edition(site, 60, "ja"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--feeds", type=pathlib.Path, metavar="FOLDER", help="make one more site of the feeds in it")
    arguments = parser.parse_args()
    faults = []

    def make(name, fill):
        site = Site(arguments.program, World(), arguments.directory / name)
        fill(site)
        faults.extend(f"{name}: {fault}" for fault in site.faults)

    for name in arguments.names or SITES:
        make(name, SITES[name])
    if arguments.feeds:
        make("real", lambda site: real(site, arguments.feeds))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
