import WebText

/// Which `<` in a source's markup are meant as such: those that begin no tag that is likely to be one. A reader loses nothing
/// by seeing one tag too many, but may lose the rest of a text by the other mistake.
struct LessThanSigns {
    private let input: [UInt8]
    /// The place of the last `>`.
    private lazy var lastEnd = input.lastIndex(of: ASCII.greaterThan) ?? -1
    private lazy var foreign = input.withUnsafeBufferPointer { ForeignElements($0) }

    init(_ input: [UInt8]) {
        self.input = input
    }

    /// Whether anything behind a place can end a tag.
    mutating func hasTagEnd(behind place: Int) -> Bool { lastEnd >= place }

    /// Whether the `<` at `open` begins no start tag.
    mutating func isMeant(at open: Int, beforeName place: Range<Int>, _ name: String) -> Bool {
        guard Self.isKnown(name) else { return !isForeign(at: open) }
        return input.withUnsafeBufferPointer { LessThanSign.isMeant(in: $0, beforeName: place) }
    }

    private static func isKnown(_ name: String) -> Bool {
        HTMLNames.all.contains(name) || Allowlist.treats(name) || MathElement(named: name) != nil
            || inPictures.contains(name)
    }

    /// What drawings and formulas hold that is not shown, or holds HTML: a browser knows it, so nobody speaks of it by mistake.
    private static let inPictures: Set<String> = [
        "circle", "defs", "desc", "ellipse", "foreignobject", "g", "line", "maction", "malignmark", "mfenced", "mglyph",
        "path", "polygon", "polyline", "rect", "semantics", "use",
    ]

    private mutating func isForeign(at open: Int) -> Bool {
        let foreign = foreign
        return input.withUnsafeBufferPointer { bytes in
            guard let name = TagReader(bytes).name(at: open) else { return true }
            return foreign.contains(name, in: bytes) || Self.closesItself(name, in: bytes)
        }
    }

    /// Whether a tag is written as XML has elements without content, its slash at the end: `<o:p/>`.
    private static func closesItself(_ name: TagName, in bytes: Bytes) -> Bool {
        let end = name.place.upperBound
        return bytes.starts(withBytesOf: "/>", at: end) || bytes.starts(withBytesOf: " />", at: end)
    }

    /// Whether a text that ends before its last tag does breaks off in it: behind the name, or where an attribute is.
    func isBrokenOff(_ name: String, _ place: Range<Int>) -> Bool {
        guard Self.isKnown(name) else { return true }
        let rest = input[place.upperBound...].drop { $0.isBlank || $0 == ASCII.slash }
        guard !rest.isEmpty else { return !isVariable(place) }
        let attribute = rest.prefix { $0.isLetter || $0 == ASCII.minus || $0 == ASCII.colon }
        let next = rest[attribute.endIndex...].first { !$0.isBlank }
        return !attribute.isEmpty && next == ASCII.equals
    }

    /// Whether a name is a letter right behind another, as in `a<b`.
    private func isVariable(_ place: Range<Int>) -> Bool {
        place.count == 1 && place.lowerBound > 1 && input[place.lowerBound - 2].isAlphanumeric
    }
}
