/// What a template is given: ready strings, flags and lists, found by name.
protocol TemplateView: Sendable {
    /// Every field that a template may ask for, and what it holds. `docs/templates.md` says what each is for.
    static var fields: ViewFields<Self> { get }
}

extension TemplateView {
    /// The value of every field, at its place.
    var values: [FieldValue] { Self.fields.values(of: self) }

    /// What a template may do with each field.
    static var kinds: [String: FieldKind] { fields.kinds }

    /// The place of a field among the values.
    static func place(of field: String) -> Int? { fields.places[field] }
}

/// The fields of a view, each with its name and its place.
struct ViewFields<View: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    let kinds: [String: FieldKind]
    let places: [String: Int]
    private let fields: [ViewField<View>]

    init(dictionaryLiteral elements: (String, ViewField<View>)...) {
        kinds = Dictionary(uniqueKeysWithValues: elements.map { ($0.0, $0.1.kind) })
        places = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($0.element.0, $0.offset) })
        fields = elements.map(\.1)
    }

    func values(of view: View) -> [FieldValue] { fields.map { $0.value(view) } }
}
