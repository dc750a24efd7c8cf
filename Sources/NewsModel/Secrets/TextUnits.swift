/// A text with the place of each of its letters, from which those of secrets can be taken.
struct TextUnits {
    /// Letters in a row, in UTF-8, and which unit each byte is of; a 0 is where a row ends.
    struct Letters {
        fileprivate(set) var bytes: [UInt8] = []
        fileprivate(set) var units: [UInt32] = []

        fileprivate init(capacity: Int) {
            bytes.reserveCapacity(capacity)
            units.reserveCapacity(capacity)
        }

        fileprivate mutating func append(_ letter: UInt8, of unit: Int) {
            bytes.append(letter)
            units.append(UInt32(truncatingIfNeeded: unit))
        }

        fileprivate mutating func append(_ scalar: UInt32, of unit: Int) {
            if scalar < 0x80 { return append(UInt8(scalar), of: unit) }
            SecretSpellings.append(scalar, to: &bytes)
            while units.count < bytes.count { units.append(UInt32(truncatingIfNeeded: unit)) }
        }
    }

    /// What is known of a unit.
    private struct Traits: OptionSet {
        let rawValue: UInt8
        static let inTag = Traits(rawValue: 1)
        static let invisible = Traits(rawValue: 2)
        static let secret = Traits(rawValue: 4)
    }

    /// As they stand there.
    private(set) var all: Letters
    /// As a page shows them, without tags.
    private(set) var shown: Letters
    /// Where each unit begins, and the end of the text.
    private var starts: [UInt32] = []
    private var traits: [Traits] = []
    private var names: FileNames
    /// Where the string of JSON began that is being read.
    private var string = (all: 0, shown: 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>, as form: Redactor.Form, _ reading: PlainScalars.Reading = .deep) {
        names = FileNames(form)
        all = Letters(capacity: bytes.count)
        shown = Letters(capacity: bytes.count)
        starts.reserveCapacity(bytes.count + 1)
        traits.reserveCapacity(bytes.count)
        let letters = SecretIndex.Filter.letters
        let scalars = PlainScalars(bytes, reading)
        var tag = MarkupTag.outside
        var place = 0
        while place < bytes.count {
            let letter = letters[Int(bytes[place])]
            if letter == 0 || letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "'") {
                place = add(scalars, at: place, of: bytes, &tag, form)
                continue
            }
            let read = names.isName(letter) ? 0 : letter
            let number = traits.count
            starts.append(UInt32(truncatingIfNeeded: place))
            traits.append(tag == .outside ? [] : .inTag)
            all.append(read, of: number)
            if tag == .outside { shown.append(read, of: number) }
            place += 1
        }
        starts.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Adds what has to be looked at closely, and returns where it ends.
    private mutating func add(
        _ scalars: PlainScalars, at place: Int, of bytes: UnsafeBufferPointer<UInt8>, _ tag: inout MarkupTag,
        _ form: Redactor.Form
    ) -> Int {
        let unit = scalars.unit(at: place)
        let wasOutside = tag == .outside
        tag.read(unit, before: unit.end < bytes.count ? scalars.unit(at: unit.end).scalar : 0x20)
        let isInTag = !wasOutside || tag != .outside
        var known: Traits = isInTag ? .inTag : []
        if unit.isInvisible { known.insert(.invisible) }
        let number = traits.count
        starts.append(UInt32(truncatingIfNeeded: place))
        traits.append(known)
        guard !known.contains(.invisible) else { return unit.end }
        let isName = names.read(unit, in: tag, at: place, of: bytes)
        let isStructure = isName || !unit.isEncoded && Self.isStructure(unit.scalar, isInTag: isInTag, form)
        all.append(isStructure ? UInt32(0) : unit.scalar, of: number)
        if !isInTag { shown.append(isStructure ? UInt32(0) : unit.scalar, of: number) }
        if form == .json, unit.scalar == 0x22, !unit.isEncoded { noteString(endingAt: unit.end, of: bytes) }
        return unit.end
    }

    /// A quotation mark begins a string, or ends one: that of a key is no text.
    private mutating func noteString(endingAt end: Int, of bytes: UnsafeBufferPointer<UInt8>) {
        let next = bytes[end...].first { $0 > 0x20 }
        if !names.isInString, next == UInt8(ascii: ":") {
            for place in string.all..<all.bytes.count { all.bytes[place] = 0 }
            for place in string.shown..<shown.bytes.count { shown.bytes[place] = 0 }
        }
        string = (all.bytes.count, shown.bytes.count)
    }

    /// Whether the file falls apart without it.
    private static func isStructure(_ scalar: UInt32, isInTag: Bool, _ form: Redactor.Form) -> Bool {
        switch form {
        case .text: false
        case .markup, .page: scalar == 0x3C || scalar == 0x3E || isInTag && (scalar == 0x22 || scalar == 0x27)
        case .json: scalar == 0x22
        }
    }

    /// Marks letters as those of a secret.
    mutating func mark(_ range: Range<Int>, of letters: Letters) {
        for unit in letters.units[range] { traits[Int(unit)].insert(.secret) }
    }

    /// The text with a replacement in the place of each row of marked letters, whatever tags stand in between, and without
    /// what is not seen among them. The replacement is made of the letters that it takes the place of, as they stand there.
    func redacted(_ bytes: UnsafeBufferPointer<UInt8>, _ replacement: ([UInt8]) -> [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        var row: (start: Int, letters: [UInt8])?
        // Of the unit before, and of the one before that a page shows.
        var (wasSecret, wasShownSecret) = (false, false)
        for (number, known) in traits.enumerated() {
            let isInTag = known.contains(.inTag)
            let followsSecret = wasSecret || !isInTag && wasShownSecret
            if known.contains(.secret) || followsSecret && known.contains(.invisible) {
                result.append(contentsOf: bytes[copied..<Int(starts[number])])
                copied = Int(starts[number + 1])
                if !followsSecret {
                    if let row { result.insert(contentsOf: replacement(row.letters), at: row.start) }
                    row = (result.count, [])
                }
                row?.letters.append(contentsOf: bytes[Int(starts[number])..<copied])
            }
            guard !known.contains(.invisible) else { continue }
            wasSecret = known.contains(.secret)
            if !isInTag { wasShownSecret = wasSecret }
        }
        result.append(contentsOf: bytes[copied...])
        if let row { result.insert(contentsOf: replacement(row.letters), at: row.start) }
        return result
    }
}
