import NIOHTTP1
import Parallelism

/// Has the pages of a site load themselves anew when it has changed: each asks now and then which rendering is served.
package final class PageReload: Sendable {
    /// Nothing of a site stands there: its names begin with no dot.
    static let path = "/.rendering"

    /// Which rendering is served; it grows with each.
    private let rendering = Guarded(1)

    package init() {}

    /// From now on pages that were loaded before load themselves anew.
    package func renew() {
        rendering.withLock { $0 += 1 }
    }

    private var text: String { rendering.withLock { String($0) } }

    var answer: Answer {
        Answer(
            status: .ok, headers: [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")],
            body: Array(text.utf8))
    }

    /// A page with the script, and without the policy that forbids scripts.
    func added(to page: [UInt8]) -> [UInt8] {
        let text = String(decoding: page, as: UTF8.self)
            .replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
        let script = """
            <script>setInterval(async () => {
              try {
                const now = await (await fetch("\(Self.path)")).text();
                if (now !== "\(self.text)") location.reload();
              } catch {}
            }, 500);</script>
            """
        guard let end = text.ranges(of: "</body>").last else { return Array((text + script).utf8) }
        return Array((text[..<end.lowerBound] + script + text[end.lowerBound...]).utf8)
    }
}
