private import CLibXML2
private import NewsModel
import WebText

/// A node of the tree that libxml2's HTML parser makes of a piece of markup. ``MarkupScanner`` bounds how many there are.
indirect enum HTMLNode: Sendable {
    case text(String)
    case element(name: String, attributes: [String: String], children: [HTMLNode])

    /// The text in it, tags left out.
    var text: String {
        switch self {
        case .text(let text): text
        case .element(_, _, let children): children.map(\.text).joined()
        }
    }

    var isElement: Bool {
        if case .element = self { true } else { false }
    }

    /// Whether it is an element of a name.
    func isElement(_ name: String) -> Bool {
        if case .element(name, _, _) = self { true } else { false }
    }

    /// What is longer is cut: no page shows more of one story.
    static let longestSource = 256 * 1024

    /// The nodes of the body, in order. Nesting beyond 256 ends the reading: libxml2's own bound, which keeps its
    /// work, and our recursion, in proportion.
    static func nodes(of source: String) -> [HTMLNode] {
        let text = PlainText.scalars(source.cut(toBytes: longestSource))
        let bytes = MarkupScanner.rewritten(unwrapped(Array(text.utf8)))
        guard !bytes.isEmpty else { return [] }
        return HTMLDocument(bytes: bytes).nodes()
    }

    /// Feeds wrap a text twice now and then. A browser would hide what the inner wrapping holds.
    private static func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
        guard holdsWrapping(bytes) else { return bytes }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if let mark = wrapping.first(where: { bytes[place...].starts(with: $0) }) {
                place += mark.count
            } else {
                plain.append(bytes[place])
                place += 1
            }
        }
        return plain
    }

    private static func holdsWrapping(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.starts(with: wrapping[0]) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    private static let wrapping = ["<![CDATA[", "]]>"].map { Array($0.utf8) }
}

/// Owns a document of libxml2.
private struct HTMLDocument: ~Copyable {
    private let document: htmlDocPtr?

    init(bytes: [UInt8]) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
        document = bytes.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
                Int32(bitPattern: options))
        }
    }

    deinit { xmlFreeDoc(document) }

    func nodes() -> [HTMLNode] {
        guard let root = xmlDocGetRootElement(document) else { return [] }
        return Self.children(of: root)
    }

    private static func children(of parent: xmlNodePtr) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        var next = parent.pointee.children
        while let node = next {
            next = node.pointee.next
            switch node.pointee.type {
            case XML_ELEMENT_NODE:
                let attributes = attributes(of: node)
                nodes.append(
                    .element(
                        name: shownName(text(node.pointee.name).lowercased(), attributes), attributes: attributes,
                        children: children(of: node)))
            case XML_TEXT_NODE:
                nodes.append(.text(text(node.pointee.content)))
            default:
                // Comments, processing instructions, the content of scripts and styles: nothing to show.
                continue
            }
        }
        return nodes
    }

    /// The name as which an element is read: a dialog that is open is a box like others.
    private static func shownName(_ name: String, _ attributes: [String: String]) -> String {
        name == "dialog" && attributes["open"] != nil ? "div" : ParserNames.original(name)
    }

    private static func attributes(of node: xmlNodePtr) -> [String: String] {
        var found: [String: String] = [:]
        var next = node.pointee.properties
        while let attribute = next {
            next = attribute.pointee.next
            let name = text(attribute.pointee.name).lowercased()
            guard found[name] == nil else { continue }
            // The HTML parser has decoded the references already: a value is plain text.
            found[name] = text(attribute.pointee.children?.pointee.content)
        }
        return found
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        guard let pointer else { return "" }
        return PlainText.scalars(String(cString: pointer))
    }
}
