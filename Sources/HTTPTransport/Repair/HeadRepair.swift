import NIOCore

/// Repairs of a response's head (RFC 9112 §2.2, §4, §5, §6.3).
///
/// Old scripts end lines with a bare line feed and fold long fields; a warning of an interpreter stands among the fields;
/// what stands before a server repeats its length, or says how the body was packed a second time. A field that is none
/// is left out, as browsers do. What decides where the body ends is left out only where something else decides it:
/// lengths that differ stay, and spoil the response.
struct HeadRepair {
    let status: Int
    /// Whether the body comes in chunks.
    private(set) var isChunked = false
    private let statusLine: [UInt8]
    private var fields: [FieldLine] = []

    private static let (lengthField, transferField) = ("content-length", "transfer-encoding")

    /// Reads a whole head, with the empty line behind it.
    ///
    /// - Returns: `nil` where its status line can't be understood.
    init?(_ head: ByteBufferView) {
        var lines = head.split(separator: Octet.lineFeed, omittingEmptySubsequences: false).map(Self.withoutReturns)
            .drop { $0.isEmpty }
        guard let first = lines.popFirst(), let (status, statusLine) = Self.readStatusLine(first) else { return nil }
        (self.status, self.statusLine) = (status, statusLine)
        var isFieldKept = false
        for line in lines where !line.isEmpty {
            guard !line.prefix(1).contains(where: Octet.isBlank) else {
                if isFieldKept { fields[fields.count - 1].unfold(line) }
                continue
            }
            let field = FieldLine(line)
            isFieldKept = field != nil
            if let field { fields.append(field) }
        }
        settleTransferCodings()
        settleLengths()
        fields.removeAll { $0.hasControls && ![Self.lengthField, Self.transferField].contains($0.name) }
    }

    /// The head as it should have been.
    var bytes: [UInt8] {
        ([statusLine] + fields.map(\.line)).reduce(into: []) { $0 += $1 + Octet.lineEnd } + Octet.lineEnd
    }

    private static func withoutReturns(_ line: ByteBufferView) -> [UInt8] {
        var line = Array(line)
        while line.last == Octet.carriageReturn { line.removeLast() }
        return line
    }

    /// Whether a line, or as much as has come of one, may be a status line.
    static func mayBegin(with line: some Collection<UInt8>) -> Bool {
        let start = String(decoding: line.prefix(longestStart), as: UTF8.self).lowercased()
        return starts.contains { $0.hasPrefix(start) || start.hasPrefix($0) }
    }

    private static let starts = ["http/1.", "http/2"]
    private static let longestStart = 7

    /// The status that a status line says, and the line as it should be. A higher version than 1.1 is read as 1.1, since
    /// nobody asked for it (RFC 9110 §2.5): scripts say 2 where their server does.
    private static func readStatusLine(_ line: some Collection<UInt8>) -> (status: Int, line: [UInt8])? {
        let line = Array(line)
        let version = line.prefix { !Octet.isBlank($0) }
        guard let sound = soundVersion(String(decoding: version, as: UTF8.self).uppercased()) else { return nil }
        let rest = line[version.endIndex...].drop(while: Octet.isBlank)
        let digits = rest.prefix(while: Octet.isDigit)
        guard digits.count == 3, let status = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let reason = rest.dropFirst(3)
        let isSpaced = rest.startIndex == version.endIndex + 1 && line[version.endIndex] == Octet.space
        let isSound = isSpaced && version.elementsEqual(sound.utf8) && !reason.contains(where: Octet.isControl)
        if isSound, reason.first.map({ $0 == Octet.space }) ?? true { return (status, line) }
        let words = reason.drop(while: Octet.isBlank).filter { !Octet.isControl($0) }
        return (status, Array("\(sound) ".utf8) + digits + [Octet.space] + words)
    }

    private static func soundVersion(_ version: String) -> String? {
        switch version {
        case "HTTP/1.0": version
        case "HTTP/2", "HTTP/2.0": "HTTP/1.1"
        default: version.wholeMatch(of: /HTTP\/1\.[0-9]/) == nil ? nil : "HTTP/1.1"
        }
    }

    /// Has `Transfer-Encoding` say no more than that the body comes in chunks, where it does; then no length counts
    /// (RFC 9112 §6.3). By what else it says the body is packed is put behind the content codings, since that was done
    /// later. `identity` and words that are no coding say nothing.
    private mutating func settleTransferCodings() {
        let said = fields.filter { $0.name == Self.transferField }
        guard !said.isEmpty else { return }
        let codings = said.flatMap(\.members).map { ContentCoding.name(of: $0) }
        isChunked = codings.contains("chunked")
        let packings = codings.filter(ContentCoding.isKnown)
        if isChunked || !packings.isEmpty { fields.removeAll { $0.name == Self.lengthField } }
        if said.count == 1, !said[0].hasControls, said[0].members.map({ $0.lowercased() }) == ["chunked"] { return }
        fields.removeAll { $0.name == Self.transferField }
        if isChunked { fields.append(FieldLine(name: "Transfer-Encoding", value: "chunked")) }
        if !packings.isEmpty {
            fields.append(FieldLine(name: "Content-Encoding", value: packings.joined(separator: ", ")))
        }
    }

    /// Has the length said once, where all that say one say the same.
    private mutating func settleLengths() {
        let indices = fields.indices.filter { fields[$0].name == Self.lengthField }
        let members = indices.flatMap { fields[$0].members }
        guard let first = indices.first, let length = members.first.map(Self.digits), !length.isEmpty,
            members.allSatisfy({ Self.digits($0) == length }),
            members.count > 1 || fields[first].hasControls
        else { return }
        fields[first] = FieldLine(name: "Content-Length", value: length)
        for index in indices.dropFirst().reversed() { fields.remove(at: index) }
    }

    /// A number without leading zeros; empty for what is none.
    private static func digits(_ text: Substring) -> String {
        guard text.utf8.allSatisfy(Octet.isDigit) else { return "" }
        let digits = text.drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }
}
