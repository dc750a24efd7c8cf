import NewsModel
import WebText

/// Reads the elements of an XML feed into a ``Feed``: knows where it is, gathers text, and leaves what an element means
/// to the reader of the format.
struct DocumentReader: ~Copyable {
    /// What a document turned out to be.
    enum Reading {
        case feed(Feed)
        /// Something else, by the name of its root element; `nil` where it has none.
        case other(root: String?)
    }

    private enum Dialect { case rss, rdf, atom }

    let limits: FeedLimits
    /// The address of the document itself.
    let address: String?
    /// Set once the document has passed a limit; nothing more is read then.
    private(set) var failure: FeedError?

    var draft = FeedDraft()
    var entry = EntryDraft()
    var capture = Capture()
    var bases = BaseStack()
    /// The person of Atom that is open.
    var person = Person()

    private var dialect = Dialect.rss
    private var rootName: String?
    private var isFeed = false
    private var names = ElementNames()
    private var places: [Place] = []
    private var depth = 0
    /// How many elements are open from the one on that means nothing.
    private var skipped = 0

    init(limits: FeedLimits, address: String?) {
        self.limits = limits
        self.address = address
        bases.document = address
        draft.document = address
    }

    var place: Place { places.last ?? .feed }
    var isAtom: Bool { dialect == .atom }

    mutating func start(_ name: ElementName, _ attributes: Attributes) {
        depth += 1
        if depth > limits.maxDepth { failure = .tooLarge(.depth(limits.maxDepth)) }
        // What is passed over counts too: the parser has compared each attribute with all before it.
        if attributes.count > limits.maxAttributes { failure = .tooLarge(.attributes(limits.maxAttributes)) }
        if skipped > 0 {
            skipped += 1
            return
        }
        if attributes.count > 0, let base = attributes.xml("base") { bases.push(base, depth: depth) }
        if capture.isOpen { return startInline(name, attributes) }
        let element = names.element(name)
        if places.isEmpty { return startRoot(element, name, attributes) }
        switch Self.meaning(of: element, in: place, dialect) {
        case .ignored: skipped = 1
        case .enter(let place): enter(place, name, attributes)
        case .field(let field): startField(field, of: element.module, attributes)
        }
    }

    mutating func end(_ name: ElementName) {
        defer {
            if bases.depth == depth { bases.pop() }
            depth -= 1
        }
        if skipped > 0 {
            skipped -= 1
        } else if capture.isOpen {
            if capture.depth > 0 { endInline(name) } else { endField() }
        } else {
            leave()
        }
    }

    mutating func text(_ bytes: Bytes) {
        guard skipped == 0, capture.isOpen else { return }
        capture.append(bytes)
        if capture.text.count > limits.maxTextBytes { failure = .tooLarge(.text(limits.maxTextBytes)) }
    }

    /// What was read, once the document is over.
    mutating func finish() -> Reading {
        isFeed ? .feed(draft.finish()) : .other(root: rootName)
    }

    /// Passes over the element that has just begun.
    mutating func skip() { skipped = 1 }

    /// Looks at the children of the element that has just begun as at those of a place.
    mutating func push(_ place: Place) { places.append(place) }

    /// Warns of something at the line that the parser is at, which ``placeWarnings(at:)`` tells.
    mutating func warn(_ message: String) {
        draft.warn(nil, message)
        hasUnplacedWarnings = true
    }

    private(set) var hasUnplacedWarnings = false

    mutating func placeWarnings(at line: Int) {
        hasUnplacedWarnings = false
        for index in draft.feed.warnings.indices.reversed() {
            guard draft.feed.warnings[index].line == nil else { return }
            draft.feed.warnings[index].line = line
        }
    }

    private static func meaning(of element: Element, in place: Place, _ dialect: Dialect) -> Meaning {
        if element.module == .core || element.module == .atom && dialect == .atom {
            switch dialect {
            case .rss: return RSSReader.meaning(of: element.name, in: place)
            case .rdf: return RDFReader.meaning(of: element.name, in: place)
            case .atom: return AtomReader.meaning(of: element.name, in: place)
            }
        }
        return ModuleReader.meaning(of: element, in: place)
    }

    private mutating func startRoot(_ element: Element, _ name: ElementName, _ attributes: Attributes) {
        guard rootName == nil else { return skip() }
        rootName = name.localName
        guard let format = format(of: element.name, name, attributes) else { return skip() }
        isFeed = true
        draft.feed.format = FeedFormat(rawValue: format)
        // Where the root has a namespace of its own making, that is the feed's.
        names.setRoot(name)
        places.append(.feed)
        setLanguage(attributes)
        if element.name == .entry { enter(.entry, name, attributes) }
    }

    private mutating func format(of root: Element.Name, _ name: ElementName, _ attributes: Attributes) -> String? {
        switch root {
        case .rss:
            return RSSReader.format(version: attributes.text("version"))
        case .channel:
            return RSSReader.format(version: nil)
        case .rdf:
            dialect = .rdf
            return RDFReader.format(namespace: nil)
        case .feed, .entry:
            dialect = .atom
            return AtomReader.format(namespace: name.namespaceBytes, version: attributes.trimmed("version"))
        default:
            return nil
        }
    }

    private mutating func enter(_ place: Place, _ name: ElementName, _ attributes: Attributes) {
        places.append(place)
        switch place {
        case .feed:
            setLanguage(attributes)
            if dialect == .rdf, RDFReader.format(namespace: name.namespaceBytes) == "rss0.90" {
                draft.feed.format = .rss090
            }
        case .entry: startEntry(attributes)
        case .person: person = Person()
        case .source, .group, .mediaFile, .skipHours, .skipDays: break
        }
    }

    private mutating func setLanguage(_ attributes: Attributes) {
        guard draft.feed.language == nil, let language = attributes.xml("lang")?.trimmed, !language.isEmpty else {
            return
        }
        draft.feed.language = LanguageTag.normalised(language.string)
    }

    private mutating func startEntry(_ attributes: Attributes) {
        if draft.feed.items.isEmpty { draft.feed.items.reserveCapacity(32) }
        if draft.feed.items.count >= limits.maxEntries { failure = .tooLarge(.entries(limits.maxEntries)) }
        entry.start()
        entry.isIDLink = isAtom
        guard attributes.count > 0 else { return }
        entry.item.id = attributes.text("about")
        if dialect == .rdf { setLinkFromAbout(attributes) }
        entry.item.language = attributes.xml("lang").map { LanguageTag.normalised($0.trimmed.string) }
    }

    /// RSS 1.0 §5.5: the address that an item is about should be that of its link.
    private mutating func setLinkFromAbout(_ attributes: Attributes) {
        guard let about = attributes.value("about"), let id = entry.item.id, Reference.isWeb(id),
            let link = Reference.resolve(about, base: bases.declared)
        else { return }
        entry.setLink(link, .spare)
    }

    private mutating func leave() {
        guard let place = places.popLast() else { return }
        switch place {
        case .entry: draft.append(&entry)
        case .person: endPerson()
        case .feed, .source, .group, .mediaFile, .skipHours, .skipDays: break
        }
    }
}
