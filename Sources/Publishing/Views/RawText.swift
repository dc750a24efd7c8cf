internal import Mustache

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
    static func isolated(_ text: String) -> RawText {
        RawText(text: "<bdi>\(Escape.markup(text))</bdi>")
    }

    /// Markup that was put together of escaped and isolated parts; for ``Words`` and ``Coverage`` alone.
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
