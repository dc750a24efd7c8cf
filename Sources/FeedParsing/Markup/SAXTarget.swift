import CLibXML2
import WebText

/// What the parser calls: C on one side, a reader that is told in Swift on the other.
struct SAXTarget: ~Copyable {
    private(set) var stop: PushParser.Stop?
    private let context: xmlParserCtxtPtr
    private var reader: DocumentReader
    private let firstLine: Int
    private let recovers: Bool

    /// The document, valid while a part of it is parsed.
    private var document = Bytes(start: nil, count: 0)
    private var splitter: SectionSplitter
    /// How many of its sections were told of.
    private var toldSections = 0
    /// How many lines those have, counted for so many of them as it was asked for.
    private var sectionLines = (sections: 0, lines: 0)

    init(context: xmlParserCtxtPtr, reader: consuming DocumentReader, start: Int, firstLine: Int, recovers: Bool) {
        self.context = context
        self.reader = reader
        self.firstLine = firstLine
        self.recovers = recovers
        splitter = SectionSplitter(from: start)
    }

    /// Takes the sections out of the next part of the document.
    mutating func split(_ document: Bytes, upTo end: Int, isComplete: Bool, into markup: inout ByteBuffer) {
        self.document = document
        let known = splitter.sections.count
        splitter.split(document, upTo: end, isComplete: isComplete, into: &markup)
        for section in splitter.sections[known...] where !XMLCharacters.areValid(document.part(section)) {
            repair("a character that XML does not allow")
        }
    }

    /// Makes sure that each section was told of, and nothing else: otherwise one stands where none can be, or something
    /// of the document's has their name, and all may be mixed up.
    mutating func checkSections() {
        if stop == nil, toldSections != splitter.sections.count { repair("a misplaced CDATA section") }
    }

    private mutating func section() {
        let index = toldSections
        toldSections += 1
        if index < splitter.sections.count { text(document.part(splitter.sections[index])) }
    }

    mutating func finish() -> DocumentReader.Reading { reader.finish() }

    /// Stops where the parser was given more than it can understand yet, or more names than it can keep apart in
    /// reasonable time.
    ///
    /// It waits for the end of a tag or a comment, and behind a bare `&` for a semicolon. A repair does not wait; what is
    /// still too long after one, is.
    mutating func limitParser() {
        guard let input = context.pointee.input, stop == nil else { return }
        let limits = reader.limits
        let pending = input.pointee.end - input.pointee.cur
        if !recovers, pending > min(limits.maxTextBytes, Self.maxPendingBytes) {
            repair("something that does not end")
        } else if pending > limits.maxTextBytes {
            end(with: .refused(.tooLarge(.text(limits.maxTextBytes))))
        } else if Int(xmlDictSize(context.pointee.dict)) > limits.maxNames {
            end(with: .refused(.tooLarge(.names(limits.maxNames))))
        }
    }

    /// No tag is so long, and it is the parser's work that grows with the square of how many attributes one has.
    private static let maxPendingBytes = 64 << 10

    private mutating func line() -> Int {
        guard let input = context.pointee.input else { return firstLine }
        while sectionLines.sections < min(toldSections, splitter.sections.count) {
            let section = splitter.sections[sectionLines.sections]
            sectionLines.lines += document[section].count { $0 == ASCII.lineFeed }
            sectionLines.sections += 1
        }
        return Int(input.pointee.line) + firstLine - 1 + sectionLines.lines
    }

    /// The callbacks of a parse. All that is not named stays empty: declarations, notations, subsets, comments.
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { target, local, prefix, namespace, _, _, count, _, attributes in
            guard let target = SAXTarget.of(target), let local else { return }
            let name = ElementName(local: local, prefix: prefix, namespace: namespace)
            target.pointee.start(name, Attributes(fields: attributes, count: Int(count)))
        }
        handler.endElementNs = { target, local, prefix, namespace in
            guard let target = SAXTarget.of(target), let local else { return }
            target.pointee.end(ElementName(local: local, prefix: prefix, namespace: namespace))
        }
        let text: charactersSAXFunc = { target, start, count in
            guard let target = SAXTarget.of(target) else { return }
            target.pointee.text(Bytes(start: start, count: Int(count)))
        }
        handler.characters = text
        handler.ignorableWhitespace = text
        handler.cdataBlock = text
        handler.processingInstruction = { target, name, data in
            guard data == nil, let target = SAXTarget.of(target), let name else { return }
            if Bytes(cString: name).isWord(SectionSplitter.target) { target.pointee.section() }
        }
        handler.internalSubset = { target, _, _, _ in SAXTarget.of(target)?.pointee.repair("a document type") }
        handler.getEntity = { target, _ in
            SAXTarget.of(target)?.pointee.repair("an entity that XML does not have")
            return nil
        }
        handler.serror = { target, error in
            guard let error, error.pointee.level == XML_ERR_FATAL else { return }
            SAXTarget.of(target)?.pointee.repair(error.pointee.message.map { String(cString: $0) } ?? "broken markup")
        }
        return handler
    }

    @inline(__always)
    private static func of(_ target: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXTarget>? {
        target?.assumingMemoryBound(to: SAXTarget.self)
    }

    private mutating func repair(_ reason: String) {
        let reason = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        if recovers {
            reader.warn(reason)
            return placeWarnings()
        }
        end(with: .needsRepair(line: line(), reason: reason))
    }

    private mutating func start(_ name: ElementName, _ attributes: Attributes) {
        guard stop == nil else { return }
        // The parser goes through all namespaces that are declared, at each prefix. It counts names and addresses.
        let most = reader.limits.maxAttributes
        guard Int(context.pointee.nsNr) / 2 <= most else { return end(with: .refused(.tooLarge(.attributes(most)))) }
        reader.start(name, attributes)
        if let failure = reader.failure { end(with: .refused(failure)) }
    }

    private mutating func end(_ name: ElementName) {
        guard stop == nil else { return }
        reader.end(name)
        if reader.hasUnplacedWarnings { placeWarnings() }
        if let failure = reader.failure { end(with: .refused(failure)) }
    }

    /// Says where in the document the reader found what it warns of.
    private mutating func placeWarnings() {
        let line = line()
        reader.placeWarnings(at: line)
    }

    private mutating func text(_ bytes: Bytes) {
        guard stop == nil else { return }
        reader.text(bytes)
    }

    /// The rest of what the parser was given goes by unheard. `xmlStopParser` would free the buffer that the parser
    /// may still be looking at when it reports an error.
    mutating func end(with stop: PushParser.Stop) {
        guard self.stop == nil else { return }
        self.stop = stop
        context.pointee.disableSAX = 1
    }
}
