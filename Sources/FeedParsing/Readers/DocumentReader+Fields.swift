import Foundation
import NewsModel
import WebText

/// The fields of a feed and of its entries: how each begins, and what its text becomes.
extension DocumentReader {
    mutating func startField(_ field: Field, of module: Element.Module, _ attributes: Attributes) {
        let isAtom = isAtom || module == .atom
        var style = module == .xhtml ? .inline : field.style
        if field == .content, let source = attributes.trimmed("src") { readContentSource(source, attributes) }
        switch field {
        case .title, .moduleTitle, .summary, .moduleSummary, .spareSummary, .content:
            if isAtom {
                let said = AtomReader.style(type: attributes.trimmed("type"), mode: attributes.trimmed("mode"))
                // Only a content may be something else than text (RFC 4287 §4.1.3.3): what a text construct of an unknown
                // type holds is text.
                if said == nil, field == .content { return skip() }
                style = said ?? .literal
            }
        case .link, .atomLink:
            if readLink(attributes, isAtom: isAtom) { return skip() }
            if field == .atomLink, LinkRelation(attributes.trimmed("rel")) != .alternate { return skip() }
        case .guid: capture.isPermaLink = attributes.value("ispermalink")?.isWord("false") != true
        case .category:
            if readCategory(attributes) { return skip() }
        case .enclosure:
            readEnclosure(attributes)
            return skip()
        case .picture:
            setPicture(attributes)
            return skip()
        case .mediaFile:
            readMediaFile(attributes)
            return push(.mediaFile)
        default: break
        }
        capture.open(field, style, baseDepth: bases.depth)
    }

    /// Reads what a category says in attributes, if it does: the label, which is for people (RFC 4287 §4.2.2.3), and then the
    /// term, by which it may be asked for as well.
    private mutating func readCategory(_ attributes: Attributes) -> Bool {
        guard attributes.count > 0 else { return false }
        let names = [attributes.trimmed("label"), attributes.trimmed("term")].compactMap { $0.map(PlainName.of) }
        guard let shown = names.first else { return false }
        addCategory(shown)
        if let term = names.last, term.lowercased() != shown.lowercased() { addCategory(term) }
        return true
    }

    mutating func endField() {
        capture.close()
        capture.removeSectionMarks()
        switch place {
        case .entry, .group, .mediaFile: endEntryField()
        case .feed: endFeedField()
        case .person: endPersonField()
        case .source: if entry.item.publisher == nil { entry.item.publisher = title() }
        case .skipHours:
            if let hour = number(), (0...24).contains(hour) { draft.feed.hints.skipHours.insert(hour % 24) }
        case .skipDays: if let day = Weekday.number(text()) { draft.feed.hints.skipDays.insert(day) }
        }
    }

    mutating func endPerson() {
        let name = person.name ?? person.email ?? person.uri
        guard let name, !name.isEmpty else { return }
        switch place {
        case .feed: if draft.authors.count < EntryDraft.maxValues { draft.authors.append(name) }
        case .source: if entry.sourceAuthors.count < EntryDraft.maxValues { entry.sourceAuthors.append(name) }
        case .entry, .group, .mediaFile, .person, .skipHours, .skipDays: entry.addAuthor(name, .proper)
        }
    }

    private mutating func endPersonField() {
        let value = name()
        guard !value.isEmpty else { return }
        switch capture.field {
        case .personName: person.name = value
        case .personEmail: person.email = value
        case .personURI: person.uri = value
        default: break
        }
    }

    private mutating func endFeedField() {
        switch capture.field {
        case .title: setFeedTitle(.proper)
        case .moduleTitle: setFeedTitle(.module)
        case .summary: setDescription(.proper)
        case .moduleSummary: setDescription(.module)
        case .spareSummary: setDescription(.spare)
        case .link, .atomLink: if let link = linkAddress() { setFeedLink(link, .proper) }
        case .updated, .published: setFeedDate(.proper)
        case .moduleUpdated, .modulePublished: setFeedDate(.module)
        case .language: if let language = nonBlank() { draft.feed.language = LanguageTag.normalised(language) }
        case .timeToLive:
            if let minutes = number() { draft.feed.hints.timeToLive = .seconds(60 * min(minutes, 1 << 30)) }
        case .updatePeriod: draft.updatePeriod = UpdatePeriod.duration(text())
        case .updateFrequency: if let times = number() { draft.updateFrequency = times }
        default: break
        }
    }

    private mutating func endEntryField() {
        switch capture.field {
        case .title: setTitle(.proper)
        case .moduleTitle: setTitle(.module)
        case .spareTitle: setTitle(.spare)
        case .summary: setSummary(.proper)
        case .moduleSummary: setSummary(.module)
        case .spareSummary: setSummary(.spare)
        case .content: setContent(.proper)
        case .spareContent: setContent(.spare)
        case .published: setPublished(.proper)
        case .modulePublished: setPublished(.module)
        case .updated: setUpdated(.proper)
        case .moduleUpdated: setUpdated(.module)
        case .link, .atomLink: if let link = linkAddress() { entry.setLink(link, .proper) }
        case .originalLink: if let link = linkAddress() { entry.setLink(link, .certain) }
        case .comments: if entry.item.discussion == nil { entry.item.discussion = linkAddress() }
        case .id: if let id = nonBlank() { entry.item.id = id }
        case .guid: setGUID()
        case .author: entry.addAuthor(PersonName.plain(text()), .proper)
        case .spareAuthor: if entry.authorRank == .none { entry.addAuthor(PersonName.plain(text()), .spare) }
        case .category: addCategory(name())
        case .keywords:
            name().split(separator: ",", maxSplits: EntryDraft.maxValues).forEach { addCategory($0.trimmed) }
        case .publisher: if entry.item.publisher == nil { entry.item.publisher = title() }
        case .language: entry.item.language = nonBlank().map(LanguageTag.normalised)
        case .commentCount: entry.item.comments = number()
        default: break
        }
    }

    private mutating func setGUID() {
        guard let id = nonBlank() else { return }
        entry.item.id = id
        if capture.isPermaLink, entry.linkRank < .spare, Reference.isWeb(id), let link = linkAddress() {
            entry.setLink(link, .spare)
        }
    }
}
