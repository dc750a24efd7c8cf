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
    /// Adds what the field says to a note of it.
    let note: @Sendable (View, inout ViewNote) -> Void

    static func text(_ value: @escaping @Sendable (View) -> String?) -> ViewField {
        ViewField(kind: .text) {
            value($0).map(OpenText.init)
        } note: {
            $1.add(value($0))
        }
    }

    static func flag(_ value: @escaping @Sendable (View) -> Bool) -> ViewField {
        ViewField(kind: .flag, value: value) { $1.add(value($0)) }
    }

    static func html(_ value: @escaping @Sendable (View) -> SafeHTML?) -> ViewField {
        ViewField(kind: .html, value: value) { $1.add(value($0)?.html) }
    }

    static func raw(_ value: @escaping @Sendable (View) -> RawText?) -> ViewField {
        ViewField(kind: .html, value: value) { $1.add(value($0)?.text) }
    }

    /// What other fields say already, ready for a page: a note says nothing of it.
    static func derived(_ value: @escaping @Sendable (View) -> RawText?) -> ViewField {
        ViewField(kind: .html, value: value) { _, _ in }
    }

    static func texts(_ value: @escaping @Sendable (View) -> [String]) -> ViewField {
        ViewField(kind: .texts, value: value) { view, note in
            let texts = value(view)
            note.add(texts.count)
            for text in texts { note.add(text) }
        }
    }

    /// They come with the templates, and a note says nothing of those.
    static func words(_ value: @escaping @Sendable (View) -> [String: String]) -> ViewField {
        ViewField(kind: .words, value: value) { _, _ in }
    }

    static func view<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> Inner?) -> ViewField {
        ViewField(kind: .view(Inner.self)) {
            value($0).map(OpenView.init)
        } note: { view, note in
            let inner = value(view)
            note.add(inner != nil)
            inner?.add(to: &note)
        }
    }

    static func opened<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> OpenedView<Inner>) -> ViewField {
        ViewField(kind: .view(Inner.self)) {
            value($0).open
        } note: {
            $1.add(value($0).note)
        }
    }

    static func list<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> [Inner]) -> ViewField {
        ViewField(kind: .list(Inner.self)) {
            value($0).map(OpenView.init)
        } note: { view, note in
            let views = value(view)
            note.add(views.count)
            for view in views { view.add(to: &note) }
        }
    }
}

/// The fields of a view, by their names.
struct ViewFields<View: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    private let byName: [String: ViewField<View>]
    /// As they are declared.
    let inOrder: [ViewField<View>]

    init(dictionaryLiteral fields: (String, ViewField<View>)...) {
        byName = Dictionary(uniqueKeysWithValues: fields)
        inOrder = fields.map(\.1)
    }

    subscript(name: String) -> ViewField<View>? { byName[name] }

    var kinds: [String: FieldKind] { byName.mapValues(\.kind) }
}
