/// A YAML text in which some characters are replaced by private-use characters, so that lines and columns stay.
///
/// Yams follows aliases itself, at any cost, and gives up at the first key that stands twice. Behind stand-ins, an
/// alias is an ordinary text that ``TreeBuilder`` follows within its limits, and a second `title` is another key.
/// The braces of `${NAME}` hide as well: inside `{…}` they would need quotes, which everybody forgets.
struct MaskedYAML {
    private var scalars: [Unicode.Scalar]
    private var lineStarts: [Int] = [0]
    private var unused: [Unicode.Scalar]
    private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
    /// The first of the keys that stand twice.
    private(set) var hiddenKeys: [FilePosition] = []
    /// What stands for every `*`.
    let star: Unicode.Scalar

    /// Characters of private use, which nearly no text has.
    private static let standIns: ClosedRange<UInt32> = 0x10_F000...0x10_FFF0

    /// Keys that are hidden at most: every one costs another look at the whole file.
    private static let mostKeys = 20

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        let present = Set(scalars.filter { $0.value >= Self.standIns.lowerBound })
        let privateUse = Self.standIns.lazy.compactMap(Unicode.Scalar.init)
        unused = Array(privateUse.filter { !present.contains($0) }.prefix(Self.mostKeys + 3))
        star = unused.popLast() ?? "*"
        originals[star] = "*"
        for index in scalars.indices {
            if scalars[index] == "*" { scalars[index] = star }
            if endsLine(at: index) { lineStarts.append(index + 1) }
        }
        hideBracesOfVariables()
    }

    private mutating func hideBracesOfVariables() {
        guard let opening = unused.popLast(), let closing = unused.popLast() else { return }
        originals[opening] = "{"
        originals[closing] = "}"
        var index = 0
        while index + 2 < scalars.count {
            defer { index += 1 }
            guard scalars[index] == "$", scalars[index + 1] == "{" else { continue }
            let end = scalars[(index + 2)...].firstIndex {
                !$0.isASCII || !($0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0))
            }
            guard let end, scalars[end] == "}", end > index + 2 else { continue }
            scalars[index + 1] = opening
            scalars[end] = closing
        }
    }

    /// What Yams is given to read. Appending a scalar at a time to a string took a tenth of reading a long configuration.
    var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count + scalars.count / 8)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes += scalar.utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the user wrote.
    func restore(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= Self.standIns.lowerBound }) else { return text }
        var restored = String.UnicodeScalarView()
        restored.append(contentsOf: text.unicodeScalars.map(restoreOne))
        return String(restored)
    }

    /// The scalar at a place, or `nil` past the end of the text.
    func scalar(at position: FilePosition) -> Unicode.Scalar? {
        index(of: position).map { restoreOne(scalars[$0]) }
    }

    /// The text of a line, without its end.
    func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        var line = String.UnicodeScalarView()
        for scalar in scalars[lineStarts[number - 1]...] {
            if Self.isLineEnd(scalar) { break }
            line.append(restoreOne(scalar))
        }
        return String(line)
    }

    /// Makes the key at `position` differ from every other; `false` where that is not possible.
    mutating func hideKey(at position: FilePosition) -> Bool {
        guard var index = index(of: position) else { return false }
        if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
        guard index < scalars.count, Self.canHide(scalars[index]), originals[scalars[index]] == nil,
            let standIn = unused.popLast()
        else { return false }
        originals[standIn] = scalars[index]
        scalars[index] = standIn
        hiddenKeys.append(position)
        return true
    }

    private func restoreOne(_ scalar: Unicode.Scalar) -> Unicode.Scalar { originals[scalar] ?? scalar }

    private func index(of position: FilePosition) -> Int? {
        guard lineStarts.indices.contains(position.line - 1) else { return nil }
        let index = lineStarts[position.line - 1] + position.column - 1
        return scalars.indices.contains(index) ? index : nil
    }

    /// Indicators begin something else than the key's own text: an anchor, a tag, an escape.
    private static func canHide(_ scalar: Unicode.Scalar) -> Bool {
        !"&!|>?:\\\"'[]{},#%@`-".unicodeScalars.contains(scalar) && !scalar.properties.isWhitespace
    }

    /// What ends a line in YAML 1.1, which libyaml follows.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private func endsLine(at index: Int) -> Bool {
        guard Self.isLineEnd(scalars[index]) else { return false }
        return scalars[index] != "\r" || index + 1 == scalars.count || scalars[index + 1] != "\n"
    }
}
