import CLibXML2

/// libxml2 with nothing behind it: what no reader that goes through it can fall short of.
enum BareParser {
    private static let options = Int32(
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue)
    private static let blockSize = 64 << 10

    /// Pushes a document through the SAX2 parser, whose handlers do nothing; whether it was well-formed.
    static func pass(over document: [UInt8]) -> Bool {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        handler.endElementNs = { _, _, _, _ in }
        handler.characters = { _, _, _ in }
        handler.cdataBlock = { _, _, _ in }
        guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return false }
        defer { xmlFreeParserCtxt(context) }
        xmlCtxtUseOptions(context, options)
        document.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: blockSize) {
                let block = bytes[start..<min(bytes.count, start + blockSize)]
                block.withMemoryRebound(to: CChar.self) { block in
                    _ = xmlParseChunk(context, block.baseAddress, Int32(block.count), 0)
                }
            }
        }
        xmlParseChunk(context, nil, 0, 1)
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        return context.pointee.wellFormed == 1
    }

    /// Builds the tree of a document; whether there is one.
    static func tree(of document: [UInt8]) -> Bool {
        let tree = document.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, options)
            }
        }
        guard let tree else { return false }
        xmlFreeDoc(tree)
        return true
    }
}
