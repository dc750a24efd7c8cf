internal import Mustache
import WebText

/// Text for a place where HTML reads no escapes, made harmless in the way that the place asks for. As with
/// ``SafeHTML``, only the ways below lead to one.
struct RawText: Sendable, Hashable, MustacheCustomRenderable, MustacheParent {
    let text: String

    var renderText: String { text }
    var isNull: Bool { text.isEmpty }
    func child(named name: String) -> Any? { nil }

    /// JSON within a `script` element: no `<` or `&` can end the element or begin another.
    static func json(_ bytes: [UInt8]) -> RawText {
        var safe: [UInt8] = []
        safe.reserveCapacity(bytes.count + 64)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): safe.append(contentsOf: #"\u003C"#.utf8)
            case UInt8(ascii: ">"): safe.append(contentsOf: #"\u003E"#.utf8)
            case UInt8(ascii: "&"): safe.append(contentsOf: #"\u0026"#.utf8)
            default: safe.append(byte)
            }
        }
        return RawText(text: String(decoding: safe, as: UTF8.self))
    }

    /// A text of any origin within ours: escaped, and kept from turning what stands around it when it is written the
    /// other way.
    static func isolated(_ text: String, language: String? = nil) -> RawText {
        RawText(text: "<bdi\(Escape.language(language))>\(Escape.markup(text))</bdi>")
    }

    /// The same as a link, if there is where to: to a page of this site, or away from it.
    static func link(_ text: String, to page: String?, away address: String? = nil) -> RawText {
        let text = isolated(text)
        if let page { return RawText(text: "<a href=\"\(Escape.markup(page))\">\(text.text)</a>") }
        guard let address else { return text }
        return RawText(text: "<a href=\"\(Escape.markup(address))\" rel=\"external noopener\">\(text.text)</a>")
    }

    /// A time in words, marked with its instant if that is known.
    static func time(_ text: String, at instant: String?) -> RawText {
        let text = Escape.markup(text)
        return RawText(text: instant.map { "<time datetime=\"\(Escape.markup($0))\">\(text)</time>" } ?? text)
    }

    /// Markup that was put together of escaped and isolated parts; for ``Words``, and for what is written once and not
    /// tag by tag.
    static func made(of markup: String) -> RawText {
        RawText(text: markup)
    }

    /// The marks of a drawing, which hold no text but what was escaped.
    static func drawing(_ svg: [UInt8]) -> RawText {
        RawText(text: String(decoding: svg, as: UTF8.self))
    }

    /// A style sheet within a `style` element. It is the user's or ours; one that would end the element says nothing.
    static func css(_ text: String) -> RawText {
        RawText(text: text.lowercased().contains("</") ? "" : text)
    }
}
