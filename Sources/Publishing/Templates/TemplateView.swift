internal import Foundation
internal import Mustache

/// What a template is given: ready strings, flags and lists, found by name.
protocol TemplateView: Sendable {
    /// Every field that a template may ask for, and what it holds. `docs/templates.md` says what each is for.
    static var fields: ViewFields<Self> { get }
}

extension TemplateView {
    /// What a template may do with each field.
    static var kinds: [String: FieldKind] { fields.mapValues(\.kind) }
}

/// The fields of a view, by their names.
typealias ViewFields<View: Sendable> = [String: ViewField<View>]

/// A view as a template holds it: by reference, since the library copies it for every name that it looks up in it.
final class OpenView<View: TemplateView>: MustacheParent, Sendable {
    private let view: View

    init(_ view: View) {
        self.view = view
    }

    /// A field that is there but holds nothing gives null: Mustache would else look for the name further out, and find
    /// the link of a story for a story that has none.
    func child(named name: String) -> Any? {
        guard let field = View.fields[name] else { return nil }
        return field.value(view) ?? NSNull()
    }
}
