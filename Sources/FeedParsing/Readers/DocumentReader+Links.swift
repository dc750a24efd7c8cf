import NewsModel
import WebText

/// Links and files, which say what they have to say in attributes.
extension DocumentReader {
    /// Reads a link that says its address in an attribute; false for one that says it in its text, as RSS has it.
    mutating func readLink(_ attributes: Attributes, isAtom: Bool) -> Bool {
        guard attributes.count > 0, let href = attributes.value("href"), !href.trimmed.isEmpty else { return false }
        let relation = LinkRelation(attributes.trimmed("rel"))
        guard relation != .other, let address = Reference.resolve(href, base: bases.declared) else { return true }
        switch relation {
        case .alternate: setAlternate(address, type: attributes.trimmed("type"))
        case .enclosure: addEnclosure(address, attributes)
        case .replies: if entry.item.discussion == nil, place == .entry { entry.item.discussion = address }
        case .related: if place == .entry, entry.spareLink == nil { entry.spareLink = address }
        case .other: break
        }
        return true
    }

    /// Among several alternates the first page for people wins.
    private mutating func setAlternate(_ address: String, type: Bytes?) {
        let isPage = type.map { $0.ends(withWord: "html") || $0.ends(withWord: "xhtml+xml") } ?? true
        let rank: Rank = isAtom ? (isPage ? .proper : .module) : .module
        if place == .feed { setFeedLink(address, rank) } else { entry.setLink(address, rank) }
    }

    /// The place of a content that stands elsewhere (RFC 4287 §4.1.3.2), whatever its type is.
    mutating func readContentSource(_ reference: Bytes, _ attributes: Attributes) {
        guard place == .entry, entry.contentSource == nil else { return }
        entry.contentSource = Reference.resolve(reference, base: bases.declared)
        guard let address = entry.contentSource, let type = attributes.text("type") else { return }
        if type.hasPrefix("image/"), entry.item.image == nil { entry.item.image = address }
        if type.hasPrefix("audio/") || type.hasPrefix("video/") {
            entry.addMediaFile(Enclosure(url: address, type: type))
        }
    }

    mutating func readEnclosure(_ attributes: Attributes) {
        guard place == .entry, let url = attributes.value("url") ?? attributes.value("href"),
            let address = Reference.resolve(url, base: bases.declared)
        else { return }
        addEnclosure(address, attributes)
    }

    private mutating func addEnclosure(_ address: String, _ attributes: Attributes) {
        guard place == .entry else { return }
        let file = Enclosure(url: address, type: attributes.text("type"), length: attributes.size("length"))
        entry.addEnclosure(file)
    }

    /// A picture that is named by itself: a thumbnail, or the cover of an episode.
    mutating func setPicture(_ attributes: Attributes) {
        guard let reference = attributes.value("url") ?? attributes.value("href"),
            let address = Reference.resolve(reference, base: bases.declared)
        else { return }
        entry.picture.take(address, width: attributes.size("width"), isThumbnail: true)
    }

    /// A file of `media`: a picture stands for the story, a sound or a film belongs to it.
    mutating func readMediaFile(_ attributes: Attributes) {
        guard let url = attributes.value("url"), let address = Reference.resolve(url, base: bases.declared) else {
            return
        }
        // Both are optional (Media RSS, `media:content`).
        let type = attributes.text("type")
        let medium = attributes.trimmed("medium") ?? attributes.trimmed("type")
        if medium?.starts(withWord: "image", at: 0) ?? EntryPicture.isPicture(address, type: type) {
            entry.picture.take(address, width: attributes.size("width"), isThumbnail: false)
        } else if let medium, medium.starts(withWord: "audio", at: 0) || medium.starts(withWord: "video", at: 0) {
            let file = Enclosure(url: address, type: type, length: attributes.size("filesize"))
            entry.addMediaFile(file)
        }
    }
}

/// The bases that a document declares for its relative addresses: the `xml:base` of the elements that are open (XML Base).
/// What is relative to none of them is so to its entry or its site, which only the end of the feed tells.
struct BaseStack {
    /// The address of the document.
    var document: String?
    private var stack: [(depth: Int, base: String)] = []

    /// The base that holds here; `nil` where none was declared.
    var declared: String? { stack.last?.base }

    /// The depth of the element that said the current base; 0 for the document's.
    private(set) var depth = 0

    mutating func push(_ reference: Bytes, depth: Int) {
        guard let base = Reference.resolve(reference, base: declared ?? document) else { return }
        stack.append((depth, Reference.base(base)))
        self.depth = depth
    }

    mutating func pop() {
        stack.removeLast()
        depth = stack.last?.depth ?? 0
    }
}

/// What a link of Atom leads to (RFC 4287 §4.2.7.2), as far as it is of use here.
enum LinkRelation {
    case alternate, enclosure, replies, related, other

    /// A link that does not say leads to what its entry or feed is about. The full address of a relation means the same
    /// as its short name.
    init(_ rel: Bytes?) {
        guard let rel, !rel.isEmpty else {
            self = .alternate
            return
        }
        var name = rel
        if let slash = rel.lastIndex(of: ASCII.slash), rel.first("iana.org/assignments/relation", from: 0) != nil {
            name = rel.part(slash + 1..<rel.count)
        }
        self = Self.known(name)
    }

    private static func known(_ name: Bytes) -> LinkRelation {
        if name.isWord("alternate") { return .alternate }
        if name.isWord("enclosure") { return .enclosure }
        if name.isWord("replies") { return .replies }
        return name.isWord("related") || name.isWord("via") ? .related : .other
    }
}
