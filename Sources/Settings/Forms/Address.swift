import Foundation

/// An absolute `http` or `https` address, taken apart. Where it leads is not judged here.
struct Address: Sendable, Hashable {
    let text: String
    let scheme: String
    /// What stands before the `@`.
    let credentials: String?
    /// In small letters; an IPv6 address keeps its brackets.
    let host: String
    let port: Int?
    let path: String
    let query: String?
    let fragment: String?

    /// The most characters of an address.
    static let mostCharacters = 4096

    init(_ text: String) throws(InvalidValue) {
        guard !text.isLonger(than: Self.mostCharacters) else {
            throw InvalidValue("it is longer than \(Self.mostCharacters) characters")
        }
        guard !text.unicodeScalars.contains(where: isControlOrSpace) else {
            throw InvalidValue("an address holds no spaces; write %20 for one")
        }
        let (scheme, rest) = try Self.splitScheme(text)
        let authority = rest[..<(rest.utf8.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex)]
        let at = authority.utf8.lastIndex(of: UInt8(ascii: "@"))
        if at == nil, Self.endsWithinPassword(authority, before: rest[authority.endIndex...]) {
            throw InvalidValue(Self.escapes, hidesText: true)
        }
        let hostAndPort = at.map { authority[authority.utf8.index(after: $0)...] } ?? authority
        (host, port) = try Self.splitPort(hostAndPort)
        let behind = rest[authority.endIndex...]
        let hash = behind.utf8.firstIndex(of: UInt8(ascii: "#")) ?? behind.endIndex
        let mark = behind[..<hash].utf8.firstIndex(of: UInt8(ascii: "?")) ?? hash
        self.text = text
        self.scheme = scheme
        credentials = at.map { String(authority[..<$0]) }
        path = String(behind[..<mark])
        query = mark < hash ? String(behind[behind.utf8.index(after: mark)..<hash]) : nil
        fragment = hash < behind.endIndex ? String(behind[behind.utf8.index(after: hash)...]) : nil
        guard URL(string: text) != nil else { throw InvalidValue("its spelling is not that of an address (RFC 3986)") }
    }

    private static func splitScheme(_ text: String) throws(InvalidValue) -> (String, Substring) {
        let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-") }.lowercased()
        let rest = text.dropFirst(scheme.count)
        guard scheme.first?.isLetter == true, rest.first == ":" else {
            throw InvalidValue("it begins with http:// or https://")
        }
        guard scheme == "http" || scheme == "https" else { throw InvalidValue("only http and https are asked") }
        guard rest.hasPrefix("://") else { throw InvalidValue("behind the scheme stands ://") }
        return (scheme, rest.dropFirst(3))
    }

    private static let escapes =
        "the user or password in it has to be percent-encoded, %2F for /, %3F for ? and %23 for #; where it has none, "
        + "write %40 for @"

    /// Whether a `/`, `?` or `#` of a password seems to end the host: what stands behind a colon is no port, and the `@`
    /// comes later. An `@` behind a host is otherwise as good as any character.
    private static func endsWithinPassword(_ authority: Substring, before rest: Substring) -> Bool {
        guard rest.utf8.contains(UInt8(ascii: "@")), authority.utf8.last != UInt8(ascii: "]"),
            let colon = authority.utf8.lastIndex(of: UInt8(ascii: ":"))
        else { return false }
        let port = authority[authority.utf8.index(after: colon)...]
        return port.isEmpty || !port.allSatisfy(\.isNumber)
    }

    private static func splitPort(_ text: Substring) throws(InvalidValue) -> (String, Int?) {
        // The colons of an IPv6 address stand inside brackets.
        let bracket = text.utf8.lastIndex(of: UInt8(ascii: "]")) ?? text.startIndex
        let colon = text[bracket...].utf8.lastIndex(of: UInt8(ascii: ":"))
        let host = colon.map { text[..<$0] } ?? text
        guard !host.isEmpty else { throw InvalidValue("the host is missing") }
        let isLiteral = host.utf8.first == UInt8(ascii: "[") && host.utf8.last == UInt8(ascii: "]")
        guard isLiteral || !host.utf8.contains(where: { #"[]\^|%<>"{}`:"#.utf8.contains($0) }) else {
            throw InvalidValue("its host holds a character that no host has")
        }
        guard let colon else { return (host.lowercased(), nil) }
        let digits = text[text.utf8.index(after: colon)...]
        guard let port = Int(digits), digits.allSatisfy(\.isNumber), (1...65535).contains(port) else {
            throw InvalidValue("its port is a number from 1 to 65535", hidesText: true)
        }
        return (host.lowercased(), port)
    }
}
