/// Texts that stand in one column, one behind the other.
enum TextList {
    /// Stands between them; no text that is read from XML can hold it.
    private static let separator = "\u{1F}"
    private static let separatorByte: UInt8 = 0x1F

    /// `nil` for no text at all.
    static func joined(_ list: [String]) -> String? {
        guard list.count > 1 || list.first?.utf8.contains(separatorByte) == true else { return list.first }
        guard list.contains(where: { $0.utf8.contains(separatorByte) }) else {
            return list.joined(separator: separator)
        }
        return list.map { $0.replacing(separator, with: " ") }.joined(separator: separator)
    }

    static func texts(_ column: String?) -> [String] {
        guard let column else { return [] }
        return column.utf8.split(separator: separatorByte, omittingEmptySubsequences: false).map { String($0) ?? "" }
    }

    /// What reading gives back of a list that is written.
    static func kept(_ list: [String]) -> [String] {
        let isPlain = list.allSatisfy { !$0.utf8.contains { $0 == separatorByte || $0 == 0 } }
        return isPlain ? list : texts(joined(list).map { StoredText.kept($0) })
    }
}
