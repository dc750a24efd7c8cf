internal import Mustache

/// What a field of a view holds, as far as a template has to know.
enum FieldKind: Sendable {
    /// Text, which is escaped where it is written; a section of it is shown where there is any.
    case text
    /// Yes or no.
    case flag
    /// HTML of ours or of the sanitiser, to be written as it is, with three braces.
    case html
    /// A list of texts, each of them `{{.}}`.
    case texts
    /// The words of the site's language, by their keys.
    case words
    case view(any TemplateView.Type)
    case list(any TemplateView.Type)
}

/// A field of a view, by which a template gets at a value without knowing its type.
struct ViewField<View: Sendable>: Sendable {
    let kind: FieldKind
    let value: @Sendable (View) -> Any?

    static func text(_ value: @escaping @Sendable (View) -> String?) -> ViewField {
        ViewField(kind: .text) { value($0).map(OpenText.init) }
    }

    static func flag(_ value: @escaping @Sendable (View) -> Bool) -> ViewField {
        ViewField(kind: .flag, value: value)
    }

    static func html(_ value: @escaping @Sendable (View) -> SafeHTML?) -> ViewField {
        ViewField(kind: .html, value: value)
    }

    static func raw(_ value: @escaping @Sendable (View) -> RawText?) -> ViewField {
        ViewField(kind: .html, value: value)
    }

    static func texts(_ value: @escaping @Sendable (View) -> [String]) -> ViewField {
        ViewField(kind: .texts, value: value)
    }

    static func words(_ value: @escaping @Sendable (View) -> [String: String]) -> ViewField {
        ViewField(kind: .words, value: value)
    }

    static func view<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> Inner?) -> ViewField {
        ViewField(kind: .view(Inner.self)) { value($0).map(OpenView.init) }
    }

    static func opened<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> OpenedView<Inner>) -> ViewField {
        ViewField(kind: .view(Inner.self)) { value($0).open }
    }

    static func list<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> [Inner]) -> ViewField {
        ViewField(kind: .list(Inner.self)) { value($0).map(OpenView.init) }
    }
}
