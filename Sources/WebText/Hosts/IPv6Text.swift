/// IPv6 addresses, written as RFC 5952 and the URL standard do.
enum IPv6Text {
    /// The shortest form in lower case, without brackets; `nil` where it is no address.
    static func canonical(_ text: Substring) -> String? {
        guard let pieces = pieces(of: text) else { return nil }
        let run = longestRunOfZeros(in: pieces)
        var output = ""
        var index = 0
        while index < 8 {
            if let run, index == run.lowerBound {
                output += "::"
                index = run.upperBound
                continue
            }
            if index > 0, !output.hasSuffix(":") { output += ":" }
            output += String(pieces[index], radix: 16)
            index += 1
        }
        return output
    }

    private static func pieces(of text: Substring) -> [UInt16]? {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        // A colon at either end stands only as half of a `::`.
        if parts[0].isEmpty {
            guard parts[1].isEmpty else { return nil }
            parts.removeFirst()
        }
        if parts.count >= 2, parts[parts.count - 1].isEmpty {
            guard parts[parts.count - 2].isEmpty else { return nil }
            parts.removeLast()
        }
        guard parts.count(where: \.isEmpty) <= 1 else { return nil }
        var pieces: [UInt16] = []
        var gap: Int?
        for (place, part) in parts.enumerated() {
            if part.isEmpty {
                gap = pieces.count
            } else if part.contains("."), place == parts.count - 1 {
                guard let pair = embeddedIPv4(part) else { return nil }
                pieces += pair
            } else {
                guard part.count <= 4, part.allSatisfy(\.isHexDigit), let piece = UInt16(part, radix: 16) else {
                    return nil
                }
                pieces.append(piece)
            }
        }
        guard let gap else { return pieces.count == 8 ? pieces : nil }
        guard pieces.count <= 7 else { return nil }
        pieces.insert(contentsOf: repeatElement(0, count: 8 - pieces.count), at: gap)
        return pieces
    }

    private static func embeddedIPv4(_ text: Substring) -> [UInt16]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.count > 1 && part.first == "0" ? nil : UInt8(part)
        }
        guard parts.count == 4, numbers.count == 4 else { return nil }
        return [UInt16(numbers[0]) << 8 | UInt16(numbers[1]), UInt16(numbers[2]) << 8 | UInt16(numbers[3])]
    }

    /// The first of the longest runs of at least two zeros.
    private static func longestRunOfZeros(in pieces: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < pieces.count {
            let end = pieces[start...].firstIndex { $0 != 0 } ?? pieces.count
            if end - start >= 2, end - start > (best?.count ?? 0) { best = start..<end }
            start = end + 1
        }
        return best
    }
}
