/// Writes XML: UTF-8, one element a line, every text escaped in one place.
struct XMLWriter {
    private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
    private var depth = 0

    /// An element with others in it.
    mutating func element(
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
    mutating func text(_ name: String, _ content: String) {
        text(name, [], content)
    }

    /// An element with attributes and text in it.
    mutating func text(_ name: String, _ attributes: [(String, String?)], _ text: String) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        Escape.markup(text, into: &bytes)
        end(name)
    }

    /// An element with nothing in it. An attribute whose value is `nil` is left out.
    mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) {
        start(name, attributes)
        bytes.append(contentsOf: "/>\n".utf8)
    }

    private mutating func start(_ name: String, _ attributes: [(String, String?)]) {
        indent()
        bytes.append(contentsOf: "<\(name)".utf8)
        for case (let name, let value?) in attributes {
            bytes.append(contentsOf: " \(name)=\"".utf8)
            Escape.markup(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func end(_ name: String) {
        bytes.append(contentsOf: "</\(name)>\n".utf8)
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
    }
}
