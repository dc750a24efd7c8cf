import Crypto
import Mustache
import WebText

/// A view model: what a template is given as ready strings, flags and lists, found by name.
protocol TemplateView: Sendable {
    /// Every field that a template may ask for, and what it holds. `docs/templates.md` says what each is for.
    static var fields: ViewFields<Self> { get }
}

extension TemplateView {
    /// What a template may do with each field.
    static var kinds: [String: FieldKind] { fields.kinds }

    /// Adds all that it says.
    func add(to digest: inout ViewDigest) {
        for field in Self.fields.inOrder { field.digest(self, &digest) }
    }
}

/// A type-erased view, as the library holds it.
///
/// The library copies what is in sight and asks what it is, for every name that it looks up: of a small value without
/// type parameters that costs least.
struct AnyTemplateView: MustacheParent, Sendable {
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

/// A text as a template holds it: within a section of it the library looks for names in it first, and would take any
/// value apart that does not say itself that it has none.
struct TemplateText: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let renderText: String

    var isNull: Bool { false }

    func child(named name: String) -> Any? { nil }

    func transform(_ name: String) -> Any? { renderText.transform(name) }
}

/// What a field of a view holds, as far as a template has to know.
enum FieldKind: Sendable {
    /// Text, which is escaped where it is written; a section of it is shown where there is any.
    case text
    /// Yes or no.
    case flag
    /// HTML of the sanitiser, or text that HTML reads without escapes, to be written as it is, with three braces.
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
    /// Adds what the field says to a digest.
    let digest: @Sendable (View, inout ViewDigest) -> Void

    static func text(_ value: @escaping @Sendable (View) -> String?) -> ViewField {
        ViewField(kind: .text) {
            value($0).map(TemplateText.init)
        } digest: {
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

    static func texts(_ value: @escaping @Sendable (View) -> [String]) -> ViewField {
        ViewField(kind: .texts) {
            value($0).map(TemplateText.init)
        } digest: { view, digest in
            let texts = value(view)
            digest.add(texts.count)
            for text in texts { digest.add(text) }
        }
    }

    static func view<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> Inner?) -> ViewField {
        ViewField(kind: .view(Inner.self)) {
            value($0).map(AnyTemplateView.init)
        } digest: { view, digest in
            let inner = value(view)
            digest.add(inner != nil)
            inner?.add(to: &digest)
        }
    }

    static func list<Inner: TemplateView>(_ value: @escaping @Sendable (View) -> [Inner]) -> ViewField {
        ViewField(kind: .list(Inner.self)) {
            value($0).map(AnyTemplateView.init)
        } digest: { view, digest in
            let views = value(view)
            digest.add(views.count)
            for view in views { view.add(to: &digest) }
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

/// Text for a place where HTML reads no escapes, made harmless in the way that the place asks for. As with
/// ``SafeHTML``, only the ways below lead to one.
struct RawText: Sendable, Hashable, MustacheCustomRenderable, MustacheParent {
    let text: String

    var renderText: String { text }
    var isNull: Bool { text.isEmpty }
    func child(named name: String) -> Any? { nil }

    private init(text: String) {
        self.text = text
    }

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

    /// What a template made.
    static func rendered(_ text: String) -> RawText { RawText(text: text) }

    static func joined(_ parts: [RawText]) -> RawText { RawText(text: parts.map(\.text).joined()) }

    /// A style sheet within a `style` element. It is the user's or ours; one that would end the element says nothing.
    static func css(_ text: String) -> RawText {
        RawText(text: text.lowercased().contains("</") ? "" : text)
    }
}

/// Collects what a view says for a hash, by which a page that would come out the same is known: of two views that say the
/// same it is the same, in any run.
struct ViewDigest: Sendable {
    private var bytes: [UInt8] = []

    mutating func add(_ text: String?) {
        add(text != nil)
        guard var text else { return }
        add(text.utf8.count)
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// How many parts follow, so that none can be taken for one of another.
    mutating func add(_ count: Int) {
        withUnsafeBytes(of: UInt32(clamping: count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// 128 bits of their SHA-256, in hexadecimal digits.
    var hash: String {
        Hex.text(SHA256.hash(data: bytes).prefix(16))
    }
}
