"""Opens the pages of a site in headless Chromium at three widths, by day and by night, and says what is wrong with them.

usage: browser_test.py SITE [--screenshots]

Judged: no sideways scrolling, no message on the console, no request off the site, links and buttons big enough for a
thumb (WCAG 2.2, 2.5.8), text that stands out from what is behind it (1.4.3), and a front page in two requests.
"""
import argparse
import base64
import functools
import http.server
import pathlib
import shutil
import sys
import threading

from playwright.sync_api import sync_playwright

WIDTHS = (375, 768, 1440)
NARROWEST = 320
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
        if (ratio < (isLarge ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: ${name(e)}`);
    }
    return faults;
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
    editions = every("[0-9]*/*/*/index.html")
    sections, sources = every("section/*/index.html"), every("source/*.html")
    if not editions or not sections or not sources:
        sys.exit(f"browser-test: {site} is no whole site")
    chosen = ["index.html", editions[0], "health.html", "archive/index.html", sections[0], sources[0], "404.html"]
    return list(dict.fromkeys(chosen))


def judge(site, base):
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for width in (NARROWEST, *WIDTHS):
                context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
                page = context.new_page()
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
                        if not url.startswith(base):
                            say(f"asks for {url}")
                    # The icon is asked for beside the page, not before it is shown.
                    if name == "index.html" and len([url for url in requests if not url.endswith("favicon.svg")]) > 2:
                        say(f"needs {len(requests)} requests")
                    for fault in page.evaluate(JUDGE)[:8]:
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
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--screenshots", action="store_true", help="write those of the README into docs/images")
    arguments = parser.parse_args()
    base = serve(arguments.site)
    faults = judge(arguments.site, base)
    if arguments.screenshots:
        photograph(base)
    for fault in dict.fromkeys(faults):
        print(fault)
    count = len(pages(arguments.site))
    print(f"{arguments.site}: {count} pages, {1 + len(WIDTHS)} widths, day and night: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
