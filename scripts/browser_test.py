"""Opens the pages of a site in headless Chromium from a phone's width to a large screen's, by day and by night, and says
what is wrong with them.

usage: browser_test.py SITE... [--screenshots] [--fast]

Judged: no sideways scrolling, no message on the console, no request off the site but for pictures, nothing upon something
else, no blank in a row that is larger than a story, links and buttons big enough for a thumb (WCAG 2.2, 2.5.8), text that
stands out from what is behind it (1.4.6), one stop for the keyboard in each story besides its coverage, names whole at
200 % text size, a front page in two requests and of so many kilobytes, an edition on so many sheets of A4, and pages that
are no longer than so many screens of a phone.
"""
import argparse
import base64
import functools
import http.server
import pathlib
import re
import shutil
import sys
import threading

from playwright.sync_api import sync_playwright

from browser_sites import picture

WIDTHS = (390, 600, 768, 1024, 1280, 1440, 1920)
NARROWEST = 320
# What an edition of 60 stories may weigh, in kilobytes, and how many sheets of A4 it may take.
MOST_HTML, MOST_CSS, MOST_SHEETS = 90, 18.432, 8
MOST_HEALTH = 300
# How many screens of a phone a page may take: an edition of 60 stories, the archive, the health of the sources.
SCREEN = (390, 844)
MOST_SCREENS = {"index.html": 10.7, "archive/index.html": 8, "health.html": 15}
# How many milliseconds a page has: a busy machine is no fault of the page.
PATIENCE = 180_000
BELOW = "/some/folder/"
IMAGES = pathlib.Path(__file__).resolve().parent.parent / "docs" / "images"

JUDGE = """() => {
    const faults = [];
    const name = e => e.outerHTML.slice(0, 90).replace(/\\s+/g, ' ');
    const isShown = e => e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
    if (document.scrollingElement.scrollWidth > innerWidth) {
        const wide = [...document.querySelectorAll('body *')].find(e => e.getBoundingClientRect().right > innerWidth + 1
            || e.getBoundingClientRect().left < -1);
        faults.push('scrolls sideways: ' + (wide ? name(wide) : ''));
    }
    // A link within a sentence is as high as its line.
    const isInSentence = e => getComputedStyle(e).display === 'inline'
        && e.parentElement.textContent.trim().length > e.textContent.trim().length;
    for (const e of document.querySelectorAll('a[href], summary, button')) {
        const box = e.getBoundingClientRect();
        // What a source wrote is text, wherever it puts its links.
        if (!isShown(e) || box.right <= 0 || box.left < -900 || isInSentence(e) || e.closest('.content')) continue;
        if (box.width < 24 || box.height < 24) {
            faults.push(`too small for a thumb (${Math.round(box.width)} × ${Math.round(box.height)}): ${name(e)}`);
        }
    }
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    const rgba = colour => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * x + .7152 * y + .0722 * z;
    };
    const behind = e => {
        for (let at = e; at; at = at.parentElement) {
            const colour = rgba(getComputedStyle(at).backgroundColor);
            if (colour[3] === 255) return colour;
        }
        return [255, 255, 255, 255];
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const e = node.parentElement;
        if (!node.data.trim() || seen.has(e) || !isShown(e) || e.closest('svg')) continue;
        seen.add(e);
        const style = getComputedStyle(e);
        const [one, other] = [light(rgba(style.color)), light(behind(e))];
        const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
        if (ratio < (isLarge ? 4.5 : 7) && !e.closest('.update, .shape')) faults.push(`contrast ${ratio.toFixed(2)}: ${name(e)}`);
    }
    const shown = selector => [...document.querySelectorAll(selector)].filter(isShown);
    for (const e of shown('article')) {
        const stops = [...e.querySelectorAll('a[href], summary, button')].filter(
            s => s.tabIndex >= 0 && isShown(s) && !s.closest('.also, .update, .whole, .content, .discussion'));
        if (stops.length > 1) faults.push(`${stops.length} stops for the keyboard: ${name(e)}`);
    }
    // No text of one story upon that of another.
    const parts = shown('.story > .headline, .story > .summary, .story > .kicker, .story > .also').map(
        e => ({e, story: e.closest('.story'), box: e.getBoundingClientRect()}));
    parts.sort((one, other) => one.box.top - other.box.top);
    for (let i = 0; i < parts.length; i++) {
        for (let j = i + 1; j < parts.length && parts[j].box.top < parts[i].box.bottom - 2; j++) {
            const [one, other] = [parts[i], parts[j]];
            if (one.story !== other.story && one.box.right > other.box.left + 2 && other.box.right > one.box.left + 2) {
                faults.push(`upon another: ${name(other.e)}`);
            }
        }
    }
    // No blank below a column that a story of its section would fill.
    const bottom = e => Math.max(...[...e.querySelectorAll('*')].filter(isShown).map(c => c.getBoundingClientRect().bottom));
    for (const top of shown('.top')) {
        if (getComputedStyle(top).display !== 'grid') continue;
        const story = Math.max(...[...top.children].flatMap(c => [...c.querySelectorAll('.story'), c]).filter(
            c => c.matches('.story:not(.brief)')).map(c => bottom(c) - c.getBoundingClientRect().top));
        for (const cell of top.children) {
            const blank = cell.getBoundingClientRect().bottom - bottom(cell);
            if (blank > Math.max(story, 160)) faults.push(`a blank of ${Math.round(blank)} px: ${name(cell)}`);
        }
    }
    return faults;
}"""

# At twice the size of text nothing is cut and nothing scrolls sideways.
LARGE = """() => {
    document.documentElement.style.fontSize = '200%';
    return document.scrollingElement.scrollWidth > innerWidth ? ['scrolls sideways at 200 % text size'] : [];
}"""


def serve(site):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path):
            return super().translate_path(path[len(BELOW) - 1 :]) if path.startswith(BELOW) else "/nowhere"

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}{BELOW}"


def pages(site):
    """One of each kind."""
    every = lambda pattern: sorted(str(path.relative_to(site)) for path in site.glob(pattern))
    kinds = ["index.html", "[0-9]*/*/*/index.html", "[0-9]*/*/*/left-out.html", "health.html", "archive/index.html",
             "section/*/index.html", "source/*.html", "404.html"]
    chosen = [name for kind in kinds for name in every(kind)[:1]]
    if "index.html" not in chosen or "health.html" not in chosen:
        sys.exit(f"browser-test: {site} is no whole site")
    return chosen


def stories(site):
    return (site / "index.html").read_text(encoding="utf-8").count("<article")


def weigh(site):
    """What the front page weighs; more than an edition of 60 stories may weigh more."""
    html, css = [(site / name).stat().st_size / 1000 for name in ("index.html", "style.css")]
    faults = [f"style.css has {css:.1f} kB"] if css > MOST_CSS else []
    if html > MOST_HTML * max(1, stories(site) / 60) and 'class="content"' not in (site / "index.html").read_text():
        faults.append(f"index.html has {html:.1f} kB")
    health = (site / "health.html").stat().st_size / 1000
    return faults + ([f"health.html has {health:.0f} kB"] if health > MOST_HEALTH else [])


def measure(browser, url, site):
    """How many screens of a phone the pages take that must not grow with what they list."""
    page = browser.new_page(viewport={"width": SCREEN[0], "height": SCREEN[1]})
    page.set_default_timeout(PATIENCE)
    faults = []
    for name, most in MOST_SCREENS.items():
        page.goto(url + name, wait_until="load")
        screens = page.evaluate("document.documentElement.scrollHeight") / SCREEN[1]
        limit = most * max(1, stories(site) / 60) if name == "index.html" else most
        # Unfolded texts and pictures are as long as they are.
        if screens > limit and not page.evaluate("!!document.querySelector('.content, img')"):
            faults.append(f"{name} takes {screens:.1f} screens of a phone")
    page.close()
    return faults


def sheets(browser, url, site):
    """How an edition comes out on paper."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url + "index.html", wait_until="load")
    count = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    limit = MOST_SHEETS * max(1, -(-stories(site) // 60))
    faults = [f"index.html takes {count} sheets of A4"] if count > limit else []
    page.emulate_media(media="print")
    for name in pages(site):
        page.goto(url + name, wait_until="load")
        if not page.inner_text("body").strip():
            faults.append(f"{name} is empty on paper")
    page.close()
    return faults


def judge(site, base, is_fast):
    faults = weigh(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        faults += sheets(browser, base, site) + measure(browser, base, site)
        for scheme in ("light",) if is_fast else ("light", "dark"):
            for width in (NARROWEST, *WIDTHS):
                context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
                elsewhere = lambda url: "/picture/" in url and not url.startswith(base)
                context.route(elsewhere, lambda route: route.fulfill(
                    content_type="image/png", body=picture(int(re.search("[0-9]+", route.request.url.rsplit("/", 1)[1])[0]))))
                page = context.new_page()
                page.set_default_timeout(PATIENCE)
                here, requests = [""], []
                say = lambda what: faults.append(f"{here[0]} at {width} px, {scheme}: {what}")
                page.on("console", lambda message: message.type in ("error", "warning") and say(message.text))
                page.on("pageerror", lambda error: say(str(error)))
                page.on("request", lambda request: requests.append(request.url))
                for name in pages(site):
                    here[0] = name
                    requests.clear()
                    page.goto(base + name, wait_until="networkidle")
                    for url in requests:
                        if not url.startswith(base) and "/picture/" not in url:
                            say(f"asks for {url}")
                    # The icon is asked for beside the page, not before it is shown.
                    if name == "index.html" and len([url for url in requests if not re.search("favicon.svg$|/picture/", url)]) > 2:
                        say(f"needs {len(requests)} requests")
                    for fault in page.evaluate(JUDGE)[:8] + page.evaluate(LARGE):
                        say(fault)
                context.close()
        browser.close()
    return faults


def photograph(base):
    """Screenshots for the README, small enough to keep: WebP, which Chromium writes by its own protocol alone."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    shots = [
        ("edition", "index.html", 1280, 900, "light", 1.25), ("edition-dark", "index.html", 390, 844, "dark", 2),
        ("health", "health.html", 1100, 1090, "light", 1),
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, path, width, height, scheme, scale in shots:
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": height}, device_scale_factor=scale)
            page = context.new_page()
            page.goto(base + path, wait_until="networkidle")
            shot = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 75})
            (IMAGES / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))
            context.close()
        browser.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=pathlib.Path, nargs="+", metavar="SITE")
    parser.add_argument("--screenshots", action="store_true", help="write those of the README into docs/images")
    parser.add_argument("--fast", action="store_true", help="by day alone")
    arguments = parser.parse_args()
    status = 0
    for site in arguments.sites:
        base = serve(site)
        faults = judge(site, base, arguments.fast)
        if arguments.screenshots:
            photograph(base)
        for fault in dict.fromkeys(faults):
            print(fault)
        print(f"{site}: {len(pages(site))} pages, {1 + len(WIDTHS)} widths: {len(faults)} faults")
        status = status or int(bool(faults))
    sys.exit(status)


if __name__ == "__main__":
    main()
