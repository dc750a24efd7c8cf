import WebText

/// Reads lists of feeds in JSON: Kite's `kite_feeds.json`, whose categories each have `feeds`, and the feeds that
/// Miniflux's API and others tell as objects with a `feed_url`.
enum JSONListReader {
    static func read(_ bytes: [UInt8], _ format: ListFormat) throws(ListError) -> DraftList {
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONReader.document(bytes, limits: JSONReader.Limits(maxElements: SubscriptionReader.mostFeeds))
        } catch {
            throw .broken(format, line: nil, reason: "it is no JSON")
        }
        var draft = DraftList()
        collect(root, folders: [], into: &draft)
        return draft
    }

    private static func collect(_ value: JSONValue, folders: [String], into draft: inout DraftList) {
        for element in value.elements ?? [] { add(element, folders: folders, to: &draft) }
        guard case .object(let members) = value else { return }
        for member in members {
            switch member.value {
            case .array: collect(member.value, folders: isList(member.name) ? folders : [member.name], into: &draft)
            case .object: collect(member.value, folders: [member.name], into: &draft)
            default: continue
            }
        }
    }

    /// Whether a key says what its value is, and is no category's name.
    private static func isList(_ name: String) -> Bool { ["feeds", "sources", "subscriptions"].contains(name) }

    private static func add(_ value: JSONValue, folders: [String], to draft: inout DraftList) {
        if case .string(let address) = value {
            draft.entries.append(DraftEntry(address: address, folders: folders, line: draft.entries.count + 1))
            return
        }
        let keys = ["feed_url", "feedUrl", "xmlUrl", "url", "href"]
        guard let address = keys.lazy.compactMap({ value[$0].text }).first else { return }
        let category = value["category"]["title"].text ?? value["category"].text
        draft.entries.append(
            DraftEntry(
                address: address, title: value["title"].text ?? value["name"].text,
                folders: category.map { [$0] } ?? folders, line: draft.entries.count + 1))
    }
}
