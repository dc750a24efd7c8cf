import CLibXML2

/// What the parser calls: C on one side, a reader that is told in Swift on the other.
struct SAXTarget: ~Copyable {
    private(set) var stop: PushParser.Stop?
    private let context: xmlParserCtxtPtr
    private var reader: DocumentReader
    private let firstLine: Int
    private let recovers: Bool

    init(context: xmlParserCtxtPtr, reader: consuming DocumentReader, firstLine: Int, recovers: Bool) {
        self.context = context
        self.reader = reader
        self.firstLine = firstLine
        self.recovers = recovers
    }

    mutating func finish() -> DocumentReader.Reading { reader.finish() }

    /// Stops where the parser was given more than it can understand yet, which is one long tag or comment, or more
    /// names than it can keep apart in reasonable time.
    mutating func limitParser() {
        guard let input = context.pointee.input, stop == nil else { return }
        let limits = reader.limits
        if input.pointee.end - input.pointee.cur > limits.maxTextBytes {
            end(with: .refused(.tooLarge(.text(limits.maxTextBytes))))
        } else if Int(xmlDictSize(context.pointee.dict)) > limits.maxNames {
            end(with: .refused(.tooLarge(.names(limits.maxNames))))
        }
    }

    private var line: Int {
        guard let input = context.pointee.input else { return firstLine }
        return Int(input.pointee.line) + firstLine - 1
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
        if recovers { return reader.warn(reason) }
        end(with: .needsRepair(line: line, reason: reason))
    }

    private mutating func start(_ name: ElementName, _ attributes: Attributes) {
        guard stop == nil else { return }
        reader.start(name, attributes)
        if let failure = reader.failure { end(with: .refused(failure)) }
    }

    private mutating func end(_ name: ElementName) {
        guard stop == nil else { return }
        reader.end(name, line: line)
        if let failure = reader.failure { end(with: .refused(failure)) }
    }

    private mutating func text(_ bytes: Bytes) {
        guard stop == nil else { return }
        reader.text(bytes)
    }

    /// The rest of what the parser was given goes by unheard. `xmlStopParser` would free the buffer that the parser
    /// may still be looking at when it reports an error.
    private mutating func end(with stop: PushParser.Stop) {
        guard self.stop == nil else { return }
        self.stop = stop
        context.pointee.disableSAX = 1
    }
}
