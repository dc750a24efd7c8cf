package import NewsModel

/// The tables of keys in `docs/configuration.md`, made of the description that the reader and the JSON Schema are made of.
///
/// In the document a table stands between `<!-- keys: title url fetch.* -->`, which names the keys by the way to them, or
/// all inside one, and `<!-- end of keys -->`. Everything else is written by hand.
package struct ConfigurationReference: Sendable {
    private let keys: [KeyExplanation]

    private static let beginning = "<!-- keys: "
    private static let end = "<!-- end of keys -->"

    package init(providers: [ProviderDefinition]) {
        keys = KeyExplanation.everything(providers)
    }

    /// The same document with each of its tables made anew.
    package func renewed(_ document: String) -> String {
        var lines: [String] = []
        var isInside = false
        for line in document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line == Self.end { isInside = false }
            if !isInside { lines.append(line) }
            guard let selectors = Self.selectors(of: line) else { continue }
            isInside = true
            lines += ["", "| key | meaning | value | default |", "| --- | --- | --- | --- |"]
            lines += selectors.flatMap(selected).map(\.row) + [""]
        }
        return lines.joined(separator: "\n")
    }

    /// The ways to the keys that no table of a document names, but for those that only hold other keys, and to those that
    /// several tables name.
    package func mistakes(in document: String) -> [String] {
        let named = document.split(separator: "\n").compactMap { Self.selectors(of: String($0)) }.joined()
            .flatMap(selected).map(\.path)
        let counts = Dictionary(named.map { ($0, 1) }, uniquingKeysWith: +)
        return keys.filter { key in
            let count = counts[key.path, default: 0]
            return count > 1 || count == 0 && !key.holdsKeys
        }.map(\.path)
    }

    private static func selectors(of line: String) -> [Substring]? {
        guard line.hasPrefix(beginning) else { return nil }
        return line.dropFirst(beginning.count).split(separator: " ").filter { $0 != "-->" }
    }

    private func selected(_ selector: Substring) -> [KeyExplanation] {
        guard selector.hasSuffix(".*") else { return keys.filter { $0.path == selector } }
        let prefix = selector.dropLast()
        return keys.filter { $0.path.hasPrefix(prefix) && !$0.path.dropFirst(prefix.count).contains(".") }
    }
}

extension KeyExplanation {
    /// A row of a table in Markdown.
    fileprivate var row: String {
        let cells = ["`\(name)`", meaning, expects, isRequired ? "required" : standard.map { "`\($0)`" } ?? "–"]
        return "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
    }
}
