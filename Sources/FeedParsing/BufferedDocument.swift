import NewsModel
import WebText

/// A complete document that could not be read as it came: in another encoding, broken, or no XML at all.
struct BufferedDocument {
    let bytes: [UInt8]
    let address: String?
    let contentType: String?
    let limits: FeedLimits
    /// Whether it is known to be broken, or at least no UTF-8.
    let isBroken: Bool

    func read() throws(FeedError) -> Feed {
        if let format = bytes.withUnsafeBufferPointer(Sniffer.compression) { throw .notAFeed(.compressed(format)) }
        let text = bytes.withUnsafeBufferPointer { Transcoder.utf8($0, contentType: contentType) }
        switch text.withUnsafeBufferPointer(Sniffer.kind) {
        case .markup(let start): return try readMarkup(text, from: start)
        case .json(let start): return try readJSON(text, from: start)
        case .compressed(let format): throw .notAFeed(.compressed(format))
        case .empty: throw .empty
        case .otherJSON: throw .notAFeed(.otherJSON)
        case .plainText: throw .notAFeed(.plainText)
        case .binary: throw .notAFeed(.binary)
        }
    }

    /// What a document is whose root element is none of a feed's.
    func found(root: String?, in text: [UInt8]) -> FeedError {
        guard root.map(WebPage.isPart) ?? isPage(text) || isPage(text) else { return .notAFeed(.otherXML(root: root)) }
        return text.withUnsafeBufferPointer { page in
            let feed = WebPage.feedAddress(in: page, address: address)
            if feed == nil, WebPage.asksForProof(page) { return .notAFeed(.challenge) }
            guard feed == nil, let target = WebPage.refreshTarget(in: page, address: address) else {
                return .notAFeed(.webPage(feedAddress: feed))
            }
            return .notAFeed(.forwardingPage(to: target))
        }
    }

    /// Whether it says so in its document type, though it has no element.
    private func isPage(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { $0.starts(withWord: "<!doctype html", at: Sniffer.startOfContent($0)) }
    }

    private func readMarkup(_ text: [UInt8], from start: Int) throws(FeedError) -> Feed {
        let before = text[..<start]
        let line = 1 + before.count { $0 == ASCII.lineFeed }
        var warnings = encodingWarnings(text)
        if before.contains(where: { !$0.isBlank && $0 != 0 && $0 < 0x80 }) {
            warnings.append(FeedWarning(line: 1, message: "text before the document was left out"))
        }
        // Well-formed markup in another encoding needs no mending.
        if !isBroken, case .read(let reading) = parse(text, from: start, line: line, recovers: false) {
            return try feed(reading, text, warnings)
        }
        let repaired = try text.withUnsafeBufferPointer { bytes throws(FeedError) in
            var repair = Repair(bytes.part(start..<bytes.count), line: line, limits: limits)
            return try repair.result()
        }
        switch parse(repaired.bytes, from: 0, line: line, recovers: true) {
        case .read(let reading): return try feed(reading, text, warnings + repaired.warnings)
        case .stopped(.refused(let error)): throw error
        case .stopped(.needsRepair(let line, let reason)): throw .malformed(line: line, reason: reason)
        }
    }

    /// Bytes that are in no encoding that anybody named.
    private func encodingWarnings(_ text: [UInt8]) -> [FeedWarning] {
        guard bytes.withUnsafeBufferPointer({ Transcoder.isMended($0, contentType: contentType) }) else { return [] }
        let valid = bytes.withUnsafeBufferPointer { $0.part(0..<UTF8Validity.validCount($0)) }
        let line = 1 + valid.count { $0 == ASCII.lineFeed }
        return [FeedWarning(line: line, message: "bytes that are not UTF-8 were read as windows-1252")]
    }

    private func feed(_ reading: DocumentReader.Reading, _ text: [UInt8], _ warnings: [FeedWarning]) throws(FeedError)
        -> Feed
    {
        switch reading {
        case .feed(var feed):
            feed.warnings = warnings + feed.warnings
            return feed
        case .other(let root): throw found(root: root, in: text)
        }
    }

    private func parse(_ text: [UInt8], from start: Int, line: Int, recovers: Bool) -> PushParser.Outcome {
        let reader = DocumentReader(limits: limits, address: address)
        guard var parser = PushParser(reader: reader, start: start, firstLine: line, recovers: recovers) else {
            return .stopped(.needsRepair(line: 0, reason: "there is no memory left to read it"))
        }
        text.withUnsafeBufferPointer { parser.read($0, isComplete: true) }
        return parser.finish()
    }

    private func readJSON(_ text: [UInt8], from start: Int) throws(FeedError) -> Feed {
        try text.withUnsafeBufferPointer { bytes throws(FeedError) in
            var reader = JSONReader(bytes.part(start..<bytes.count), limits: limits.json)
            let value: JSONValue
            do throws(JSONError) { value = try reader.value() } catch { throw FeedError(error) }
            let feedReader = JSONFeedReader(limits: limits, address: address)
            return try feedReader.read(value, isComplete: reader.isComplete)
        }
    }
}
