import Crypto
import Foundation
import NewsModel
import WebText

/// Any JSON API, read by the paths of the configuration.
struct JSONSource: SourceReader {
    static let definition = ProviderDefinition(
        "json", "Any JSON API.", otherNames: ["api"],
        example: "url: https://…, items: data.posts, fields: {\(fieldExample)}",
        keys: [
            ProviderKey(
                "url", .address("https://example.org/api/posts"), "Where the API is asked.", isRequired: true,
                otherNames: ["address", "feed", "base"]),
            ProviderKey(
                "items", .checked("a path such as data.posts", JSONPathParser.mistake(inPathToList:)),
                "The path to the list of items; without it the answer is the list.",
                otherNames: ["path", "entries", "list"]),
            ProviderKey(
                "fields", .mapping(KeyGroup(example: fieldExample, JSONItemMapping.keys, check: missingFields)),
                "Which member of an item means what.", isRequired: true, otherNames: ["map", "mapping"]),
        ])

    private static let fieldExample = "title: headline, link: permalink"

    @Sendable private static func missingFields(_ given: GivenKeys) -> [KeyMistake] {
        [(["title"], "`title`"), (["link", "id"], "`link` or `id`")].compactMap { names, words in
            if names.contains(where: given.hasOrMisspells) { return nil }
            return KeyMistake(
                "`json.fields` needs \(words), the path to it in an item, as in {\(fieldExample)}")
        }
    }

    private let url: String
    /// The dotted path to the array of items; empty for the root.
    private let itemsPath: String
    /// The path of each field, with alternatives behind `|`, of which each may be a template.
    private let fields: [JSONItemMapping.Field: String]

    init(_ provider: Provider) {
        url = provider["url"]
        itemsPath = provider["items"]
        fields = provider.values(inside: "fields").reduce(into: [:]) { fields, value in
            if let field = JSONItemMapping.Field(rawValue: value.key) { fields[field] = value.value }
        }
    }

    func gather(with context: ReadingContext) async -> FetchedFeed {
        await context.askAPI(
            url, isConditional: isSameReading(context),
            refused: { context.gathered($0, advice: $0.advice) },
            judge: { judge($0, context) })
    }

    /// Whether the last answer was read by the same paths.
    private func isSameReading(_ context: ReadingContext) -> Bool {
        context.memory.bodyHash?.hasSuffix(paths) == true
    }

    private func judge(_ answer: ParsedResponse<JSONValue>, _ context: ReadingContext) -> FetchedFeed {
        let cacheUpdate = context.cacheUpdate(
            from: answer, bodyHash: answer.bodyHash.isEmpty ? nil : answer.bodyHash + paths, hints: FeedHints(),
            isComparable: isSameReading(context))
        guard let root = answer.value else {
            return context.gathered(
                .unchanged, detail: "304 Not Modified", advice: moved(cacheUpdate), cacheUpdate: cacheUpdate)
        }
        if answer.head.saysNothing { return context.gathered(Feed(), cacheUpdate: cacheUpdate) }
        if let hash = cacheUpdate.bodyHash, hash == context.memory.bodyHash {
            let detail = "the same content as last time"
            return context.gathered(.unchanged, detail: detail, advice: moved(cacheUpdate), cacheUpdate: cacheUpdate)
        }
        return judge(root, base: answer.head.url, cacheUpdate, context)
    }

    /// What stands in a hash between that of the content and that of the paths.
    private static let mark = "-"

    /// Whether a hash is that of a list and its paths, and not of a feed.
    static func isHash(_ hash: String) -> Bool { hash.contains(mark) }

    /// What is the same as last time is so only as far as it is read by the same paths.
    private var paths: String {
        let fields = fields.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
        let digest = SHA256.hash(data: Array(([itemsPath] + fields).joined(separator: "\n").utf8))
        return Self.mark + Hex.text(digest.prefix(8))
    }

    private func moved(_ cacheUpdate: CacheUpdate) -> String? { cacheUpdate.permanentRedirect.map(Advice.moved) }

    private func judge(
        _ root: JSONValue, base: String, _ cacheUpdate: CacheUpdate, _ context: ReadingContext
    ) -> FetchedFeed {
        let found = JSONPath(itemsPath).value(in: root)
        let isBare = found.isNull || itemsPath.isEmpty || found.elements?.isEmpty == true
        if isBare, let message = APIErrorPage.failure(in: root) {
            return context.gathered(.httpError, detail: "the API says: \(message)", advice: Advice.apiError)
        }
        guard let elements = found.elements else {
            return context.gathered(.malformed, detail: complaint(root, found), advice: Self.pathAdvice)
        }
        var mapping = JSONItemMapping(fields: fields, base: base)
        let items = elements.compactMap { mapping.item(from: $0) }
        guard !items.isEmpty || elements.isEmpty else {
            let names = elements.lazy.map(\.names).first { !$0.isEmpty }
            let there = names.map { "; there is: \($0.joined(separator: ", "))" } ?? ", or is an object at all"
            let detail = "none of \(elements.count) items has a title and a link or id\(there)"
            return context.gathered(.malformed, detail: detail, advice: Self.pathAdvice)
        }
        var feed = Feed(items: items)
        feed.warnings = mapping.warnings
        feed.address = base
        return context.gathered(
            feed, detail: complaint(elements.count - items.count, elements) ?? linkComplaint(items, elements),
            cacheUpdate: cacheUpdate)
    }

    private func complaint(_ skipped: Int, _ elements: [JSONValue]) -> String? {
        skipped == 0 ? nil : "\(skipped) of \(elements.count) items have no title, or neither link nor id"
    }

    /// What to say where the path to the link finds nothing in any item, so that they lead to the API's own address.
    private func linkComplaint(_ items: [FeedItem], _ elements: [JSONValue]) -> String? {
        guard let path = fields[.link], !items.isEmpty, items.allSatisfy({ $0.link == nil }) else { return nil }
        let names = elements.first.map { $0.names.joined(separator: ", ") } ?? ""
        return "no item has a link at `\(path)`; there is: \(names)"
    }

    private static let pathAdvice = "correct `items` or `fields` of this source in broadsheet.yml"

    private func complaint(_ root: JSONValue, _ found: JSONValue) -> String {
        let names = root.names.isEmpty ? "no object at all" : root.names.joined(separator: ", ")
        guard !itemsPath.isEmpty else { return "neither a list of items nor an object, but a single value" }
        return "no items at `\(itemsPath)`\(found.isNull ? "" : ", which is no array"); there is: \(names)"
    }
}
