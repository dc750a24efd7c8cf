import WebText

/// The parts of a URI reference (RFC 3986 §4.1), each with what a URI forbids percent-encoded.
struct URIReference: Sendable, Hashable {
    /// Lowercase.
    var scheme: String?
    /// Host, port and all, as written.
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    /// Longer than any server takes; what claims to be an address and is longer is an attempt at something else.
    static let longest = 4096

    /// Reads an address as a browser does: white space around it and line breaks or tabs within it do not count, so
    /// that no scheme can hide behind them. `nil` where nothing is left, where it is too long, or where it holds other
    /// control characters.
    init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard scalars.count <= Self.longest else { return nil }
        var cleaned = String.UnicodeScalarView()
        for scalar in scalars where !"\t\n\r".unicodeScalars.contains(scalar) { cleaned.append(scalar) }
        let trimmed = cleaned.drop { $0.value <= 0x20 }
        guard let end = trimmed.lastIndex(where: { $0.value > 0x20 }) else { return nil }
        let reference = trimmed[...end]
        guard reference.allSatisfy({ PlainText.isShown($0) }) else { return nil }
        self.init(parts: Substring(reference))
    }

    private init(parts: Substring) {
        var rest = parts
        if let mark = rest.firstIndex(of: "#") {
            fragment = Self.encoded(rest[rest.index(after: mark)...], keeping: Self.queryMarks)
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = Self.encoded(rest[rest.index(after: mark)...], keeping: Self.queryMarks)
            rest = rest[..<mark]
        }
        if let (name, after) = Self.scheme(of: rest) {
            scheme = name
            rest = after
        }
        if rest.hasPrefix("//") {
            let host = rest.dropFirst(2)
            let end = host.firstIndex(of: "/") ?? host.endIndex
            authority = String(host[..<end])
            rest = host[end...]
        }
        path = Self.encoded(rest, keeping: Self.pathMarks)
    }

    /// The whole of it again.
    var text: String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
            + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
    }

    /// What it leads to from the document at `base` (RFC 3986 §5.2.2).
    func resolved(against base: URIReference) -> URIReference {
        if scheme != nil { return self }
        var target = self
        target.scheme = base.scheme
        if authority != nil { return target }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else if path.hasPrefix("/") {
            target.path = Self.withoutDots(path)
        } else {
            let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) } ?? "/"
            target.path = Self.withoutDots(folder + path)
        }
        return target
    }

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for segment in segments {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        if let last = segments.last, last == "." || last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }

    private static func scheme(of text: Substring) -> (String, Substring)? {
        guard let colon = text.firstIndex(of: ":"), let first = text.unicodeScalars.first,
            first.properties.isAlphabetic,
            text[..<colon].unicodeScalars.allSatisfy({ isSchemeCharacter($0) })
        else { return nil }
        return (text[..<colon].lowercased(), text[text.index(after: colon)...])
    }

    private static func isSchemeCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "+-.".unicodeScalars.contains(scalar))
    }
}
