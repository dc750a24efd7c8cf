internal import Mustache

/// What a template is given: ready strings, flags and lists, found by name.
protocol TemplateView: Sendable {
    /// Every field that a template may ask for, and what it holds. `docs/templates.md` says what each is for.
    static var fields: ViewFields<Self> { get }
}

extension TemplateView {
    /// What a template may do with each field.
    static var kinds: [String: FieldKind] { fields.kinds }

    /// Adds all that it says.
    func add(to note: inout ViewNote) {
        for field in Self.fields.inOrder { field.note(self, &note) }
    }
}

/// A view as a template holds it, whichever it is.
///
/// The library copies what is in sight and asks what it is, for every name that it looks up: of a small value without
/// type parameters that costs least.
struct OpenView: MustacheParent, Sendable {
    private let field: @Sendable (String) -> Any?

    init<View: TemplateView>(_ view: View) {
        let fields = View.fields
        field = { name in fields[name].map { $0.value(view) ?? Nothing() } }
    }

    func child(named name: String) -> Any? { field(name) }

    /// A field that is there but holds nothing: Mustache would else look for the name further out, and find the link of
    /// a story for a story that has none.
    private struct Nothing: MustacheCustomRepresentation {
        var representation: Any? { nil }
    }
}

/// A view that is asked for at every other tag: it is opened once.
struct OpenedView<View: TemplateView>: Sendable {
    let open: OpenView
    let note: ViewNote

    init(_ view: View) {
        open = OpenView(view)
        var note = ViewNote()
        view.add(to: &note)
        self.note = note
    }
}

/// A text as a template holds it: within a section of it the library looks for names in it first, and would take any
/// value apart that does not say itself that it has none.
struct OpenText: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let renderText: String

    var isNull: Bool { false }

    func child(named name: String) -> Any? { nil }

    func transform(_ name: String) -> Any? { renderText.transform(name) }
}
