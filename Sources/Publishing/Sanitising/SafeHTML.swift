internal import Mustache
import WebText

/// HTML that the sanitiser wrote: well-formed, escaped in full, and of nothing but what the allowlist names. Nothing
/// else can make one, so whoever holds one may put it into a page as it is.
package struct SafeHTML: Sendable, Hashable, MustacheCustomRenderable, MustacheParent {
    package let html: String

    package var renderText: String { html }
    package var isNull: Bool { html.isEmpty }
    package func child(named name: String) -> Any? { nil }
    package var isEmpty: Bool { html.isEmpty }

    /// Writes judged fragments.
    init(_ fragments: [Fragment]) {
        var bytes: [UInt8] = []
        for fragment in fragments { Self.write(fragment, into: &bytes) }
        html = String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ fragment: Fragment, into bytes: inout [UInt8]) {
        switch fragment {
        case .text(let text): Escape.markup(text, into: &bytes)
        case .element(let element):
            bytes.append(contentsOf: "<\(element.tag.rawValue)".utf8)
            for attribute in element.attributes {
                bytes.append(contentsOf: " \(attribute.name)=\"".utf8)
                Escape.markup(attribute.value, into: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            guard !element.tag.isVoid else { return bytes.append(contentsOf: "/>".utf8) }
            bytes.append(UInt8(ascii: ">"))
            // A browser swallows the line break that follows `<pre>`; a text that begins with one needs a second.
            if element.tag == .pre { bytes.append(UInt8(ascii: "\n")) }
            for child in element.children { write(child, into: &bytes) }
            bytes.append(contentsOf: "</\(element.tag.rawValue)>".utf8)
        }
    }
}
