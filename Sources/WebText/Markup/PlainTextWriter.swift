/// One pass over markup that writes its text.
struct PlainTextWriter {
    private let bytes: Bytes
    private let reading: PlainText.Reading
    private var at = 0
    private var output: [UInt8] = []
    private var needsBlank = false
    private var tags: TagReader
    private var commentEnd = NextOccurrence(of: "-->")
    private var end = NextOccurrence(of: ">")

    init(bytes: Bytes, reading: PlainText.Reading) {
        self.bytes = bytes
        self.reading = reading
        tags = TagReader(bytes)
        output.reserveCapacity(bytes.count)
    }

    mutating func text() -> [UInt8] {
        while at < bytes.count { step() }
        return output
    }

    private mutating func step() {
        let byte = bytes[at]
        if byte.isBlank {
            needsBlank = true
            at += 1
        } else if byte == ASCII.lessThan, reading != .literal, let end = endOfMarkup() {
            at = end
        } else if byte == ASCII.ampersand, reading != .literal, let entity = Entity(in: bytes, at: at, asHTML: true) {
            write(entity)
        } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] <= 0xA0 {
            writeLatin(bytes[at + 1])
        } else {
            if byte >= ASCII.space { write(byte) }
            at += 1
        }
    }

    private mutating func write(_ byte: UInt8) {
        separate()
        output.append(byte)
    }

    private mutating func write(_ entity: Entity) {
        at += entity.length
        if entity.isBlank {
            needsBlank = true
        } else if !entity.isControl {
            separate()
            entity.append(to: &output)
        }
    }

    /// A no-break space, or a C1 control, which is a character of windows-1252 that somebody took for Latin-1.
    private mutating func writeLatin(_ second: UInt8) {
        at += 2
        if second == 0xA0 {
            needsBlank = true
        } else {
            separate()
            output.append(scalar: Windows1252.scalar(control: UInt32(second)))
        }
    }

    /// One blank where white space or a block's edge came before, but never at the start.
    private mutating func separate() {
        if needsBlank, !output.isEmpty { output.append(ASCII.space) }
        needsBlank = false
    }

    /// The end of the tag, comment or hidden element that begins here; `nil` where the `<` is meant as such.
    private mutating func endOfMarkup() -> Int? {
        if bytes.starts(withWord: "<!--", at: at) {
            return commentEnd.from(at + 4, in: bytes).map { $0 + 3 }
        }
        guard let tag = tags.tag(at: at, named: reading == .guess ? HTMLNames.all : nil) else {
            return endOfDeclaration()
        }
        if HTMLNames.blocks.contains(tag.name) { needsBlank = true }
        guard !tag.isEnd, HTMLNames.hidden.contains(tag.name) else { return tag.end }
        return endOfElement(tag.name, from: tag.end)
    }

    private mutating func endOfElement(_ name: String, from start: Int) -> Int {
        var from = start
        while let found = bytes.first("</", from: from) {
            let tag = tags.tag(at: found, named: [name])
            if let tag { return tag.end }
            from = found + 2
        }
        return bytes.count
    }

    /// `<!DOCTYPE …>` and `<?…>`, which HTML skips.
    private mutating func endOfDeclaration() -> Int? {
        guard reading == .html, at + 2 < bytes.count else { return nil }
        let isDeclaration = bytes[at + 1] == ASCII.exclamation && bytes[at + 2].isLetter
        guard isDeclaration || bytes[at + 1] == ASCII.question else { return nil }
        return end.from(at, in: bytes).map { $0 + 1 }
    }
}
