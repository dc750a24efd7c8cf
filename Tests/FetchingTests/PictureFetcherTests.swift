import Foundation
import HTTPTransport
import NIOCore
import NIOHTTP1
import NewsModel
import Parallelism
import TestSupport
import Testing
import TransportTestSupport

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct PictureFetcherTests {
    /// A network of pictures, by their addresses; what it does not have is a 404, and `silent` ones never answer.
    private final class Gallery: Sendable {
        private let pictures: [String: [UInt8]]
        private let redirects: [String: String]
        private let silent: Set<String>
        private let urls = Guarded<[String]>([])

        init(pictures: [String: [UInt8]], redirects: [String: String] = [:], silent: Set<String> = []) {
            self.pictures = pictures
            self.redirects = redirects
            self.silent = silent
        }

        var asked: [String] { urls.withLock { $0 } }

        @Sendable func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            urls.withLock { $0.append(request.url) }
            if silent.contains(request.url) {
                // Only its cancellation ends it.
                try? await ManualClock().sleep(for: .seconds(1_000_000))
                throw .cancelled
            }
            if let target = redirects[request.url] {
                return HTTPResponse(
                    status: .found, headers: ["location": target], body: ResponseBody(text: ""))
            }
            guard let bytes = pictures[request.url] else { return HTTPResponse(status: .notFound) }
            let rest = Guarded<ByteBuffer?>(ByteBuffer(bytes: bytes))
            return HTTPResponse(
                status: .ok, headers: [:],
                body: ResponseBody { () throws(TransportError) in
                    rest.withLock { buffer in
                        defer { buffer = nil }
                        return buffer
                    }
                })
        }
    }

    private func fetcher(
        _ gallery: Gallery, clock: ManualClock = ManualClock(), network: NetworkPolicy = NetworkPolicy()
    ) -> PictureFetcher {
        Batch(
            policy: FetchPolicy(deadline: .seconds(25), timeout: .seconds(60), retries: 0), network: network,
            send: gallery.send, clock: BatchClock(clock), now: Date(timeIntervalSince1970: 0), jitter: { 0 }
        ).pictureFetcher(until: .seconds(30))
    }

    @Test func keepsWhatIsAPictureInTheOrderOfTheAddresses() async {
        let gallery = Gallery(pictures: [
            "https://a.example/1": SamplePicture.jpeg(1200, 800),
            "https://a.example/2.png": Array("<html>Gone</html>".utf8),
            "https://b.example/3": SamplePicture.png(64, 64) + Array("<script>".utf8),
            "https://b.example/4": SamplePicture.png(64, 64),
        ])
        let found = await fetcher(gallery).pictures(at: [
            "https://b.example/3", "https://a.example/2.png", "https://a.example/1", "https://a.example/404",
            "https://b.example/4",
        ])
        #expect(found.map(\.copy.address) == ["https://b.example/3", "https://a.example/1", "https://b.example/4"])
        #expect(found[0].copy.name == found[2].copy.name, "what follows the picture is no part of it")
        #expect(found[0].bytes == SamplePicture.png(64, 64))
        #expect(found[1].copy.name.hasSuffix(".jpg") && found[1].copy.name.count == 36)
        #expect(found[1].copy.width == 1200 && found[1].copy.height == 800)
    }

    @Test(arguments: [
        (SamplePicture.png(1200, 16), true), (SamplePicture.png(1201, 700), false),
        (SamplePicture.png(700, 1201), false), (SamplePicture.png(15, 700), false), (SamplePicture.png(1, 1), false),
        (SamplePicture.png(64, 64, text: String(repeating: "x", count: 200_000 - 72)), true),
        (SamplePicture.png(64, 64, text: String(repeating: "x", count: 200_000 - 71)), false),
    ])
    func hasBounds(bytes: [UInt8], isKept: Bool) async {
        let found = await fetcher(Gallery(pictures: ["https://a.example/p": bytes])).pictures(at: [
            "https://a.example/p"
        ])
        #expect(found.isEmpty != isKept, "\(bytes.count) bytes")
    }

    @Test func noRequestReachesAPrivateAddress() async {
        let gallery = Gallery(
            pictures: [
                "http://127.0.0.1/p": SamplePicture.png(64, 64), "http://10.0.0.1/p": SamplePicture.png(64, 64),
            ],
            redirects: ["https://a.example/p": "http://10.0.0.1/p", "http://a.example/q": "http://10.0.0.1/p"])
        let found = await fetcher(gallery).pictures(at: [
            "http://127.0.0.1/p", "https://a.example/p", "http://a.example/q",
        ])
        #expect(found.isEmpty)
        #expect(Set(gallery.asked) == ["https://a.example/p", "http://a.example/q"])
    }

    @Test(.timeLimit(.minutes(1))) func atTheDeadlineWhatHasComeCounts() async throws {
        let clock = ManualClock()
        let gallery = Gallery(
            pictures: ["https://a.example/p": SamplePicture.png(64, 64)], silent: ["https://b.example/q"])
        let fetcher = fetcher(gallery, clock: clock)
        let task = Task { await fetcher.pictures(at: ["https://b.example/q", "https://a.example/p"]) }
        try await eventually { gallery.asked.count == 2 && clock.earliest != nil }
        clock.advance(by: .seconds(31))
        #expect(await task.value.map(\.copy.address) == ["https://a.example/p"])
    }
}
