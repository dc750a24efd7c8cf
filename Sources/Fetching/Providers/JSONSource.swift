import Crypto
import FeedParsing
import Foundation
import NewsModel
import WebText

/// Any JSON API, read by the paths of the configuration.
struct JSONSource: SourceReader {
    let query: JSONQuery

    func gather(with context: ReadingContext) async -> Gathered {
        do {
            let hasPathsOfLastTime = context.memory.bodyHash?.hasSuffix(paths) == true
            let answer = try await context.json(query.url, isConditional: hasPathsOfLastTime)
            let lesson = lesson(from: answer, context)
            guard let root = answer.value else {
                return context.gathered(.unchanged, detail: "304 Not Modified", advice: moved(lesson), lesson: lesson)
            }
            if answer.head.saysNothing { return context.gathered(Feed(), lesson: lesson) }
            if let hash = lesson.bodyHash, hash == context.memory.bodyHash {
                let detail = "the same content as last time"
                return context.gathered(.unchanged, detail: detail, advice: moved(lesson), lesson: lesson)
            }
            return judge(root, base: answer.head.url, lesson, context)
        } catch {
            guard case .status(let answer) = error else { return context.failed(error) }
            let body = try? JSONValue(parsing: answer.body)  // an error page may be anything
            let detail = [answer.head.line, body.flatMap(Self.message)].compactMap { $0 }.joined(separator: ": ")
            return context.gathered(
                .httpError, detail: detail, advice: Advice.status(answer.head.status), lesson: context.lesson(answer))
        }
    }

    /// What stands in a hash between that of the content and that of the paths.
    private static let mark = "-"

    /// Whether a hash is that of a list and its paths, and not of a feed.
    static func isHash(_ hash: String) -> Bool { hash.contains(mark) }

    /// What is the same as last time is so only as far as it is read by the same paths.
    private var paths: String {
        let fields = query.fields.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
        let digest = SHA256.hash(data: Array(([query.items] + fields).joined(separator: "\n").utf8))
        return Self.mark + Hex.text(digest.prefix(8))
    }

    private func lesson(from answer: Answer<JSONValue>, _ context: ReadingContext) -> Lesson {
        let isUnchanged = answer.value == nil
        return Lesson(
            validators: answer.head.validators(or: isUnchanged ? context.memory.validators : nil),
            bodyHash: answer.bodyHash.isEmpty ? nil : answer.bodyHash + paths,
            pause: context.pause(after: answer.head, hints: FeedHints()),
            permanentRedirect: answer.permanentRedirect)
    }

    private func moved(_ lesson: Lesson) -> String? { lesson.permanentRedirect.map(Advice.moved) }

    private func judge(
        _ root: JSONValue, base: String, _ lesson: Lesson, _ context: ReadingContext
    ) -> Gathered {
        let found = JSONPath(query.items).value(in: root)
        if found.isNull || query.items.isEmpty, let message = Self.message(of: root) {
            return context.gathered(.httpError, detail: "the API says: \(message)", advice: Advice.apiError)
        }
        guard let elements = found.elements else {
            return context.gathered(.malformed, detail: complaint(root, found), advice: Self.pathAdvice)
        }
        var mapping = JSONItemMapping(fields: query.fields, base: base)
        let items = elements.compactMap { mapping.item(from: $0) }
        guard !items.isEmpty || elements.isEmpty else {
            let names = elements.lazy.map(\.names).first { !$0.isEmpty }
            let there = names.map { "; there is: \($0.joined(separator: ", "))" } ?? ", or is an object at all"
            let detail = "none of \(elements.count) items has a title and a link or id\(there)"
            return context.gathered(.malformed, detail: detail, advice: Self.pathAdvice)
        }
        let skipped = elements.count - items.count
        return context.gathered(
            Feed(items: items, warnings: mapping.warnings, address: base),
            detail: skipped == 0 ? nil : "\(skipped) of \(elements.count) items have no title, or neither link nor id",
            lesson: lesson)
    }

    private static let pathAdvice = "correct `items` or `fields` of this source in broadsheet.yml"

    /// What an API says in place of items, in the forms that most of them have; `nil` where it says nothing of an error.
    private static func message(of root: JSONValue) -> String? {
        let error = root["error"].isNull ? root["errors"][0] : root["error"]
        if let message = error["message"].text ?? error.text ?? root["message"].text { return message }
        guard saysFailure(root) else { return nil }
        return ["detail", "reason", "error_description", "msg"].lazy.compactMap { root[$0].text }.first
            ?? "it failed, without a reason"
    }

    private static func saysFailure(_ root: JSONValue) -> Bool {
        ["success", "ok"].contains { root[$0] == .bool(false) }
            || ["error", "fail", "failure", "failed"].contains(root["status"].text?.lowercased())
    }

    private func complaint(_ root: JSONValue, _ found: JSONValue) -> String {
        let names = root.names.isEmpty ? "no object at all" : root.names.joined(separator: ", ")
        guard !query.items.isEmpty else { return "neither a list of items nor an object, but a single value" }
        return "no items at `\(query.items)`\(found.isNull ? "" : ", which is no array"); there is: \(names)"
    }
}

/// Items of a JSON API, by the configured paths or else by the names that most APIs use.
struct JSONItemMapping {
    private let paths: [JSONQuery.Field: JSONPath]
    private let templates: [JSONQuery.Field: String]
    private let base: URL?
    private(set) var warnings: [FeedWarning] = []

    init(fields: [JSONQuery.Field: String], base: String) {
        let all = Self.usual.merging(fields) { _, given in given }
        templates = all.filter { $0.value.contains("{") }
        paths = all.filter { !$0.value.contains("{") }.mapValues(JSONPath.init)
        self.base = URL(string: Reference.base(base))
    }

    private static let usual: [JSONQuery.Field: String] = [
        .id: "id|guid|uuid", .title: "title|headline|name", .link: "url|link|permalink|href",
        .published: "published|published_at|publishedAt|date|created_at|created|time",
        .updated: "updated|updated_at",
        .author: "author.name|author|byline|by", .summary: "summary|description|excerpt|abstract",
        .content: "content_html|content|body", .category: "tags|categories|category",
        .image: "image.url|image|thumbnail",
        .points: "points|score|ups", .comments: "num_comments|comments_count|descendants",
    ]

    /// `nil` for an item without a title, or with neither link nor id.
    mutating func item(from value: JSONValue) -> FeedItem? {
        guard let title = text(.title, value) else { return nil }
        let link = text(.link, value).flatMap { URL(string: $0, relativeTo: base)?.absoluteString }
        let id = text(.id, value)
        guard link != nil || id != nil else { return nil }
        var item = FeedItem(id: id, title: PlainText.of(html: title), link: link)
        item.published = date(.published, value)
        item.updated = date(.updated, value)
        item.authors = texts(.author, value)
        item.summary = text(.summary, value).map { Markup(.html, $0, base: link) }
        item.content = text(.content, value).map { Markup(.html, $0, base: link) }
        item.categories = texts(.category, value)
        item.image = text(.image, value).flatMap { URL(string: $0, relativeTo: base)?.absoluteString }
        item.discussion = text(.discussion, value).flatMap { URL(string: $0, relativeTo: base)?.absoluteString }
        item.points = paths[.points]?.value(in: value).integer
        item.comments = paths[.comments]?.value(in: value).integer
        return item
    }

    private func text(_ field: JSONQuery.Field, _ value: JSONValue) -> String? {
        if let template = templates[field] { return Self.fill(template, from: value) }
        return paths[field]?.value(in: value).text
    }

    private func texts(_ field: JSONQuery.Field, _ value: JSONValue) -> [String] {
        guard let found = paths[field]?.value(in: value) else { return [] }
        if case .array(let values) = found { return values.compactMap { $0.text ?? $0["name"].text } }
        return [found.text].compactMap { $0 }
    }

    private mutating func date(_ field: JSONQuery.Field, _ value: JSONValue) -> Date? {
        guard let text = text(field, value) else { return nil }
        if let date = EpochDate.read(text) ?? FeedDate.parse(text) { return date }
        let warning = FeedWarning(message: "a date that can't be read: \(text.prefix(40))")
        if warnings.count < 10 { warnings.append(warning) }
        return nil
    }

    /// Puts the values of the paths in braces in their place; `nil` if one is missing.
    private static func fill(_ template: String, from value: JSONValue) -> String? {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let path = String(rest[rest.index(after: open)..<close])
            guard let text = JSONPath(path).value(in: value).text else { return nil }
            result += rest[..<open] + text
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

/// Numbers as dates: since 1970, in seconds below 10¹¹, milliseconds below 10¹⁴, else microseconds.
enum EpochDate {
    static func read(_ text: String) -> Date? {
        guard let number = Double(text), number.isFinite, number >= 100_000 else { return nil }
        return Date(timeIntervalSince1970: number < 1e11 ? number : number < 1e14 ? number / 1e3 : number / 1e6)
    }
}
