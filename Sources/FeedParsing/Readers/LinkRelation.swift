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
