"""Serves feeds on many loopback addresses: scale-feeds.py COUNT CONFIGURATION, until it is ended.

Writes a configuration whose sources are 127.1.a.b on one port, each with a feed of its own that never changes.
"""

import http.server
import random
import socketserver
import sys

COUNT, CONFIGURATION = int(sys.argv[1]), sys.argv[2]
WORDS = (
    "harbour council bridge comet orchard choir glacier ferry archive lantern meadow signal quarry vessel parish canal "
    "summit forest ledger beacon garden turbine museum valley station market river tunnel castle island"
).split()


def feed(number):
    draw = random.Random(number)
    items = []
    for item in range(12):
        title = " ".join(draw.choice(WORDS) for _ in range(7)).capitalize()
        text = " ".join(draw.choice(WORDS) for _ in range(90))
        items.append(
            f"<item><title>{title}</title><link>https://p{number}.example/{item}</link><guid>{number}-{item}</guid>"
            f"<pubDate>Mon, 23 Nov 2026 0{item % 5}:{draw.randrange(10, 60)}:00 GMT</pubDate>"
            f"<description>{text}</description></item>"
        )
    head = f"<title>Paper {number}</title><link>https://p{number}.example/</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = feed(int(self.path.rsplit("/", 1)[1]))
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 4096


with Server(("0.0.0.0", 0), Handler) as server:
    port = server.server_address[1]
    with open(CONFIGURATION, "w") as file:
        print("timezone: UTC\ndeadline: 120s\nfetch: {timeout: 60s, concurrency: 64}", file=file)
        print("network: {allow-private: true}\nsources:", file=file)
        for number in range(COUNT):
            address = f"127.1.{number // 250}.{number % 250 + 1}"
            print(f"  - {{id: p{number}, feed: 'http://{address}:{port}/{number}'}}", file=file)
    server.serve_forever()
