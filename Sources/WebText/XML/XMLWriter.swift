/// A writer of XML in UTF-8, one element a line, indented by a space a level.
package struct XMLWriter {
    package private(set) var bytes: [UInt8]
    private var depth = 0

    /// A document.
    package init() {
        bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
    }

    /// An element with others in it.
    package mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [], _ children: (inout XMLWriter) -> Void
    ) {
        start(name, attributes)
        bytes.append(contentsOf: ">\n".utf8)
        depth += 1
        children(&self)
        depth -= 1
        indent()
        end(name)
    }

    /// An element with text in it and nothing else.
    package mutating func text(_ name: String, _ content: String) {
        text(name, [], content)
    }

    /// An element with attributes and text in it.
    package mutating func text(_ name: String, _ attributes: [(String, String?)], _ text: String) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        Escape.markup(text, into: &bytes)
        end(name)
    }

    /// An element with nothing in it. An attribute whose value is `nil` is left out.
    package mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) {
        start(name, attributes)
        bytes.append(contentsOf: "/>\n".utf8)
    }

    private mutating func start(_ name: String, _ attributes: [(String, String?)]) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        for case (let name, let value?) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: name.utf8)
            bytes.append(contentsOf: "=\"".utf8)
            Escape.markup(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func end(_ name: String) {
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: ">\n".utf8)
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
    }
}
