/// One field of a head or trailer, as its line says it, without the end of the line.
struct FieldLine {
    /// The whole line, with whatever was folded behind it.
    private(set) var line: [UInt8]
    /// In lowercase.
    let name: String
    private let colon: Int

    /// Reads a line, without white space before its colon (RFC 9112 §5.1).
    ///
    /// - Returns: `nil` for a line that is no field: without a colon, or with a name that is none.
    init?(_ line: some Collection<UInt8>) {
        var line = Array(line)
        guard let colon = line.firstIndex(of: Octet.colon) else { return nil }
        let end = line[..<colon].lastIndex { !Octet.isBlank($0) }.map { $0 + 1 } ?? 0
        guard end > 0, line[..<end].allSatisfy(Octet.isTokenCharacter) else { return nil }
        line.removeSubrange(end..<colon)
        name = String(decoding: line[..<end], as: Unicode.ASCII.self).lowercased()
        self.colon = end
        self.line = line
    }

    init(name: String, value: String) {
        self.name = name.lowercased()
        line = Array("\(name): \(value)".utf8)
        colon = name.utf8.count
    }

    /// Adds a line that was folded (RFC 9112 §5.2), as one space and its text.
    mutating func unfold(_ continuation: some Collection<UInt8>) {
        line += [Octet.space] + continuation.drop(while: Octet.isBlank)
    }

    /// Whether its value holds what no field may, such as a NUL.
    var hasControls: Bool { line[colon...].contains(where: Octet.isControl) }

    /// The members of its value, which is a list: without white space and controls around them, empty ones left out.
    var members: [Substring] {
        String(decoding: line[(colon + 1)...], as: UTF8.self).split(separator: ",").map { member in
            let isBlank = { (unit: Unicode.Scalar) in unit.value <= 0x20 || unit.value == 0x7F }
            let scalars = member.unicodeScalars.drop(while: isBlank)
            let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? scalars.startIndex
            return Substring(scalars[..<end])
        }
        .filter { !$0.isEmpty }
    }
}
