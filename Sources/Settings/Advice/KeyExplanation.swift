package import NewsModel

/// What a key of the configuration is for, from the description that the reader and the schema are made of.
package struct KeyExplanation: Sendable {
    /// The whole way to the key: `fetch.timeout`, `sources.weight`.
    package let path: String
    private let entry: KeyEntry

    var name: String { entry.name }
    var meaning: String { entry.meaning }
    var expects: String { entry.expects }
    var standard: String? { entry.standard }
    var isRequired: Bool { entry.isRequired }
    var holdsKeys: Bool { entry.shape != nil }

    /// The keys of a name or of a way to one, wherever they stand.
    package static func all(of name: String, providers: [ProviderDefinition]) -> [KeyExplanation] {
        let wanted = name.split(separator: ".").map { plainForm(String($0)) }
        return everything(providers).filter { key in
            let parts = key.path.split(separator: ".").map { plainForm(String($0)) }
            return parts.count >= wanted.count && Array(parts.suffix(wanted.count)) == wanted
        }.sorted { $0.path.count < $1.path.count }
    }

    /// The name that was probably meant.
    package static func suggestion(for name: String, providers: [ProviderDefinition]) -> String? {
        let keys = everything(providers)
        let last = name.split(separator: ".").last.map(String.init) ?? name
        if let other = keys.first(where: { $0.entry.otherNames.contains(last) }) { return other.path }
        guard let near = nearest(to: last, among: keys.map(\.entry.name)) else { return nil }
        return keys.first { $0.entry.name == near }?.path
    }

    /// All keys, each before those inside it, in the order of their description.
    static func everything(_ providers: [ProviderDefinition]) -> [KeyExplanation] {
        keys(of: Keys.root(SourceKeys.shape(providers)), behind: "")
    }

    private static func keys(of shape: Shape, behind prefix: String) -> [KeyExplanation] {
        shape.entries.flatMap { entry in
            let path = prefix + entry.name
            return [KeyExplanation(path: path, entry: entry)]
                + (entry.shape.map { keys(of: $0, behind: path + ".") } ?? [])
        }
    }

    /// A few lines for a terminal.
    package var text: String {
        var lines = ["\(path): \(entry.meaning)", "  It is \(entry.expects)."]
        if let standard = entry.standard { lines.append("  Default: \(standard)") }
        if entry.isRequired { lines.append("  It has to be there.") }
        if let inner = entry.shape?.entries, !inner.isEmpty {
            lines.append("  Keys in it: \(inner.map(\.name).joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }
}
