import Yams

/// Reads `osmosfeed.yaml`: feeds as `sources: [{href: …}]`, and the site's title.
enum OsmosfeedReader {
    static func read(_ text: String) throws(ListError) -> DraftList {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw .broken(.osmosfeed, line: line(of: error), reason: "it is no YAML")
        } catch {
            throw .broken(.osmosfeed, line: nil, reason: "it is no YAML")
        }
        var draft = DraftList(title: root?["siteTitle"]?.string)
        for node in root?["sources"]?.sequence ?? [] {
            guard let address = node["href"]?.string ?? node.scalar?.string else { continue }
            draft.entries.append(
                DraftEntry(
                    address: address, title: node["title"]?.string,
                    folders: (node["category"] ?? node["section"])?.string.map { [$0] } ?? [],
                    line: node.mark?.line ?? 1))
        }
        return draft
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}
