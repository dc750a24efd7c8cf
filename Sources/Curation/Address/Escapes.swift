/// Percent escapes (RFC 3986 §2.1), brought into one form.
enum Escapes {
    /// One spelling for each way of writing the same bytes: an escape that no server needs is undone, all others are
    /// written in capitals, and what may not stand in an address is escaped.
    ///
    /// - Parameters:
    ///   - bytes: the text as it stands.
    ///   - plusIsSpace: whether a plus stands for a space, as in a query.
    /// - Returns: the one spelling.
    static func normalised(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = false) -> String {
        if bytes.allSatisfy({ unreserved[Int($0)] }) { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            if byte == percent, let (value, next) = escape(in: bytes, at: index) {
                if harmless[Int(value)] { output.append(value) } else { write(value, to: &output) }
                index = next
                continue
            }
            if byte == UInt8(ascii: "+"), plusIsSpace {
                write(0x20, to: &output)
            } else if allowed[Int(byte)] {
                output.append(byte)
            } else {
                write(byte, to: &output)
            }
            index = bytes.index(after: index)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let percent = UInt8(ascii: "%")

    private static func escape<Bytes: Collection<UInt8>>(
        in bytes: Bytes, at index: Bytes.Index
    ) -> (UInt8, Bytes.Index)? {
        let first = bytes.index(after: index)
        guard first != bytes.endIndex, let high = digit(bytes[first]) else { return nil }
        let second = bytes.index(after: first)
        guard second != bytes.endIndex, let low = digit(bytes[second]) else { return nil }
        return (high << 4 | low, bytes.index(after: second))
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func write(_ byte: UInt8, to output: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        output += [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func table(_ characters: String) -> [Bool] {
        var table = [Bool](repeating: false, count: 256)
        for byte in characters.utf8 { table[Int(byte)] = true }
        return table
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    /// What never changes its meaning.
    private static let unreserved = table(letters)
    /// Some libraries escape these and some do not; no server tells them apart.
    private static let harmless = table(letters + "!'()*,:@$")
    /// What stays as it is; a lone percent sign among it, as in a browser.
    private static let allowed = table(letters + "!'()*,:@$&+;=%/?")
}
