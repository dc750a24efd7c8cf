/// Reads the configuration of a planet: Venus' `planet.ini`, where a section is called by its feed's address, and
/// Pluto's, where the address stands in its `feed`.
struct PlanetReader {
    private struct Heading {
        var name: String
        var line: Int
        var values: [String: String] = [:]
    }

    static func read(_ text: String) -> DraftList {
        var headings = [Heading(name: "planet", line: 1)]
        for (index, written) in text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false).enumerated() {
            let line = written.trimmingBlanks
            guard let first = line.first, first != "#", first != ";" else { continue }
            if first == "[" {
                // One that does not end is one all the same.
                let end = line.lastIndex(of: "]") ?? line.endIndex
                let name = line[line.index(after: line.startIndex)..<end].trimmingBlanks
                headings.append(Heading(name: String(name), line: index + 1))
            } else if let (key, value) = pair(line) {
                headings[headings.count - 1].values[key] = value
            }
        }
        var draft = DraftList()
        headings.forEach { add($0, to: &draft) }
        return draft
    }

    private static func pair(_ line: Substring) -> (String, String)? {
        guard let mark = line.firstIndex(where: { "=:".contains($0) }) else { return nil }
        return (line[..<mark].trimmingBlanks.lowercased(), String(line[line.index(after: mark)...].trimmingBlanks))
    }

    private static func add(_ heading: Heading, to draft: inout DraftList) {
        let title = heading.values["title"] ?? heading.values["name"]
        if heading.name.lowercased() == "planet" {
            draft.title = title ?? draft.title
            return
        }
        if heading.name == "DEFAULT" { return }
        let folder = heading.values["category"] ?? heading.values["section"]
        let folders = folder.map { [$0] } ?? []
        if let feed = heading.values["feed"] ?? heading.values["feed_url"] {
            draft.entries.append(
                DraftEntry(address: feed, title: title ?? heading.name, folders: folders, line: heading.line))
        } else if heading.name.contains("://") || heading.name.contains("/") && heading.name.contains(".") {
            let isList = heading.values["content_type"]?.lowercased().contains("opml") == true
            draft.entries.append(
                DraftEntry(
                    address: heading.name, kind: isList ? .list : .feed, title: title, folders: folders,
                    line: heading.line))
        } else {
            let reason =
                heading.values["link"] == nil
                ? "it names no feed" : "it names a page and no feed; `broadsheet add` looks for its feed"
            draft.remarks.append(.leftOut(line: heading.line, text: heading.name, reason: reason))
        }
    }
}
