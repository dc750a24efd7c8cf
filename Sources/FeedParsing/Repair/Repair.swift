import NewsModel
import WebText

/// Turns broken markup into XML that any parser takes, and says what it did where.
///
/// It works on a whole document in UTF-8. Document type, comments and processing instructions are left out, so that the
/// parser meets no entity but its own: what a document declares as a text is written out. Line breaks stay, so that lines
/// keep their numbers.
struct Repair {
    struct Result {
        var bytes: [UInt8]
        var warnings: [FeedWarning]
    }

    let input: Bytes
    let limits: FeedLimits
    var at = 0
    var output: [UInt8] = []
    var elements = OpenElements()
    /// Set once the root element has ended: all that follows belongs into it, or nowhere.
    var isAfterRoot = false
    /// Whether it has ever ended, though another one may have followed.
    var hasRootEnded = false
    var failure: FeedError?
    /// What the document declares that names stand for.
    private(set) var declared: [String: [UInt8]] = [:]
    /// How much more may be written for them.
    var bytesForDeclared = 1 << 20

    private var hasDocumentType = false
    private var commentEnd = NextOccurrence(of: "-->")
    private var sectionStart = NextOccurrence(of: "<![CDATA[")
    private var sectionEnd = NextOccurrence(of: "]]>")
    private var instructionEnd = NextOccurrence(of: "?>")
    private var lineEnd = NextOccurrence(of: "\n")
    private var tagEnd = NextOccurrence(of: ">")

    private var warnings: [FeedWarning] = []
    private let firstLine: Int
    private var countedLines: (upTo: Int, line: Int)

    private static let maxWarnings = 100
    /// A fault that occurs everywhere is told so often.
    private static let maxRepetitions = 10
    private var repetitions = [Int](repeating: 0, count: Fault.allCases.count)

    init(_ input: Bytes, line: Int, limits: FeedLimits) {
        self.input = input
        self.limits = limits
        firstLine = line
        countedLines = (0, line)
        output.reserveCapacity(input.count + 256)
    }

    mutating func result() throws(FeedError) -> Result {
        var cancellation = CancellationCheck()
        while at < input.count {
            step()
            if let failure { throw failure }
            try cancellation.check()
        }
        closeAll()
        return Result(bytes: output, warnings: warnings)
    }

    /// Says what was wrong at `offset`, and with what.
    mutating func warn(_ fault: Fault, _ subject: @autoclosure () -> String? = nil, at offset: Int) {
        guard warnings.count < Self.maxWarnings, repetitions[fault.rawValue] < Self.maxRepetitions else { return }
        repetitions[fault.rawValue] += 1
        let message = subject().map { "\(fault.message): \($0)" } ?? fault.message
        warnings.append(FeedWarning(line: line(of: offset), message: message))
    }

    private mutating func line(of offset: Int) -> Int {
        if offset < countedLines.upTo { countedLines = (0, firstLine) }
        countedLines.line += input[countedLines.upTo..<offset].count { $0 == ASCII.lineFeed }
        countedLines.upTo = offset
        return countedLines.line
    }

    private mutating func step() {
        if input[at] != ASCII.lessThan {
            readText()
        } else if at + 1 < input.count, input[at + 1] == ASCII.exclamation {
            readDeclaration()
        } else if at + 1 < input.count, input[at + 1] == ASCII.question {
            readInstruction()
        } else if at + 1 < input.count, input[at + 1] == ASCII.slash {
            readEndTag()
        } else {
            readStartTag()
        }
    }

    /// Moves on without writing anything but the line breaks on the way.
    mutating func skip(to end: Int) {
        for byte in input[at..<end] where byte == ASCII.lineFeed { output.append(byte) }
        at = end
    }

    /// A `<` that begins nothing is meant as one.
    mutating func writeLessThan() {
        if elements.isEmpty || isAfterRoot {
            at += 1
            return
        }
        warn(.lessThan, at: at)
        output.append("&lt;")
        at += 1
    }

    /// `<!`: a comment, CDATA, a document type.
    private mutating func readDeclaration() {
        if input.starts(withWord: "<!--", at: at) {
            let end = commentEnd.from(at + 4, in: input)
            if end == nil { warn(.comment, at: at) }
            // One that does not end hides no more than its line.
            let next = end.map { $0 + 3 } ?? lineEnd.from(at, in: input) ?? input.count
            skip(to: next)
        } else if input.starts(withWord: "<![cdata[", at: at) {
            readCDATA()
        } else if input.starts(withWord: "<!doctype", at: at), elements.isEmpty {
            readDocumentType()
        } else {
            writeLessThan()
        }
    }

    /// Skips the document type, and takes over what its brackets declare.
    private mutating func readDocumentType() {
        // A document has one; of thousands each would search to the end of it for its bracket.
        let type = hasDocumentType ? nil : DocumentType(in: input, at: at)
        hasDocumentType = true
        if let type, type.end != nil { declared = type.entities }
        skip(to: type?.end ?? tagEnd.from(at, in: input).map { $0 + 1 } ?? input.count)
    }

    private mutating func readInstruction() {
        let end =
            instructionEnd.from(at + 2, in: input).map { $0 + 2 } ?? tagEnd.from(at, in: input).map { $0 + 1 }
        skip(to: end ?? input.count)
    }

    private mutating func readCDATA() {
        let start = at + 9
        let end = endOfCDATA(from: start)
        if elements.isEmpty || isAfterRoot { return skip(to: min(end + 3, input.count)) }
        writeText(in: start..<end, isCDATA: true)
        at = input.starts(withWord: "]]>", at: end) ? end + 3 : end
    }

    /// Where the content of a CDATA section ends: at its mark, or where that is missing, where its element does.
    private mutating func endOfCDATA(from start: Int) -> Int {
        let mark = sectionEnd.from(start, in: input)
        // Sections do not nest: another start before the mark says that the mark is not this one's.
        let isDoubtful = mark.map { sectionStart.from(start, in: input) ?? $0 < $0 } ?? true
        guard isDoubtful else { return mark ?? input.count }
        // Not behind the mark: each section of thousands would search to the end of the document.
        let within = input.part(0..<(mark ?? input.count))
        guard let name = elements.last, let end = within.endTag(name, from: start) else {
            if mark == nil { warn(.sectionOpen, at: at) }
            return mark ?? input.count
        }
        warn(.sectionOpen, at: at)
        return end
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Where the end tag of an element stands next.
    fileprivate func endTag(_ name: [UInt8], from start: Int) -> Int? {
        var at = start
        while let found = first("</", from: at) {
            if self[(found + 2)...].starts(with: name) { return found }
            at = found + 2
        }
        return nil
    }
}
