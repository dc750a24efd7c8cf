import WebText

/// How much of a document is read before it is refused, so that no source can use up memory or time.
package struct FeedLimits: Sendable, Hashable {
    /// Bytes of the document as they come from the transfer, decompressed.
    package var maxBytes: Int
    package var maxEntries: Int
    /// Elements, or arrays and objects, that stand inside each other.
    package var maxDepth: Int
    /// Values of a JSON document, each of which takes many times the bytes that it is written in.
    package var maxValues: Int
    /// Attributes of one element, and namespaces that are declared where it stands.
    package var maxAttributes: Int
    /// Different names of elements, attributes and namespaces; the parser's table of them is not made for more.
    package var maxNames: Int
    /// Bytes of one field's text, and of one tag with its attributes.
    package var maxTextBytes: Int

    package init(
        maxBytes: Int = 16 << 20, maxEntries: Int = 50_000, maxDepth: Int = 256, maxValues: Int = 500_000,
        maxAttributes: Int = 256, maxNames: Int = 20_000, maxTextBytes: Int = 4 << 20
    ) {
        self.maxBytes = maxBytes
        self.maxEntries = maxEntries
        self.maxDepth = maxDepth
        self.maxValues = maxValues
        self.maxAttributes = maxAttributes
        self.maxNames = maxNames
        self.maxTextBytes = maxTextBytes
    }

    var json: JSONReader.Limits {
        JSONReader.Limits(maxDepth: maxDepth, maxValues: maxValues, maxElements: maxEntries)
    }

    /// What suits feeds as they are: the largest that we have seen stay far below.
    package static let standard = FeedLimits()
}

/// A check for cancellation at every 512th step of a long loop.
struct CancellationCheck {
    private var steps = 0
    private static let stepsBetween = 512

    /// - Throws: ``FeedError/cancelled`` once the task was cancelled, if there is one.
    mutating func check() throws(FeedError) {
        steps += 1
        guard steps >= Self.stepsBetween else { return }
        steps = 0
        if Task.isCancelled { throw .cancelled }
    }
}
