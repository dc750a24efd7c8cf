import WebText

/// Reads OPML by its tags alone, so that what is ill-formed is read as far as it says something.
///
/// Of the lists that people pass on, most are no XML: ampersands and angle brackets in titles, quotes that are never
/// closed, elements that never end, names in capitals. An outline with the address of a feed is a feed, any other one
/// that is not empty is a folder.
struct OPMLReader {
    private let bytes: Bytes
    private var draft = DraftList()
    /// The elements that are open: the name of a folder, or `nil` for what is none.
    private var open: [String?] = []
    private let isBalanced: Bool
    private var wasOpenFeed = false
    /// How many elements were open where a comment began, which all that is in it is part of (OPML 2.0, `isComment`).
    private var commentedFrom: Int?
    private var withoutFeed = 0
    private var line = 1
    private var counted = 0

    static func read(_ bytes: Bytes) -> DraftList {
        var reader = OPMLReader(bytes)
        reader.readAll()
        return reader.draft
    }

    private init(_ bytes: Bytes) {
        self.bytes = bytes
        var (opened, closed) = (0, 0)
        Self.forEachTag(bytes) { tag, _ in
            guard tag.name == "outline" else { return }
            if tag.isEnd { closed += 1 } else if !Self.closesItself(tag, bytes) { opened += 1 }
        }
        isBalanced = opened == closed
    }

    private mutating func readAll() {
        Self.forEachTag(bytes) { tag, start in
            switch tag.name {
            case "title" where draft.title == nil && !tag.isEnd: draft.title = text(behind: tag)
            case "outline": if tag.isEnd { close() } else { outline(tag, at: start) }
            default: break
            }
        }
        if withoutFeed > 0 {
            let entries = withoutFeed == 1 ? "1 entry names" : "\(withoutFeed) entries name"
            draft.remarks.append(.note("\(entries) no feed, and is no folder: left out"))
        }
        if !isBalanced {
            draft.remarks.append(.note("its outlines do not all end: folders were told by their order"))
        }
    }

    /// Calls `body` for each tag with where it begins; comments, declarations and CDATA sections are passed over.
    private static func forEachTag(_ bytes: Bytes, _ body: (Tag, Int) -> Void) {
        var tags = TagReader(bytes)
        var at = 0
        while let found = bytes.index(of: ASCII.lessThan, from: at) {
            at = found + 1
            if let end = endOfComment(bytes, found) {
                at = end
                continue
            }
            guard let tag = tags.tag(at: found, named: ["outline", "title"]) else { continue }
            let sound = withinOneTag(tag, bytes)
            at = sound.end
            body(sound, found)
        }
    }

    private static func endOfComment(_ bytes: Bytes, _ start: Int) -> Int? {
        // Looking for a text that is not here would go through all of the rest, for each tag.
        guard start + 1 < bytes.count, bytes[start + 1] == ASCII.exclamation else { return nil }
        for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>")] as [(StaticString, StaticString)] {
            guard bytes.first(opening, from: start) == start else { continue }
            return bytes.first(closing, from: start).map { $0 + 3 }
        }
        return nil
    }

    /// The tag, ended before the next one where a quote was never closed.
    private static func withinOneTag(_ tag: Tag, _ bytes: Bytes) -> Tag {
        let inside = bytes.part(tag.attributes..<tag.end)
        guard let next = inside.first("<outline", from: 0) ?? inside.first("</outline", from: 0) else { return tag }
        let end = bytes.index(of: ASCII.greaterThan, from: tag.attributes).map { $0 + 1 }
        return tag.ending(at: min(end ?? .max, tag.attributes + next))
    }

    private static func closesItself(_ tag: Tag, _ bytes: Bytes) -> Bool {
        tag.end >= 2 && bytes[tag.end - 1] == ASCII.greaterThan && bytes[tag.end - 2] == ASCII.slash
    }

    private mutating func outline(_ tag: Tag, at start: Int) {
        line += bytes.part(counted..<start).count { $0 == ASCII.lineFeed }
        counted = start
        let attributes = OutlineAttributes(tag, bytes)
        let isClosed = Self.closesItself(tag, bytes)
        let name = attributes.name
        let address = attributes.address
        // A feed whose end may be missing holds nothing.
        if attributes.isComment, !isClosed, address == nil || isBalanced { commentedFrom = commentedFrom ?? open.count }
        if let (address, kind) = address {
            if let reason = commentedFrom != nil ? OutlineAttributes.comment : attributes.reasonToLeaveOut {
                draft.remarks.append(.leftOut(line: line, text: name ?? address, reason: reason))
            } else {
                draft.entries.append(
                    DraftEntry(
                        address: address, kind: kind, title: name,
                        folders: folders + attributes.categories(unless: folders),
                        line: line))
            }
            wasOpenFeed = !isClosed
            if !isClosed, isBalanced { open.append(nil) }
            return
        }
        wasOpenFeed = false
        if isClosed {
            if attributes.isLink { withoutFeed += 1 }
        } else {
            open.append(name ?? "")
        }
    }

    private var folders: [String] { open.compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } } }

    private mutating func close() {
        defer { wasOpenFeed = false }
        if !isBalanced, wasOpenFeed { return }
        _ = open.popLast()
        if let from = commentedFrom, open.count <= from { commentedFrom = nil }
    }

    /// The text up to the next tag.
    private func text(behind tag: Tag) -> String? {
        let end = bytes.index(of: ASCII.lessThan, from: tag.end) ?? bytes.count
        let text = PlainText.of(bytes.part(tag.end..<end), as: .guess)
        return text.isEmpty ? nil : text
    }
}

/// The attributes of an outline, their names in any case.
private struct OutlineAttributes {
    private var values: [String: String] = [:]

    init(_ tag: Tag, _ bytes: Bytes) {
        var scanner = AttributeScanner(bytes: bytes, at: tag.attributes, end: tag.end - 1)
        while let attribute = scanner.next() {
            let name = bytes.part(attribute.name).string.lowercased()
            guard Self.names.contains(name), values[name] == nil else { continue }
            let reading: PlainText.Reading = name.hasSuffix("url") ? .html : .guess
            values[name] = PlainText.of(bytes.part(attribute.value), as: reading)
        }
    }

    private static let names: Set<String> = [
        "text", "title", "type", "xmlurl", "htmlurl", "url", "category", "feedurl", "iscomment",
    ]

    private subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    var name: String? { self["title"] ?? self["text"] }

    private var type: String { self["type"]?.lowercased() ?? "" }

    /// The address of a feed, or of another list, that it names.
    var address: (String, Subscription.Kind)? {
        if let address = self["xmlurl"] ?? self["feedurl"] { return (address, .feed) }
        guard let address = self["url"] else { return nil }
        switch type {
        case "include": return (address, .list)
        case "link": return address.lowercased().hasSuffix(".opml") ? (address, .list) : nil
        case "rss", "atom", "feed", "rdf", "json", "rss1", "rss2": return (address, .feed)
        default: return nil
        }
    }

    /// Whether it and all that is in it are commented out.
    var isComment: Bool { self["iscomment"]?.lowercased() == "true" }

    static let comment = "it is commented out there"

    /// Why it is no feed that can be asked, although it has an address.
    var reasonToLeaveOut: String? {
        if isComment { return Self.comment }
        return type.contains("xpath") || type.contains("dotnotation")
            ? "it is no feed: another reader made one of it" : nil
    }

    /// Whether it leads somewhere, although to no feed.
    var isLink: Bool { self["htmlurl"] != nil || self["url"] != nil || values["xmlurl"] != nil || type == "rss" }

    /// The first of the categories that OPML 2.0 gives as `/World/Europe,/News`, where no folder says more.
    func categories(unless folders: [String]) -> [String] {
        guard folders.isEmpty, let first = self["category"]?.split(separator: ",").first else { return [] }
        return first.split(separator: "/").map(String.init)
    }
}
