import WebText

/// Takes the CDATA sections out of a document, so that the parser need not look at them.
///
/// What a section holds is text as it stands; most of a feed's bytes are in sections, and the parser would go over each
/// of them four times. In the place of a section it gets a processing instruction, and when it tells of that, the text
/// is taken from the document itself.
struct SectionSplitter {
    private enum State {
        case markup
        /// In a section or a comment that has no end yet, which was searched for up to `searched`.
        case section(start: Int, searched: Int)
        case comment(searched: Int)
    }

    /// What stands for a section. The name is nobody's; if it is, the counts differ in the end.
    static let instruction: StaticString = "<?_s?>"
    static let target: StaticString = "_s"

    /// Where the contents of the sections are in the document, in its order.
    private(set) var sections: [Range<Int>] = []
    private var state = State.markup
    /// Whether what is left can only be understood with more of the document.
    private var isWaiting = false
    /// Up to here the document was dealt with.
    private var done: Int

    init(from start: Int) {
        done = start
    }

    /// Writes what the parser is to get of a document that is there up to `end`, and no further if it is complete.
    mutating func split(_ document: Bytes, upTo end: Int, isComplete: Bool, into output: inout ByteBuffer) {
        let bytes = document.part(0..<end)
        isWaiting = false
        while done < end, !isWaiting {
            switch state {
            case .markup: readMarkup(bytes, isComplete, &output)
            case .section(let start, let searched): readSection(bytes, start, searched, isComplete, &output)
            case .comment(let searched): readComment(bytes, searched, isComplete, &output)
            }
        }
    }

    private mutating func readMarkup(_ bytes: Bytes, _ isComplete: Bool, _ output: inout ByteBuffer) {
        var at = done
        while let mark = bytes.index(of: ASCII.exclamation, from: at) {
            at = mark + 1
            guard mark > done, bytes[mark - 1] == ASCII.lessThan else { continue }
            if bytes.starts(with: Self.sectionStart, at: mark - 1) {
                output.append(bytes.part(done..<mark - 1))
                done = mark + 8
                state = .section(start: done, searched: done)
                return
            }
            if bytes.starts(with: Self.commentStart, at: mark - 1) {
                state = .comment(searched: mark + 3)
                return
            }
        }
        // The start of a section may be cut here.
        let rest =
            isComplete ? bytes.count : max(done, bytes.startOfCut(within: Self.sectionStart.utf8CodeUnitCount - 1))
        output.append(bytes.part(done..<rest))
        done = rest
        isWaiting = true
    }

    private static let sectionStart: StaticString = "<![CDATA["
    private static let commentStart: StaticString = "<!--"

    private mutating func readSection(
        _ bytes: Bytes, _ start: Int, _ searched: Int, _ isComplete: Bool, _ output: inout ByteBuffer
    ) {
        if let end = bytes.first("]]>", from: searched) {
            output.append(Self.instruction)
            sections.append(start..<end)
            done = end + 3
            state = .markup
        } else if isComplete {
            // The parser is to see that it does not end.
            output.append(Self.sectionStart)
            output.append(bytes.part(start..<bytes.count))
            done = bytes.count
        } else {
            state = .section(start: start, searched: max(start, bytes.count - 2))
            isWaiting = true
        }
    }

    /// A comment goes to the parser as it is; a section in it is none.
    private mutating func readComment(
        _ bytes: Bytes, _ searched: Int, _ isComplete: Bool, _ output: inout ByteBuffer
    ) {
        if let end = bytes.first("-->", from: searched) {
            output.append(bytes.part(done..<end + 3))
            done = end + 3
            state = .markup
        } else {
            state = .comment(searched: max(searched, bytes.count - 2))
            let rest = isComplete ? bytes.count : max(done, bytes.count - 2)
            output.append(bytes.part(done..<rest))
            done = rest
            isWaiting = true
        }
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether `text` stands at `offset`, byte by byte.
    fileprivate func starts(with text: StaticString, at offset: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count - offset >= length else { return false }
        return (0..<length).allSatisfy { self[offset + $0] == text.utf8Start[$0] }
    }

    /// Where the last `<` stands, if it is among the last `length` bytes; the end otherwise.
    fileprivate func startOfCut(within length: Int) -> Int {
        let tail = Swift.max(0, count - length)..<count
        return self[tail].lastIndex(of: ASCII.lessThan) ?? count
    }
}
