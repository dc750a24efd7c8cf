/// A plain check that every tag of an XML document is closed in order and every ampersand begins an entity.
enum TagBalance {
    /// The first thing that is wrong; `nil` for a balanced document.
    static func problem(in document: String) -> String? {
        var rest = document[...]
        var open: [Substring] = []
        while let start = rest.firstIndex(of: "<") {
            if let bare = bareAmpersand(in: rest[..<start]) { return "bare ampersand near “\(bare)”" }
            rest = rest[start...]
            if rest.hasPrefix("<![CDATA[") {
                guard let end = rest.firstRange(of: "]]>") else { return "CDATA that never ends" }
                rest = rest[end.upperBound...]
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { return "tag that never ends" }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            if !tag.hasPrefix("/") {
                open.append(tag.prefix { $0 != " " })
            } else if open.popLast() != tag.dropFirst() {
                return "stray <\(tag)>"
            }
        }
        return open.first.map { "<\($0)> is never closed" }
    }

    private static func bareAmpersand(in text: Substring) -> Substring? {
        text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().first { part in
            !["amp;", "lt;", "gt;", "quot;"].contains { part.hasPrefix($0) }
        }
    }
}
