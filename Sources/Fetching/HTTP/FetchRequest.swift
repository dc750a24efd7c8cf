import Crypto
import HTTPTransport
import NewsModel
import WebText

/// A request of a source, with everything that is sent along.
struct FetchRequest: Sendable {
    /// For which source.
    var source: SourceID
    /// An address that the configuration gives, or one below it: never one that a document names, but for pictures.
    var url: String
    var accept: String
    /// Sent to the origin of `url` alone, never to where it redirects to.
    var headers: [Source.Header] = []
    var userAgent: String
    /// Sent to the address that gave them alone, wherever redirects lead tonight.
    var validators: Validators?
    /// The longest that one request takes.
    var timeout: Duration
    /// How many requests its host may be asked at once.
    var hostLimit: Int
    /// Which of those that wait for its host comes first: the place of its source among those that have waited longest.
    var rank: Int
    /// Whether the body of an error says more than its status: an API's does, a web page's does not.
    var readsErrors = false
}

/// A response with what was made of its body.
struct ParsedResponse<Value: Sendable>: Sendable {
    /// What was read; `nil` for 304 Not Modified.
    var value: Value?
    var head: ResponseHead
    /// The hash of the whole body; empty for 304.
    var bodyHash: String
    /// Where the first, unbroken run of permanent redirects led.
    var permanentRedirect: String?
    /// Whether the server could not stand to be asked whether anything is new, and was asked for the whole.
    var isAskedAgain = false
}

extension BoundedBody {
    /// Reads all of it.
    ///
    /// - Returns: its SHA-256, in lowercase hexadecimal digits.
    func hashedRead(_ consume: (UnsafeRawBufferPointer) throws -> Void) async throws -> String {
        var hash = SHA256()
        try await read { piece in
            hash.update(bufferPointer: piece)
            try consume(piece)
        }
        return Hex.text(hash.finalize())
    }
}

/// What the user is asked to believe about the tool (RFC 9110 §10.1.5).
package enum UserAgent {
    /// `Broadsheet/1.0 (+https://…)`: product, version, and an address about whoever runs it.
    package static func standard(site: String?) -> String {
        "Broadsheet/\(Product.version) (+\(site ?? Product.address))"
    }
}
