import WebText

/// Why a document gave no feed at all; whatever could be read of one is returned instead, with warnings.
package enum FeedError: Error, Sendable, Hashable {
    /// There are no bytes, or only white space.
    case empty
    case notAFeed(Found)
    /// It begins like a feed, but nothing of it can be read.
    case malformed(line: Int?, reason: String)
    case tooLarge(Limit)
    /// The task that reads was cancelled: a large document is given up halfway rather than read to its end.
    case cancelled

    /// What a document is instead of a feed.
    package enum Found: Sendable, Hashable {
        /// An HTML page, and the address of the feed that it names, absolute where the page's own is known.
        case webPage(feedAddress: String?)
        /// An HTML page by which a gate before the site asks for a proof that a person is there.
        case challenge
        /// An HTML page that names no feed and sends browsers on, and where to.
        case forwardingPage(to: String)
        case otherJSON
        /// XML of another kind, by the name of its root element; `nil` where it has none.
        case otherXML(root: String?)
        /// Bytes that still have to be unpacked, by the name of the format.
        case compressed(String)
        case binary
        case plainText
    }

    /// Which of ``FeedLimits`` was passed, with its value.
    package enum Limit: Sendable, Hashable {
        case bytes(Int), entries(Int), depth(Int), values(Int), attributes(Int), names(Int), text(Int)
    }
}

extension FeedError {
    init(_ error: JSONError) {
        self =
            switch error {
            case .empty: .empty
            case .malformed(let line, let reason): .malformed(line: line, reason: reason)
            case .tooDeep(let limit): .tooLarge(.depth(limit))
            case .tooManyValues(let limit): .tooLarge(.values(limit))
            case .tooManyElements(let limit): .tooLarge(.entries(limit))
            case .cancelled: .cancelled
            }
    }
}

extension FeedError: CustomStringConvertible {
    /// One sentence for a person: what it is, and where it helps, what to do.
    package var description: String {
        switch self {
        case .empty: "The document is empty."
        case .notAFeed(let found): found.description
        case .malformed(let line?, let reason): "The document is broken at line \(line): \(reason)."
        case .malformed(nil, let reason): "The document is broken: \(reason)."
        case .tooLarge(let limit): limit.description
        case .cancelled: "Its reading was given up."
        }
    }
}

extension FeedError.Found: CustomStringConvertible {
    package var description: String {
        switch self {
        case .webPage(let address?): "This is a web page, not a feed; it names its feed: \(address)"
        case .webPage(nil): "This is a web page, not a feed, and it names none."
        case .challenge: "This is a web page that asks visitors to prove that they are no robot, not a feed."
        case .forwardingPage(let address):
            "This is a web page, not a feed; it sends browsers on to: \(address)"
        case .otherJSON: "This is JSON, but not a JSON Feed."
        case .otherXML(let root?): "This is XML, but not a feed: its root element is <\(root)>."
        case .otherXML(nil): "This is XML without any element."
        case .compressed(let format): "This is compressed (\(format)) and was not unpacked."
        case .binary: "This is binary data, not a feed."
        case .plainText: "This is plain text, not a feed."
        }
    }
}

extension FeedError.Limit: CustomStringConvertible {
    package var description: String {
        switch self {
        case .bytes(let limit): "The document is larger than \(limit) bytes."
        case .entries(let limit): "The feed has more than \(limit) entries."
        case .depth(let limit): "The document is nested deeper than \(limit) levels."
        case .values(let limit): "The document has more than \(limit) values."
        case .attributes(let limit): "An element has more than \(limit) attributes or namespaces."
        case .names(let limit): "The document has more than \(limit) different names."
        case .text(let limit): "A text or tag in the document is longer than \(limit) bytes."
        }
    }
}
