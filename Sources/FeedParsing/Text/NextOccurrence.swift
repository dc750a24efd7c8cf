/// Where a text stands next, asked again and again on the way through some bytes.
///
/// Each stretch is searched once: a text that is not there, or far away, would otherwise be searched for from every
/// place that makes one ask, and a document could be made of such places.
struct NextOccurrence {
    private let text: StaticString
    private var found: Int?
    private var searched: Range<Int>?

    init(of text: StaticString) {
        self.text = text
    }

    mutating func from(_ offset: Int, in bytes: Bytes) -> Int? {
        if let searched, searched.contains(offset) { return found }
        found = bytes.first(text, from: offset)
        searched = offset..<(found ?? bytes.count) + 1
        return found
    }
}
