package import NewsModel
import WebText

/// Reads a feed of any format from the bytes of its document, as they come.
///
/// The format is told by the content. UTF-8 is parsed while it arrives; a document in another encoding, or one that has
/// to be mended, once it is complete. However the bytes are cut, the result is the same: the parser gets them in blocks
/// of its own.
package struct FeedReader: ~Copyable {
    private enum State {
        /// Too few bytes are there to tell.
        case undecided
        /// UTF-8 markup, which begins at the offset.
        case parsing(from: Int)
        /// What it is shows when it is complete.
        case waiting
    }

    /// What is read at once; so much is enough to know the encoding.
    private static let blockSize = PushParser.blockSize

    private let address: String?
    private let contentType: String?
    private let limits: FeedLimits
    private var bytes: [UInt8] = []
    private var state = State.undecided
    private var parser: PushParser?

    /// - Parameters:
    ///   - url: The address that the document came from in the end; relative links are relative to it.
    ///   - contentType: The value of HTTP's `Content-Type`, of which only the `charset` counts.
    ///   - limits: What is refused.
    package init(url: String? = nil, contentType: String? = nil, limits: FeedLimits = .standard) {
        address = url?.nonBlank.map(Reference.base)
        self.contentType = contentType
        self.limits = limits
    }

    /// Takes the next bytes of the document. Throws only what no further byte could change.
    package mutating func read(_ chunk: UnsafeRawBufferPointer) throws(FeedError) {
        guard bytes.count + chunk.count <= limits.maxBytes else { throw .tooLarge(.bytes(limits.maxBytes)) }
        bytes.append(contentsOf: chunk)
        try advance(isComplete: false)
    }

    /// The feed, once all bytes are there; throws only where nothing of one can be read.
    package consuming func finish() throws(FeedError) -> Feed {
        try advance(isComplete: true)
        return try result()
    }

    /// Reads a whole document.
    package static func read(
        _ bytes: [UInt8], url: String? = nil, contentType: String? = nil, limits: FeedLimits = .standard
    ) throws(FeedError) -> Feed {
        guard bytes.count <= limits.maxBytes else { throw .tooLarge(.bytes(limits.maxBytes)) }
        var reader = FeedReader(url: url, contentType: contentType, limits: limits)
        reader.bytes = bytes
        return try reader.finish()
    }

    /// Parses the blocks that are complete, and the last one in the end.
    private mutating func advance(isComplete: Bool) throws(FeedError) {
        guard isComplete || bytes.count >= Self.blockSize else { return }
        if case .undecided = state { decide() }
        guard case .parsing(let start) = state else { return }
        // Whole blocks only, so that the parser's cuts are always the same.
        let end = isComplete ? bytes.count : bytes.count - (bytes.count - start) % Self.blockSize
        bytes.withUnsafeBufferPointer { parser?.read($0.part(0..<end), isComplete: isComplete) }
        guard let pending = parser?.stop else { return }
        if case .refused(let error) = pending { throw error }
        state = .waiting
    }

    /// Looks at the first block, or at the whole of a shorter document.
    private mutating func decide() {
        let (kind, line) = bytes.withUnsafeBufferPointer { all in
            let bytes = all.part(0..<min(all.count, Self.blockSize))
            guard Transcoder.isUTF8(beginning: bytes, contentType: contentType) else {
                return (Sniffer.Kind.plainText, 1)
            }
            let start = Sniffer.startOfContent(bytes)
            return (Sniffer.kind(of: bytes), 1 + bytes[..<start].count { $0 == ASCII.lineFeed })
        }
        guard case .markup(let start) = kind, start == startOfContent else {
            state = .waiting
            return
        }
        let reader = DocumentReader(limits: limits, address: address)
        parser = PushParser(reader: reader, start: start, firstLine: line, recovers: false)
        state = .parsing(from: start)
    }

    private var startOfContent: Int { bytes.withUnsafeBufferPointer(Sniffer.startOfContent) }

    private consuming func result() throws(FeedError) -> Feed {
        // A parser that was there, and is given up, has found the document broken.
        let document = BufferedDocument(
            bytes: bytes, address: address, contentType: contentType, limits: limits, isBroken: parser != nil)
        guard case .parsing = state, let parser = parser.take() else { return try document.read() }
        switch parser.finish() {
        case .read(.feed(let feed)): return feed
        case .read(.other(let root)): throw document.found(root: root, in: document.bytes)
        case .stopped(.refused(let error)): throw error
        case .stopped(.needsRepair): return try document.read()
        }
    }
}
