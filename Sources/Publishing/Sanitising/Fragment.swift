import Mustache
import WebText

/// A node of the sanitised tree: text, or one of the elements that the allowlist names.
indirect enum Fragment: Sendable, Hashable {
    case text(String)
    case element(Element)
    case formula(Formula)

    struct Element: Sendable, Hashable {
        var tag: AllowedElement
        var attributes: [Attribute] = []
        var children: [Fragment] = []
    }

    /// One that the allowlist lets through, its value as it should be read, not yet escaped.
    struct Attribute: Sendable, Hashable {
        var name: String
        var value: String
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The addresses of the pictures in it.
    var pictures: [String] {
        guard case .element(let element) = self else { return [] }
        guard element.tag != .image else { return element.attributes.filter { $0.name == "src" }.map(\.value) }
        return element.children.flatMap(\.pictures)
    }
}

/// The elements that may stand in what we publish, and where each belongs.
enum AllowedElement: String, Sendable, Hashable, CaseIterable {
    case paragraph = "p"
    case heading4 = "h4"
    case heading5 = "h5"
    case heading6 = "h6"
    case blockquote, figure, figcaption, pre, ul, ol, li, table, caption, thead, tbody, tfoot, tr, th, td
    case horizontalRule = "hr"
    case lineBreak = "br"
    case image = "img"
    case anchor = "a"
    case em, strong, b, i, s, u, small, mark, del, ins, sub, sup, code, kbd, samp, `var`, cite, q, dfn, abbr, bdi
    case ruby, rt, rp

    /// What an element is to its parent.
    enum Kind: Sendable {
        /// Stands by itself: no paragraph may hold it.
        case block
        /// Only its own parent may hold it: `li`, `tr`, `td`, …
        case part
        /// Runs with the text.
        case inline
    }

    var kind: Kind {
        switch self {
        case .paragraph, .heading4, .heading5, .heading6, .blockquote, .figure, .pre, .ul, .ol, .table, .horizontalRule:
            .block
        case .li, .caption, .figcaption, .thead, .tbody, .tfoot, .tr, .th, .td: .part
        case .lineBreak, .image, .anchor, .em, .strong, .b, .i, .s, .u, .small, .mark, .del, .ins, .sub, .sup, .code,
            .kbd, .samp, .var, .cite, .q, .dfn, .abbr, .bdi, .ruby, .rt, .rp:
            .inline
        }
    }

    /// Whether it has neither content nor an end tag.
    var isVoid: Bool {
        switch self {
        case .horizontalRule, .lineBreak, .image: true
        default: false
        }
    }
}

/// HTML that the sanitiser wrote: well-formed, escaped in full, and of nothing but what the allowlist names. Nothing
/// else can make one, so one may always be written into a page as it is.
package struct SafeHTML: Sendable, Hashable, MustacheCustomRenderable, MustacheParent {
    package let html: String

    package var renderText: String { html }
    package var isNull: Bool { html.isEmpty }
    package func child(named name: String) -> Any? { nil }
    package var isEmpty: Bool { html.isEmpty }

    /// Writes sanitised fragments.
    init(_ fragments: [Fragment]) {
        var bytes: [UInt8] = []
        for fragment in fragments { Self.write(fragment, into: &bytes) }
        html = String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ fragment: Fragment, into bytes: inout [UInt8]) {
        switch fragment {
        case .text(let text): Escape.markup(text, into: &bytes)
        case .formula(let formula): formula.write(into: &bytes)
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
