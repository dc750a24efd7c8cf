import Foundation
import NewsModel
import WebText

/// What the gathered text of a field is worth.
extension DocumentReader {
    // MARK: Of a feed

    mutating func setFeedTitle(_ rank: Rank) {
        guard rank > draft.titleRank, let title = title() else { return }
        draft.titleRank = rank
        draft.feed.title = title
    }

    mutating func setDescription(_ rank: Rank) {
        guard rank > draft.descriptionRank, let markup = markup() else { return }
        draft.descriptionRank = rank
        draft.feed.description = plainText(as: capture.reading)
        draft.feed.descriptionMarkup = markup
    }

    mutating func setFeedDate(_ rank: Rank) {
        guard rank >= draft.updatedRank, let date = date(of: .feed) else { return }
        draft.updatedRank = rank
        draft.feed.updated = date
    }

    mutating func setFeedLink(_ address: String, _ rank: Rank) {
        guard EntryDraft.takes(rank, over: &draft.linkRank) else { return }
        draft.feed.link = address
    }

    // MARK: Of an entry

    mutating func setTitle(_ rank: Rank) {
        guard rank > entry.titleRank, let title = title() else { return }
        entry.titleRank = rank
        entry.item.title = title
    }

    mutating func setSummary(_ rank: Rank) {
        guard rank > entry.summaryRank, let markup = markup() else { return }
        entry.summaryRank = rank
        entry.item.summary = markup
    }

    mutating func setContent(_ rank: Rank) {
        guard rank > entry.contentRank, let markup = markup() else { return }
        entry.contentRank = rank
        entry.item.content = markup
    }

    /// The last one counts where a feed says a date twice, as in feedparser.
    mutating func setPublished(_ rank: Rank) {
        guard rank >= entry.publishedRank, let date = date(of: .published) else { return }
        entry.publishedRank = rank
        entry.item.published = date
    }

    mutating func setUpdated(_ rank: Rank) {
        guard rank >= entry.updatedRank, let date = date(of: .updated) else { return }
        entry.updatedRank = rank
        entry.item.updated = date
    }

    mutating func addCategory(_ name: String) {
        if place == .entry || place == .group || place == .mediaFile { entry.addCategory(name) }
    }

    // MARK: Text as such
    // They change nothing, and are `mutating` only because the compiler would otherwise copy the whole reader for each.

    /// The text without the white space around it.
    mutating func text() -> String { capture.text.bytes.trimmed.string }

    /// A name or a word in plain text, however often it was escaped.
    mutating func name() -> String { PlainName.of(capture.text.bytes) }

    mutating func nonBlank() -> String? {
        let text = text()
        return text.isEmpty ? nil : text
    }

    mutating func number() -> Int? {
        let text = text()
        return Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }

    mutating func linkAddress() -> String? {
        let text = capture.text.bytes.trimmed
        // Some programs write the link as HTML has it.
        guard text.first == ASCII.lessThan, let target = Self.target(of: text) else {
            return Reference.resolve(text, base: bases.declared)
        }
        return Reference.resolve(target, base: bases.declared)
    }

    /// Where an `a` leads with which a text begins.
    private static func target(of text: Bytes) -> String? {
        var tags = TagReader(text)
        guard let tag = tags.tag(at: 0, named: ["a"]) else { return nil }
        var attributes = AttributeScanner(bytes: text, at: tag.attributes, end: tag.end - 1)
        while let attribute = attributes.next() {
            guard text.part(attribute.name).string.lowercased() == "href" else { continue }
            return PlainText.of(text.part(attribute.value), as: .html)
        }
        return nil
    }

    /// The text in plain words; `nil` where there are none.
    mutating func title() -> String? {
        plainText(as: capture.reading == .html ? .title : capture.reading)
    }

    private mutating func plainText(as reading: PlainText.Reading) -> String? {
        let text = capture.withDecoded { PlainText.of($0, as: reading) }
        return text.isEmpty ? nil : text
    }

    mutating func markup() -> Markup? {
        let kind: Markup.Kind = capture.reading == .literal ? .text : .html
        return capture.withDecoded { bytes in
            let bytes = bytes.trimmed
            guard !bytes.isEmpty else { return nil }
            return Markup(kind, Windows1252.mended(bytes), base: bases.declared)
        }
    }

    /// The date in the text; `nil` where there is none. What there is to say of it becomes a warning.
    private mutating func date(of field: UndecidedDates.DatedField) -> Date? {
        FeedDate.usual(capture.text.bytes) ?? unusualDate(of: field)
    }

    @inline(never)
    private mutating func unusualDate(of field: UndecidedDates.DatedField) -> Date? {
        let conventions = DateConventions(language: entry.item.language ?? draft.feed.language)
        var reading = FeedDate.reading(capture.text.bytes, conventions)
        if reading.date == nil, reading.remark == .unreadable { reading = readingOfMarkup(conventions) }
        if reading.isUndecided || reading.provenOrder != nil {
            let text = text()
            draft.undecidedDates.add(reading, text, of: field, inEntry: draft.feed.items.count)
        }
        if let remark = reading.remark, remark != .order {
            let text = PlainText.of(capture.text.bytes, as: .literal)
            if !text.isEmpty { warn("\(remark.rawValue): \(text.prefix(60))") }
        }
        return reading.date
    }

    /// A date that somebody escaped once more, or put between tags.
    @inline(never)
    private mutating func readingOfMarkup(_ conventions: DateConventions) -> DateReading {
        FeedDate.reading(PlainText.of(capture.text.bytes, as: .html), conventions)
    }
}

/// What Atom says of a person.
struct Person {
    var name: String?
    var email: String?
    var uri: String?
}
