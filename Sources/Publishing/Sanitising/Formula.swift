import WebText

/// A formula as it may be published: MathML, in which nothing but presentation elements and text stands.
struct Formula: Sendable, Hashable {
    let nodes: [MathNode]
    let isBlock: Bool

    /// On one line of plain text.
    var text: String { MathText.text(of: nodes) }

    /// Writes the markup; all text is escaped, and every element closed.
    func write(into bytes: inout [UInt8]) {
        let display = isBlock ? [MathNode.Attribute(name: "display", value: "block")] : []
        Self.write(.element(.math, attributes: display, children: nodes), into: &bytes)
    }

    private static func write(_ node: MathNode, into bytes: inout [UInt8]) {
        switch node {
        case .text(let text): Escape.markup(text, into: &bytes)
        case .element(let element, let attributes, let children):
            bytes.append(contentsOf: "<\(element.rawValue)".utf8)
            for attribute in attributes {
                bytes.append(contentsOf: " \(attribute.name)=\"".utf8)
                Escape.markup(attribute.value, into: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes.append(UInt8(ascii: ">"))
            for child in children { write(child, into: &bytes) }
            bytes.append(contentsOf: "</\(element.rawValue)>".utf8)
        }
    }
}
