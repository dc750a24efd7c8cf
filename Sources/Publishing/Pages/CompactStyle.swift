/// Writes a style sheet without remarks and indentation: what only helps those who edit it is not sent to readers.
enum CompactStyle {
    /// The same rules; what stands in quotation marks stays as it is.
    static func text(_ style: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(style.utf8)
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let end = endOfString(bytes, from: index)
                result += bytes[index..<end]
                index = end
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
                index = endOfRemark(bytes, from: index)
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                if let last = result.last, !isMark(last), last != colon, last != space { result.append(space) }
                index += 1
            case let byte:
                if isMark(byte), result.last == space { result.removeLast() }
                if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let space = UInt8(ascii: " ")
    private static let colon = UInt8(ascii: ":")
    /// Around these no space has a meaning. Before a colon it has, in selectors, and around the signs of sums.
    private static let marks = Set("{};,>".utf8)

    private static func isMark(_ byte: UInt8) -> Bool { marks.contains(byte) }

    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != bytes[start] {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private static func endOfRemark(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 2
        while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/")) {
            index += 1
        }
        return min(index + 2, bytes.count)
    }
}
