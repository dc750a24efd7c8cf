/// Tells the names in a file of ours from what it says: those of tags and attributes, and all but the strings of JSON.
struct FileNames {
    private enum Place {
        case text, name, behindEquals, value
        case quoted(UInt32)
    }

    private let form: Redactor.Form
    private var place = Place.text
    private(set) var isInString = false

    init(_ form: Redactor.Form) {
        self.form = form
    }

    /// Whether a letter that stands for itself is of a name.
    mutating func isName(_ letter: UInt8) -> Bool {
        if form == .json { return !isInString }
        guard form == .page else { return false }
        switch place {
        case .text, .quoted: return false
        case .name:
            if letter == UInt8(ascii: "=") { place = .behindEquals }
            return true
        case .behindEquals:
            if letter > 0x20 { place = .value }
            return letter <= 0x20
        case .value:
            if letter <= 0x20 { place = .name }
            return letter <= 0x20
        }
    }

    /// Takes notice of what had to be looked at closely; whether it is of a name.
    mutating func read(
        _ unit: PlainScalars.Unit, in tag: MarkupTag, at start: Int, of bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if form == .json {
            let isMark = unit.scalar == 0x22 && !unit.isEncoded
            defer { if isMark { isInString.toggle() } }
            return !isInString || isMark
        }
        guard form == .page else { return false }
        guard tag == .inside else {
            place = .text
            return false
        }
        guard !unit.isEncoded else {
            if case .behindEquals = place { place = .value }
            return false
        }
        switch (unit.scalar, place) {
        case (0x3C, .quoted): return false
        case (0x3C, _): place = Self.hasNames(bytes[start...]) ? .name : .text
        case (0x22, .behindEquals), (0x27, .behindEquals): place = .quoted(unit.scalar)
        case (let mark, .quoted(let first)) where mark == first: place = .name
        default: return false
        }
        return true
    }

    /// Whether what begins with `<` is a tag or a declaration, and no comment or section whose text is one's own.
    private static func hasNames(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let next = bytes.dropFirst().prefix(2)
        guard next.first == UInt8(ascii: "!") else { return true }
        return next.last.map { $0 | 0x20 } == UInt8(ascii: "d")
    }
}
