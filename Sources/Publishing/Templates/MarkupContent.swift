internal import Mustache
import WebText

/// How our templates escape what they insert.
///
/// The library's own escaping goes by `Character`, so that a quotation mark followed by a combining accent passes
/// unescaped and ends the attribute that it stands in. Ours goes by bytes. A partial falls back to the library's, so
/// every file begins with the pragma that names ours.
struct MarkupContent: MustacheContentType {
    static let pragma = "{{% CONTENT_TYPE:MARKUP}}"

    static func register() {
        MustacheContentTypes.register(MarkupContent(), named: "MARKUP")
    }

    func escapeText(_ text: String) -> String { Escape.markup(text) }
}
