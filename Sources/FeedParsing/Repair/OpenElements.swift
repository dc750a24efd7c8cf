import WebText

/// The elements that are open while a document is mended, and the rules by which one that nobody closed is.
struct OpenElements {
    private struct Open {
        /// As it was written.
        let name: [UInt8]
        let lowercase: [UInt8]
        /// Where the innermost entry or container is, itself included.
        let container: Int?
    }

    private var stack: [Open] = []
    /// How many are open of each name in lowercase, so that a stray end tag costs no search.
    private var counts: [[UInt8]: Int] = [:]

    var isEmpty: Bool { stack.isEmpty }
    var count: Int { stack.count }
    /// The name of the innermost one, as it was written.
    var last: [UInt8]? { stack.last?.name }

    mutating func push(_ name: [UInt8]) {
        let lowercase = name.map(\.lowercase)
        let isContainer = Self.entries.contains(lowercase) || Self.containers.contains(lowercase)
        let container = isContainer ? stack.count : stack.last?.container
        stack.append(Open(name: name, lowercase: lowercase, container: container))
        counts[lowercase, default: 0] += 1
    }

    mutating func pop() -> [UInt8]? {
        guard let open = stack.popLast() else { return nil }
        counts[open.lowercase, default: 1] -= 1
        return open.name
    }

    /// How many elements an end tag closes; `nil` where it belongs to none.
    ///
    /// A name in another case will do, where the exact one is not there.
    func countToClose(_ name: Bytes) -> Int? {
        let lowercase = name.map(\.lowercase)
        guard counts[lowercase, default: 0] > 0 else { return nil }
        let index = stack.lastIndex { $0.name.elementsEqual(name) } ?? stack.lastIndex { $0.lowercase == lowercase }
        return index.map { stack.count - $0 }
    }

    /// How many open elements must have ended where an element of this name begins.
    ///
    /// Entries do not stand in each other; and what a feed is made of does not stand in a title, a date or a text.
    func countToClose(before name: Bytes) -> Int {
        let local = name.map(\.lowercase)
        if Self.entries.contains(local), counts[local, default: 0] > 0,
            let index = stack.lastIndex(where: { $0.lowercase == local })
        {
            return stack.count - index
        }
        guard let index = stack.last?.container, index + 1 < stack.count else { return 0 }
        let outermost = stack[index + 1].lowercase
        let isField = Self.leaves.contains(outermost) && Self.fields.contains(local) && outermost != local
        let isText = Self.texts.contains(outermost) && Self.marks.contains(local)
        return isField || isText ? stack.count - index - 1 : 0
    }

    /// Whether a part of this element's text is worth nothing.
    static func isWhole(_ name: [UInt8]) -> Bool { wholes.contains(name.map(\.lowercase)) }

    private static func set(_ names: String) -> Set<[UInt8]> {
        Set(names.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
    }

    private static let entries = set("item entry atom:entry")
    private static let containers = set("channel feed rss rdf:rdf atom:feed image textinput author source")
    /// Elements that hold text and nothing else.
    private static let leaves = set(
        """
        title link guid pubdate category comments language ttl lastbuilddate docs generator copyright managingeditor
        webmaster published updated issued modified created id dc:date dc:creator dc:subject dc:title
        """)
    /// Elements that hold markup, in the worst case unescaped.
    private static let texts = set("description content:encoded summary content subtitle")
    /// Elements that end a leaf where they begin.
    private static let fields = set(
        """
        title link guid pubdate description content:encoded summary content category comments author enclosure source
        item entry published updated issued modified id dc:date dc:creator dc:subject language ttl lastbuilddate image
        """)
    /// Elements that end a text where they begin: no HTML has them.
    private static let marks = set(
        "guid pubdate enclosure item entry published updated dc:date dc:creator content:encoded comments language")
    private static let wholes = set(
        "link guid id pubdate published updated issued modified created dc:date comments url")
}
