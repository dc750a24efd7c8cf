import CLibXML2
import WebText

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
    /// Up to here the document was read.
    private var offset: Int
    /// The document without its sections, block by block; unused after a repair, which leaves none.
    private var markup = ByteBuffer(capacity: PushParser.blockSize)
    private let recovers: Bool

    /// A parser of markup that begins at `start` in the document, in the line `firstLine`; `nil` only when memory is
    /// out. One that `recovers` goes on where the markup is broken, as after a repair, when nothing more can be done.
    init?(reader: consuming DocumentReader, start: Int, firstLine: Int, recovers: Bool) {
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
        // What comes is UTF-8; otherwise the first bytes of a broken document could make it look for something else.
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        target.initialize(
            to: SAXTarget(context: context, reader: reader, start: start, firstLine: firstLine, recovers: recovers))
        self.context = context
        self.target = target
        self.recovers = recovers
        offset = start
    }

    deinit {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
        target.deinitialize(count: 1)
        target.deallocate()
    }

    var stop: Stop? { target.pointee.stop }

    /// Parses on, block by block; does nothing after a stop. Takes all of the document that is there, from its start:
    /// whole blocks, unless it is complete.
    mutating func read(_ document: Bytes, isComplete: Bool) {
        // Of its own, since the buffer is written to meanwhile.
        let target = target
        while offset < document.count, stop == nil {
            guard !Task.isCancelled else { return target.pointee.end(with: .refused(.cancelled)) }
            let end = min(document.count, offset + Self.blockSize)
            if recovers {
                parse(document.part(offset..<end))
            } else {
                markup.removeAll()
                target.pointee.split(
                    document, upTo: end, isComplete: isComplete && end == document.count, into: &markup)
                parse(markup.bytes)
            }
            offset = end
        }
        // Here, and not when it is finished: the sections are taken from the document to the last.
        if isComplete { end() }
    }

    private func end() {
        if stop == nil { xmlParseChunk(context, nil, 0, 1) }
        target.pointee.checkSections()
    }

    private func parse(_ bytes: Bytes) {
        guard let start = bytes.baseAddress, stop == nil else { return }
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = xmlParseChunk(context, $0, Int32(bytes.count), 0)
        }
        target.pointee.limitParser()
    }

    /// What the reader made of a document that is complete, or why the parse ended before.
    consuming func finish() -> Outcome {
        if let stop { return .stopped(stop) }
        return .read(target.pointee.finish())
    }

    /// Made ready once: the first parse must not come from two threads.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
}
