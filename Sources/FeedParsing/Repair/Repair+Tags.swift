import WebText

/// Tags: what is missing in them, and between them.
extension Repair {
    mutating func readEndTag() {
        let start = at
        let nameEnd = input.endOfName(from: at + 2)
        let name = input.part(at + 2..<nameEnd)
        guard !name.isEmpty else {
            if at + 2 < input.count, input[at + 2] == ASCII.greaterThan { return skip(to: at + 3) }
            return writeLessThan()
        }
        let end = input[nameEnd...].firstIndex { $0 == ASCII.greaterThan || $0 == ASCII.lessThan } ?? input.count
        skip(to: end < input.count && input[end] == ASCII.greaterThan ? end + 1 : end)
        guard let count = elements.countToClose(name) else {
            let isVoid = HTMLNames.void.contains(name.string.lowercased())
            if !isVoid, !isAfterRoot { warn(.endTagStray, "</\(name.string)>", at: start) }
            return
        }
        for left in stride(from: count, to: 0, by: -1) {
            if left > 1, let open = elements.last { warn(.elementOpen, "<\(open.text)>", at: start) }
            closeLast()
        }
    }

    mutating func readStartTag() {
        let nameEnd = input.endOfName(from: at + 1)
        let name = input.part(at + 1..<nameEnd)
        guard !name.isEmpty else { return writeLessThan() }
        guard let end = endOfTag(from: nameEnd) else { return at == input.count ? () : writeLessThan() }
        let isRoot = elements.isEmpty
        open(name, attributes: nameEnd..<end.content, isClosed: end.isClosed)
        // What is no feed is not worth more than its name; a web page may have a thousand elements that nobody closed.
        skip(to: isRoot && !Element.Name.isRoot(name) ? input.count : end.next)
    }

    /// Where a tag ends: its content, what follows it, and whether it is an end tag too. `nil` where it is none.
    private mutating func endOfTag(from start: Int) -> (content: Int, next: Int, isClosed: Bool)? {
        var at = start
        var previous: UInt8 = 0
        while at < input.count {
            let byte = input[at]
            if byte == ASCII.greaterThan {
                let isClosed = previous == ASCII.slash
                return (isClosed ? at - 1 : at, at + 1, isClosed)
            }
            if byte == ASCII.lessThan { return endOfOpenTag(from: start, to: at) }
            if byte == ASCII.quote || byte == ASCII.apostrophe, previous == ASCII.equals {
                guard let close = endOfValue(from: at) else { return endOfUnquotedTag(from: at) }
                at = close
            }
            if !byte.isBlank { previous = byte }
            at += 1
        }
        // A tag in which the document breaks off is worth nothing.
        warn(.truncated, "in a tag", at: self.at)
        self.at = input.count
        return nil
    }

    /// The quote that ends a value: not one beyond the next tag, unless no `<` stands in between.
    private func endOfValue(from quote: Int) -> Int? {
        guard let close = input.index(of: input[quote], from: quote + 1) else { return nil }
        let value = input.part(quote..<close)
        guard let tag = value.index(of: ASCII.lessThan, from: 0) else { return close }
        // `title="a <b> c"` is a value; `href="x>…<a href="` is one that was not closed.
        return value.part(0..<tag).contains(ASCII.greaterThan) ? nil : close
    }

    /// A tag in which a quote is missing, so that it ends with the first `>`.
    private mutating func endOfUnquotedTag(from quote: Int) -> (content: Int, next: Int, isClosed: Bool)? {
        guard let close = input.index(of: ASCII.greaterThan, from: quote) else {
            warn(.truncated, "in a tag", at: at)
            at = input.count
            return nil
        }
        let isClosed = input[close - 1] == ASCII.slash
        return (isClosed ? close - 1 : close, close + 1, isClosed)
    }

    /// A tag that another begins in: it ended before, if there is anything of a tag about it.
    private mutating func endOfOpenTag(from start: Int, to end: Int) -> (content: Int, next: Int, isClosed: Bool)? {
        if let close = input.part(0..<end).index(of: ASCII.greaterThan, from: start) {
            return (close, close + 1, false)
        }
        let name = input.part(at + 1..<start).string.lowercased()
        let isTag = HTMLNames.all.contains(name) || Element.Name(rawValue: name) != nil
        guard isTag, input[end] == ASCII.lessThan else { return nil }
        warn(.tagOpen, at: at)
        return (end, end, false)
    }

    private mutating func open(_ name: Bytes, attributes: Range<Int>, isClosed: Bool) {
        if isAfterRoot, reopens(name) { return }
        let unclosed = elements.countToClose(before: name)
        for _ in 0..<unclosed {
            if let open = elements.last { warn(.elementOpen, "<\(open.text)>", at: at) }
            closeLast()
        }
        if elements.count >= limits.maxDepth { failure = .tooLarge(.depth(limits.maxDepth)) }
        output.append(ASCII.lessThan)
        output.append(contentsOf: name)
        writeAttributes(attributes)
        let isVoid = elements.count > 2 && HTMLNames.void.contains(name.string.lowercased())
        guard elements.isEmpty || !isClosed && !isVoid else { return output.append("/>") }
        output.append(ASCII.greaterThan)
        elements.push(Array(name))
        // Even an empty root takes in what follows it.
        if isClosed { closeLast() }
    }

    /// Behind the root element: a second one of its name continues it, anything else is put into it.
    private mutating func reopens(_ name: Bytes) -> Bool {
        isAfterRoot = false
        warn(.rootSecond, "<\(name.string)>", at: at)
        return elements.last.map { $0.elementsEqual(name) } ?? false
    }

    private mutating func writeAttributes(_ range: Range<Int>) {
        var scanner = AttributeScanner(bytes: input, at: range.lowerBound, end: range.upperBound)
        var seen: Set<String> = []
        while failure == nil, let attribute = scanner.next() {
            let name = input.part(attribute.name)
            guard input.endOfName(from: attribute.name.lowerBound) == attribute.name.upperBound else { continue }
            guard seen.insert(name.string).inserted else {
                warn(.attributeTwice, name.string, at: attribute.name.lowerBound)
                continue
            }
            if seen.count > limits.maxAttributes { failure = .tooLarge(.attributes(limits.maxAttributes)) }
            if !attribute.isWellFormed {
                warn(.attributeUnquoted, name.string, at: attribute.name.lowerBound)
            }
            output.append(ASCII.space)
            output.append(contentsOf: name)
            output.append("=\"")
            writeText(in: attribute.value, isCDATA: false, isAttribute: true)
            output.append(ASCII.quote)
        }
    }

    /// Closes the innermost element; the root stays open until the document is over.
    private mutating func closeLast() {
        if elements.count == 1 {
            isAfterRoot = true
            hasRootEnded = true
            return
        }
        guard let name = elements.pop() else { return }
        output.append("</")
        output.append(contentsOf: name)
        output.append(ASCII.greaterThan)
    }

    mutating func closeAll() {
        if let open = elements.last, !hasRootEnded || elements.count > 1 {
            warn(.truncated, "in <\(open.text)>", at: input.count)
        }
        while let name = elements.pop() {
            output.append("</")
            output.append(contentsOf: name)
            output.append(ASCII.greaterThan)
        }
    }
}

extension [UInt8] {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The end of the XML name that begins at `offset`; `offset` itself where none does.
    fileprivate func endOfName(from offset: Int) -> Int {
        var at = offset
        guard at < count, isNameStart(self[at]) else { return offset }
        while at < count, isNameByte(self[at]) { at += 1 }
        // A name does not end in a colon, and has one at most.
        let name = part(offset..<at)
        guard let colon = name.index(of: ASCII.colon, from: 0) else { return at }
        if let second = name.index(of: ASCII.colon, from: colon + 1) {
            return offset + (second == colon + 1 ? colon : second)
        }
        return colon == name.count - 1 || !isNameStart(name[colon + 1]) ? offset + colon : at
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "_")
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || byte == ASCII.minus || byte == ASCII.dot || byte == ASCII.colon
            || byte == UInt8(ascii: "_")
    }
}
