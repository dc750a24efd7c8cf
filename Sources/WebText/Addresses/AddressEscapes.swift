/// What addresses carry that were written as markup more often than they are read: character references, and the marks of
/// CDATA sections.
package enum AddressEscapes {
    /// The address without them; `nil` where it has none, as nearly all.
    ///
    /// Only references that end with a semicolon are taken for such: `&amp;`, those of numbers, and those that XML has
    /// by name. Anything else behind an ampersand is a parameter of the address.
    package static func decoded(_ bytes: Bytes) -> [UInt8]? {
        guard holdsReference(bytes) || holdsSection(bytes) else { return nil }
        var text = Array(bytes)
        var isChanged = false
        for _ in 0..<mostRounds {
            guard let plain = text.withUnsafeBufferPointer(decodedOnce) else { break }
            text = plain
            isChanged = true
        }
        return isChanged ? text : nil
    }

    package static func decoded(_ address: String) -> String {
        var address = address
        return address.withUTF8(decoded).map { String(decoding: $0, as: UTF8.self) } ?? address
    }

    /// How often an address may have been escaped.
    private static let mostRounds = 4

    /// Looked for before anything is copied: nearly every ampersand of an address stands before a parameter.
    private static func holdsReference(_ bytes: Bytes) -> Bool {
        var at = 0
        while let found = bytes.index(of: ASCII.ampersand, from: at) {
            if reference(bytes, at: found) != nil { return true }
            at = found + 1
        }
        return false
    }

    private static func holdsSection(_ bytes: Bytes) -> Bool {
        guard let start = bytes.index(of: ASCII.lessThan, from: 0) else { return false }
        return bytes.first(sectionStart, from: start) != nil
    }

    private static func decodedOnce(_ bytes: Bytes) -> [UInt8]? {
        var text: [UInt8] = []
        var isChanged = false
        let isSection = holdsSection(bytes)
        var at = 0
        while at < bytes.count {
            if bytes[at] == ASCII.ampersand, let entity = reference(bytes, at: at) {
                entity.append(to: &text)
                at += entity.length
                isChanged = true
            } else if isSection, let mark = marks.first(where: { bytes.starts(withBytesOf: $0, at: at) }) {
                at += mark.utf8CodeUnitCount
                isChanged = true
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        return isChanged ? text : nil
    }

    private static func reference(_ bytes: Bytes, at offset: Int) -> Entity? {
        guard let end = bytes.index(of: ASCII.semicolon, from: offset), end - offset <= longestReference,
            let entity = Entity(in: bytes, at: offset, asHTML: false)
        else { return nil }
        let name = bytes.part(offset + 1..<offset + entity.length - 1)
        return name.first == ASCII.hash || names.contains(name.string) ? entity : nil
    }

    /// `&#0000000038;`, and some zeros more.
    private static let longestReference = 32
    private static let names: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
    private static let sectionStart: StaticString = "<![CDATA["
    private static let marks: [StaticString] = [sectionStart, "]]>"]
}
