import WebText

/// Text between tags, and in them.
extension Repair {
    mutating func readText() {
        let end = input.index(of: ASCII.lessThan, from: at) ?? input.count
        guard !elements.isEmpty, !isAfterRoot else {
            let isJunk = isAfterRoot && !input.part(at..<end).allSatisfy { $0.isBlank || $0 == 0 }
            if isJunk { warn(.textBehind, at: at) }
            return skip(to: end)
        }
        // What a document that breaks off has of an address or a date is not the address or the date.
        if end == input.count, elements.last.map(OpenElements.isWhole) ?? false { return skip(to: end) }
        writeText(in: at..<end, isCDATA: false)
        at = end
    }

    /// Writes text with what XML does not allow in it taken out or escaped.
    mutating func writeText(in range: Range<Int>, isCDATA: Bool, isAttribute: Bool = false) {
        guard range.count <= limits.maxTextBytes else {
            failure = .tooLarge(.text(limits.maxTextBytes))
            return
        }
        var start = range.lowerBound
        var at = start
        while at < range.upperBound {
            let length = lengthToReplace(at: at, in: range, isCDATA: isCDATA, isAttribute: isAttribute)
            guard length > 0 else {
                at += 1
                continue
            }
            output.append(contentsOf: input.part(start..<at))
            replace(at: at, isCDATA: isCDATA)
            at += length
            start = at
        }
        output.append(contentsOf: input.part(start..<range.upperBound))
    }

    /// How many bytes from `offset` on cannot stand in XML as they are; 0 for nearly all.
    private func lengthToReplace(at offset: Int, in range: Range<Int>, isCDATA: Bool, isAttribute: Bool) -> Int {
        let byte = input[offset]
        switch byte {
        case ASCII.ampersand:
            if isCDATA { return 1 }
            return EntityReference(in: input.part(0..<range.upperBound), at: offset, declared: declared)?.length ?? 1
        case ASCII.lessThan, ASCII.greaterThan: return 1
        case ASCII.quote where isAttribute: return 1
        case 0..<ASCII.space where !byte.isBlank || byte == 0x0C: return 1
        // U+FFFE and U+FFFF.
        case 0xEF where offset + 2 < range.upperBound && input[offset + 1] == 0xBF && input[offset + 2] >= 0xBE:
            return 3
        default: return 0
        }
    }

    private mutating func replace(at offset: Int, isCDATA: Bool) {
        switch input[offset] {
        case ASCII.lessThan: output.append("&lt;")
        case ASCII.greaterThan: output.append("&gt;")
        case ASCII.quote: output.append("&quot;")
        case ASCII.ampersand where isCDATA: output.append("&amp;")
        case ASCII.ampersand: replaceReference(at: offset)
        default: warn(.character, at: offset)
        }
    }

    private mutating func replaceReference(at offset: Int) {
        guard let reference = EntityReference(in: input, at: offset, declared: declared) else {
            warn(.ampersand, at: offset)
            return output.append("&amp;")
        }
        let name = input.part(offset + 1..<offset + reference.length - 1)
        switch reference {
        case .declared(let text, _):
            guard text.count <= bytesForDeclared else {
                warn(.entitiesTooLong, at: offset)
                output.append("&amp;")
                return output.append(contentsOf: input.part(offset + 1..<offset + reference.length))
            }
            bytesForDeclared -= text.count
            writeEscaped(text)
        case .known(let entity):
            let isXML = name[0] == ASCII.hash || Self.isXML(name)
            if !isXML { warn(.entity, "&\(name.string);", at: offset) }
            var text: [UInt8] = []
            entity.append(to: &text)
            writeEscaped(text)
        }
    }

    /// Whether a name is one of the five that every document has (XML 1.0 §4.6).
    static func isXML(_ name: Bytes) -> Bool {
        name.isWord("lt") || name.isWord("gt") || name.isWord("amp") || name.isWord("quot") || name.isWord("apos")
    }

    private mutating func writeEscaped(_ text: [UInt8]) {
        for byte in text {
            switch byte {
            case ASCII.lessThan: output.append("&lt;")
            case ASCII.greaterThan: output.append("&gt;")
            case ASCII.ampersand: output.append("&amp;")
            case ASCII.quote: output.append("&quot;")
            case 0..<ASCII.space where !byte.isBlank || byte == 0x0C: break
            default: output.append(byte)
            }
        }
    }
}
