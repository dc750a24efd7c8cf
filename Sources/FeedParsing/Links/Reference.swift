import WebText

/// Addresses in documents, resolved as RFC 3986 §5 has it, with what browsers forgive.
package enum Reference {
    /// The address that `reference` names; absolute where it is or `base` is known, `nil` for one that leads nowhere or
    /// carries a script.
    static func resolve(_ reference: Bytes, base: String?) -> String? {
        let reference = reference.trimmed
        guard !reference.isEmpty, reference.count <= longest else { return nil }
        if isWeb(reference), !holdsBlank(reference) { return reference.string }
        let text = clean(reference)
        if let scheme = scheme(of: text) { return isScript(scheme) ? nil : text }
        guard let base, base.utf8.count <= longest, let parts = Parts(base) else { return text }
        let address = parts.resolve(text)
        return address.utf8.count <= longest ? address : nil
    }

    /// In bytes: what is longer is no address that any server takes, and as a base it would make each of thousands of
    /// links as long.
    static let longest = 4096

    static func resolve(_ reference: String, base: String?) -> String? {
        var reference = reference
        return reference.withUTF8 { resolve($0, base: base) }
    }

    /// An address as others are relative to it: without user, password, query and fragment, which are of who asked and
    /// would be handed on with every link.
    package static func base(_ address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let mark = path.firstRange(of: "://") else { return String(path) }
        let authority = path[mark.upperBound...].prefix { $0 != "/" && $0 != "\\" }
        guard let at = authority.lastIndex(of: "@") else { return String(path) }
        return String(path[..<mark.upperBound] + path[path.index(after: at)...])
    }

    /// Whether an address has a scheme.
    static func isAbsolute(_ address: String) -> Bool { isWeb(address) || scheme(of: address) != nil }

    /// Whether an address is one of the web's.
    static func isWeb(_ address: String) -> Bool {
        var address = address
        return address.withUTF8(isWeb)
    }

    private static func isWeb(_ reference: Bytes) -> Bool {
        reference.starts(withWord: "https://", at: 0) || reference.starts(withWord: "http://", at: 0)
    }

    private static func holdsBlank(_ reference: Bytes) -> Bool {
        guard let start = reference.baseAddress else { return false }
        let raw = UnsafeRawPointer(start)
        var at = 0
        // Eight bytes at once: whether one of them is less than 0x21.
        while at + 8 <= reference.count {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            if (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            at += 8
        }
        return reference[at...].contains { $0 <= ASCII.space }
    }

    /// As browsers read it (WHATWG URL §4.1): line breaks and tabs go, blanks are escaped.
    private static func clean(_ reference: Bytes) -> String {
        var text: [UInt8] = []
        for byte in reference {
            if byte == ASCII.space {
                text.append("%20")
            } else if byte > ASCII.space, byte != 0x7F {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// In lowercase; `nil` for a relative reference.
    static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: ASCII.colon) else { return nil }
        let scheme = text.utf8[..<colon]
        guard let first = scheme.first, first.isLetter else { return nil }
        let isValid = scheme.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == ASCII.plus || $0 == ASCII.minus || $0 == ASCII.dot
        }
        return isValid ? String(text[..<colon]).lowercased() : nil
    }

    private static func isScript(_ scheme: String) -> Bool {
        ["javascript", "vbscript", "data", "file", "about", "blob"].contains(scheme)
    }
}

/// An absolute address, taken apart.
private struct Parts {
    var scheme: Substring
    var authority: Substring?
    var path: Substring
    var query: Substring?

    /// `nil` for what has no hierarchy, such as `tag:` or `urn:`, or is not absolute.
    init?(_ text: String) {
        guard Reference.scheme(of: text) != nil, let colon = text.firstIndex(of: ":") else { return nil }
        scheme = text[..<colon]
        var rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("/") else { return nil }
        (authority, rest) = Self.authority(of: rest)
        (path, query) = Self.pathAndQuery(of: rest)
    }

    private static func authority(of text: Substring) -> (Substring?, Substring) {
        guard text.hasPrefix("//") else { return (nil, text) }
        let rest = text.dropFirst(2)
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        return (rest[..<end], rest[end...])
    }

    private static func pathAndQuery(of text: Substring) -> (Substring, Substring?) {
        let text = text.prefix { $0 != "#" }
        guard let mark = text.firstIndex(of: "?") else { return (text, nil) }
        return (text[..<mark], text[text.index(after: mark)...])
    }

    func resolve(_ reference: String) -> String {
        let hash = reference.firstIndex(of: "#") ?? reference.endIndex
        let fragment = reference[hash...]
        let (authority, rest) = Self.authority(of: reference[..<hash])
        let (path, query) = Self.pathAndQuery(of: rest)
        if let authority { return text(authority, Self.normal(path), query, fragment) }
        if path.isEmpty { return text(self.authority, self.path, query ?? self.query, fragment) }
        if path.hasPrefix("/") { return text(self.authority, Self.normal(path), query, fragment) }
        return text(self.authority, Self.normal(directory + path), query, fragment)
    }

    /// The path up to its last slash.
    private var directory: Substring {
        guard let slash = path.lastIndex(of: "/") else { return "/" }
        return path[...slash]
    }

    private func text(
        _ authority: Substring?, _ path: some StringProtocol, _ query: Substring?, _ fragment: Substring
    ) -> String {
        scheme + ":" + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "") + fragment
    }

    /// Without `.` and `..` (RFC 3986 §5.2.4).
    private static func normal(_ path: Substring) -> String {
        guard path.contains("/."), path.hasPrefix("/") else { return String(path) }
        var segments: [Substring] = []
        let all = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in all.enumerated() {
            let isLast = index == all.count - 1
            switch segment {
            case ".": if isLast { segments.append("") }
            case "..":
                _ = segments.popLast()
                if isLast { segments.append("") }
            default: segments.append(segment)
            }
        }
        return "/" + segments.joined(separator: "/")
    }
}
