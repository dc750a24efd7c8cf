import Foundation
import NewsModel
import WebText

/// JSON Feed 1.0 and 1.1. Members of the wrong type are passed over.
struct JSONFeedReader {
    let limits: FeedLimits
    let address: String?
    private var draft = FeedDraft()

    init(limits: FeedLimits, address: String?) {
        self.limits = limits
        self.address = address
    }

    /// - Throws: `notAFeed` where the document does not say that it is a JSON Feed.
    func read(_ value: JSONValue, isComplete: Bool) throws(FeedError) -> Feed {
        guard let version = value["version"].said, version.contains("jsonfeed.org/version/") else {
            throw .notAFeed(.otherJSON)
        }
        var reader = self
        if !isComplete { reader.draft.warn(nil, "the document breaks off or is broken; what came before is kept") }
        return try reader.feed(value, format: version.hasSuffix("/1.1") ? .jsonFeed11 : .jsonFeed10)
    }

    private mutating func feed(_ value: JSONValue, format: FeedFormat) throws(FeedError) -> Feed {
        draft.feed.format = format
        draft.feed.title = value["title"].said.map(plain)
        draft.feed.description = value["description"].said.map(plain)
        draft.feed.language = value["language"].said.map(LanguageTag.normalised)
        draft.feed.link = value["home_page_url"].said.flatMap { Reference.resolve($0, base: address) }
        if value["expired"].isTrue { draft.feed.hints.isExpired = true }
        draft.authors = authors(value)
        draft.document = address ?? value["feed_url"].said.flatMap { Reference.isWeb($0) ? Reference.base($0) : nil }
        var cancellation = CancellationCheck()
        for item in value["items"].list {
            try cancellation.check()
            guard case .object = item else { continue }
            var entry = entry(item)
            draft.append(&entry)
        }
        return draft.finish()
    }

    private mutating func entry(_ value: JSONValue) -> EntryDraft {
        var entry = EntryDraft()
        entry.isIDLink = true
        entry.item.id = value["id"].said
        entry.item.title = value["title"].said.map(plain)
        entry.item.link = address(value["url"])
        entry.spareLink = address(value["external_url"])
        entry.item.published = date(value["date_published"], of: .published)
        entry.item.updated = date(value["date_modified"], of: .updated)
        for name in authors(value) { entry.addAuthor(name, .proper) }
        entry.item.summary = value["summary"].markup.map { Markup(.text, $0) }
        entry.item.content =
            value["content_html"].markup.map { Markup(.html, $0) }
            ?? value["content_text"].markup.map { Markup(.text, $0) }
        for tag in value["tags"].list { tag.said.map { entry.addCategory(PlainName.of($0)) } }
        for file in (value["attachments"].list).compactMap(enclosure) {
            entry.addEnclosure(file)
        }
        entry.item.image = address(value["image"]) ?? address(value["banner_image"])
        entry.item.language = value["language"].said.map(LanguageTag.normalised)
        return entry
    }

    /// `authors` of 1.1, or else `author` of 1.0; of either, one or several, as objects or as names.
    private func authors(_ value: JSONValue) -> [String] {
        let names = names(value["authors"])
        return names.isEmpty ? self.names(value["author"]) : names
    }

    private func names(_ people: JSONValue) -> [String] {
        switch people {
        case .array(let people): people.prefix(EntryDraft.maxValues).compactMap(name)
        case .object, .string: [name(people)].compactMap(\.self)
        case .null, .bool, .number: []
        }
    }

    private func name(_ person: JSONValue) -> String? {
        if case .string = person { return person.said.map(PersonName.plain) }
        return person["name"].said.map(PlainName.of)
    }

    private func enclosure(_ value: JSONValue) -> Enclosure? {
        guard let url = address(value["url"]) else { return nil }
        return Enclosure(url: url, type: value["mime_type"].said, length: value["size_in_bytes"].positiveInteger)
    }

    /// Absolute where it is so as it stands; what is relative, the end of the entry or of the feed resolves.
    private func address(_ value: JSONValue) -> String? {
        value.said.flatMap { Reference.resolve($0, base: nil) }
    }

    private mutating func date(_ value: JSONValue, of field: UndecidedDates.DatedField) -> Date? {
        guard let text = value.said else { return nil }
        let reading = FeedDate.reading(text, DateConventions(language: draft.feed.language))
        if reading.isUndecided || reading.provenOrder != nil {
            draft.undecidedDates.add(reading, text, of: field, inEntry: draft.feed.items.count)
        }
        if let remark = reading.remark, remark != .order {
            draft.warn(nil, "\(remark.rawValue): \(text.prefix(60))")
        }
        return reading.date
    }

    /// The format says that these are plain text, so `<` and `&` are meant, but for the marks of a section that a program
    /// has taken over from XML.
    private func plain(_ text: String) -> String {
        var text = text
        if text.hasPrefix("<![CDATA["), text.hasSuffix("]]>") { text = String(text.dropFirst(9).dropLast(3)) }
        return text.withUTF8 { PlainText.of($0, as: .literal) }
    }
}

extension JSONValue {
    /// A string that is not blank, trimmed, or a number in digits.
    fileprivate var said: String? {
        switch self {
        case .string(let text): text.nonBlank
        case .number(let digits): digits
        case .null, .bool, .array, .object: nil
        }
    }

    /// A string as it is, if there is anything in it.
    fileprivate var markup: String? {
        guard case .string(var text) = self, !text.isEmpty else { return nil }
        return text.withUTF8(Windows1252.mended)
    }

    fileprivate var list: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return []
    }

    fileprivate var positiveInteger: Int? {
        guard case .number(let digits) = self, let value = Double(digits), value >= 1, value < 1e15 else { return nil }
        return Int(value)
    }
}
