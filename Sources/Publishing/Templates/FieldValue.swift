/// What a field of a view holds, ready to be written.
enum FieldValue: Sendable {
    case nothing
    case text(String)
    case flag(Bool)
    /// HTML of ours or of the sanitiser.
    case html(String)
    case texts([String])
    /// The words of the site's language, by their keys.
    case words([String: String])
    /// The fields of a view, each at its place.
    case view([FieldValue])
    case list([[FieldValue]])

    /// Whether a section of it is shown.
    var isShown: Bool {
        switch self {
        case .nothing: false
        case .text(let text), .html(let text): !text.isEmpty
        case .flag(let isSet): isSet
        case .texts(let texts): !texts.isEmpty
        case .words: true
        case .view: true
        case .list(let members): !members.isEmpty
        }
    }
}
