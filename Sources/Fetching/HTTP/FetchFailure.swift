package import FeedParsing
package import Foundation

/// Why a request gave nothing that can be used. A closed set, from which each outcome follows.
package enum FetchFailure: Error, Sendable {
    /// The time ran out; where it stood.
    case late(String)
    /// No HTTP response, or one that broke off.
    case unreachable(String, Place)
    /// Handshake or certificate.
    case tls(String, advice: String)
    /// A response whose status is no success.
    case status(ErrorAnswer)
    /// By us: address, scheme, redirects, size; and what to do about it.
    case refused(String, advice: String)
    /// HTTP nonsense, or a success that does not hold what was promised.
    case malformed(String)
    /// A success whose body is no feed.
    case content(FeedError)
    /// Its host asked to be left alone, and that lasts longer than the batch.
    case paused(until: Date, reason: String)

    /// Where the way to a server ended.
    package enum Place: Sendable, Hashable {
        /// Its name leads nowhere.
        case name
        case connection
        /// It responded, and that broke off in the middle.
        case answer
        /// It never got past the user's own proxy.
        case proxy
    }

    /// One clause, for a log or the note of a retry.
    var summary: String {
        switch self {
        case .late(let where_): where_
        case .unreachable(let words, _), .tls(let words, _), .refused(let words, _), .malformed(let words): words
        case .status(let answer): answer.head.line
        case .content(let error): error.description
        case .paused(_, let reason): "its host asked to be left alone (\(reason))"
        }
    }
}

/// A response that is no success, with as much of its body as it takes to say why.
package struct ErrorAnswer: Sendable {
    package var head: AnswerHead
    package var body: [UInt8]

    /// Too many requests, or too much to do: the server may say when to come back.
    var isOverload: Bool { [429, 503].contains(head.status) }
}
