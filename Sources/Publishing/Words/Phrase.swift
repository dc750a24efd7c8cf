/// A phrase with places to fill, such as `{n}`.
struct Phrase: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case text(String)
        case place(String)
    }

    private var parts: [Part] = []

    init(_ text: String) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(.place(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    /// - Parameters:
    ///   - places: What each place holds. What is no place of the phrase stands as it was written.
    ///   - written: What becomes of the phrase's own text.
    /// - Returns: All of it.
    func filled(_ places: [String: String], _ written: (String) -> String) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let own): text += written(own)
            case .place(let name): text += places[name] ?? written("{\(name)}")
            }
        }
        return text
    }
}
