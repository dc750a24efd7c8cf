import Crypto
package import NewsModel
import WebText

/// A picture as it came, judged by its bytes.
package struct FetchedPicture: Sendable, Hashable {
    /// Its copy, named for the hash of its bytes.
    package let copy: PictureCopy
    package let bytes: [UInt8]

    /// The most bytes of a picture that the site keeps, and the most pixels of each side.
    package static let mostBytes = 200_000
    package static let mostPixels = 1200
    /// What is smaller is an ornament, or counts readers.
    package static let leastPixels = 16

    /// A picture that may be kept; `nil` for another format, one that is not whole, and one that is too large or too small.
    ///
    /// - Parameters:
    ///   - address: where it came from.
    ///   - bytes: what was there; what follows the picture in it is left out.
    package init?(address: String, bytes: [UInt8]) {
        guard let header = PictureHeader(bytes), header.length <= Self.mostBytes,
            [header.width, header.height].allSatisfy({ Self.leastPixels...Self.mostPixels ~= $0 })
        else { return nil }
        self.bytes = Array(bytes.prefix(header.length))
        let name = Hex.text(SHA256.hash(data: self.bytes).prefix(16)) + "." + header.format.fileExtension
        copy = PictureCopy(address: address, name: name, width: header.width, height: header.height)
    }
}

/// Fetches the pictures of an edition by the rules of the batch before it: addresses that may be asked, limits and wishes of
/// hosts, redirects, retries, and a deadline.
package struct PictureFetcher: Sendable {
    private let fetcher: HTTPFetcher
    private let policy: FetchPolicy
    private let userAgent: String

    init(_ fetcher: HTTPFetcher, policy: FetchPolicy, userAgent: String) {
        self.fetcher = fetcher
        self.policy = policy
        self.userAgent = userAgent
    }

    /// Those of the pictures at some addresses that can be had and kept before the deadline, in the order of the addresses.
    package func pictures(at addresses: [String]) async -> [FetchedPicture] {
        await withTaskGroup(of: (Int, FetchedPicture?)?.self) { group in
            for (rank, address) in addresses.enumerated() {
                group.addTask { (rank, await picture(at: address, rank: rank)) }
            }
            group.addTask {
                // Cancelled when all have come: then nobody looks at the answer.
                try? await fetcher.clock.sleep(until: fetcher.deadline)
                return nil
            }
            var found: [Int: FetchedPicture] = [:]
            var waiting = addresses.count
            while waiting > 0, let next = await group.next() {
                guard let (rank, picture) = next else {
                    group.cancelAll()
                    continue
                }
                waiting -= 1
                found[rank] = picture
            }
            group.cancelAll()
            return found.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    private func picture(at address: String, rank: Int) async -> FetchedPicture? {
        let request = FetchRequest(
            source: "picture", url: address, accept: Self.accept, userAgent: userAgent, timeout: policy.timeout,
            hostLimit: policy.perHost, rank: rank)
        // A page without one of its pictures is a page: why it can't be had does not matter.
        let answer = try? await fetcher.get(request, progress: FetchProgress()) { _, body in
            var bytes: [UInt8] = []
            let hash = try await body.hashedRead { bytes.append(contentsOf: $0) }
            return (bytes, hash)
        }
        return answer?.value.flatMap { FetchedPicture(address: address, bytes: $0) }
    }

    private static let accept = "image/avif,image/webp,image/jpeg,image/png"
}

extension Batch {
    /// A fetcher that goes on where the batch has ended, with what its hosts told it; its deadline counts from the batch's
    /// beginning.
    package func pictureFetcher(until deadline: Duration) -> PictureFetcher {
        PictureFetcher(fetcher.forPictures(until: deadline), policy: policy, userAgent: userAgent)
    }
}

extension HTTPFetcher {
    /// The same for pictures: smaller bodies, another deadline. Nothing of them is recorded as an exchange of a source.
    fileprivate func forPictures(until deadline: Duration) -> HTTPFetcher {
        HTTPFetcher(
            send: send, addresses: addresses, slots: slots, limiter: limiter, retry: retry,
            maxBodyBytes: FetchedPicture.mostBytes, clock: clock, deadline: deadline, began: began, jitter: jitter)
    }
}
