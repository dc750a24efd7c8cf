import CLibXML2

/// libxml2's SAX2 push parser: UTF-8 in, calls of a ``DocumentReader`` out.
///
/// It takes no document type, no entity but the five of XML and loads nothing; whatever else it meets ends the parse
/// with a ``Stop``, so that the document can be mended and read again.
struct PushParser: ~Copyable {
    /// Why the parse ended before the document did.
    enum Stop {
        /// The markup is broken there, or holds what is not read as it stands.
        case needsRepair(line: Int, reason: String)
        /// The reader wants no more.
        case refused(FeedError)
    }

    enum Outcome {
        case read(DocumentReader.Reading)
        case stopped(Stop)
    }

    /// What the parser is best given at once.
    static let blockSize = 64 << 10

    private let context: xmlParserCtxtPtr
    /// What the callbacks work on. A place of its own and not a class: they are called for every word of a document, and
    /// reference counts and exclusivity checks would cost as much as what they do.
    private let target: UnsafeMutablePointer<SAXTarget>

    /// `nil` only when memory is out.
    ///
    /// - Parameters:
    ///   - reader: What is told of the document.
    ///   - firstLine: The number of the line that the first byte stands in.
    ///   - recovers: Whether to go on where the markup is broken, as after a repair, when nothing more can be done.
    init?(reader: consuming DocumentReader, firstLine: Int, recovers: Bool) {
        _ = Self.isReady
        var handler = SAXTarget.handler
        let target = UnsafeMutablePointer<SAXTarget>.allocate(capacity: 1)
        guard let context = xmlCreatePushParserCtxt(&handler, target, nil, 0, nil) else {
            target.deallocate()
            return nil
        }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_HUGE.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        xmlCtxtUseOptions(context, Int32(recovers ? options | XML_PARSE_RECOVER.rawValue : options))
        target.initialize(to: SAXTarget(context: context, reader: reader, firstLine: firstLine, recovers: recovers))
        self.context = context
        self.target = target
    }

    deinit {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
        target.deinitialize(count: 1)
        target.deallocate()
    }

    var stop: Stop? { target.pointee.stop }

    /// Parses on, block by block; does nothing after a stop.
    mutating func read(_ bytes: Bytes) {
        var at = 0
        while at < bytes.count, stop == nil {
            let end = min(bytes.count, at + Self.blockSize)
            readBlock(bytes.part(at..<end))
            at = end
        }
    }

    private func readBlock(_ bytes: Bytes) {
        guard let start = bytes.baseAddress else { return }
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = xmlParseChunk(context, $0, Int32(bytes.count), 0)
        }
        target.pointee.limitParser()
    }

    /// Says that there is no more, and gives what the reader made of it, or why the parse ended before.
    consuming func finish() -> Outcome {
        if stop == nil { xmlParseChunk(context, nil, 0, 1) }
        if let stop { return .stopped(stop) }
        return .read(target.pointee.finish())
    }

    /// Made ready once: the first parse must not come from two threads.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
}
