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

    init(_ text: String) throws(Complaint) {
        guard text.count <= Self.mostCharacters else {
            throw Complaint("it is longer than \(Self.mostCharacters) characters")
        }
        guard !text.unicodeScalars.contains(where: { isControl($0) || $0.properties.isWhitespace }) else {
            throw Complaint("an address holds no spaces; write %20 for one")
        }
        let (scheme, rest) = try Self.splitScheme(text)
        let authority = rest.prefix { !"/?#".contains($0) }
        let at = authority.lastIndex(of: "@")
        let hostAndPort = at.map { authority[authority.index(after: $0)...] } ?? authority
        (host, port) = try Self.splitPort(hostAndPort)
        let behind = rest[authority.endIndex...]
        let hash = behind.firstIndex(of: "#") ?? behind.endIndex
        let mark = behind[..<hash].firstIndex(of: "?") ?? hash
        self.text = text
        self.scheme = scheme
        credentials = at.map { String(authority[..<$0]) }
        path = String(behind[..<mark])
        query = mark < hash ? String(behind[behind.index(after: mark)..<hash]) : nil
        fragment = hash < behind.endIndex ? String(behind[behind.index(after: hash)...]) : nil
        guard URL(string: text) != nil else { throw Complaint("its spelling is not that of an address (RFC 3986)") }
    }

    private static func splitScheme(_ text: String) throws(Complaint) -> (String, Substring) {
        let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-") }.lowercased()
        let rest = text.dropFirst(scheme.count)
        guard scheme.first?.isLetter == true, rest.first == ":" else {
            throw Complaint("it begins with http:// or https://")
        }
        guard scheme == "http" || scheme == "https" else { throw Complaint("only http and https are asked") }
        guard rest.hasPrefix("://") else { throw Complaint("behind the scheme stands ://") }
        return (scheme, rest.dropFirst(3))
    }

    private static func splitPort(_ text: Substring) throws(Complaint) -> (String, Int?) {
        // The colons of an IPv6 address stand inside brackets.
        let bracket = text.lastIndex(of: "]") ?? text.startIndex
        let colon = text[bracket...].lastIndex(of: ":")
        let host = colon.map { text[..<$0] } ?? text
        guard !host.isEmpty else { throw Complaint("the host is missing") }
        let isLiteral = host.first == "[" && host.last == "]"
        guard isLiteral || !host.contains(where: { #"[]\^|%<>"{}`:"#.contains($0) }) else {
            throw Complaint("its host holds a character that no host has")
        }
        guard let colon else { return (host.lowercased(), nil) }
        let digits = text[text.index(after: colon)...]
        guard let port = Int(digits), digits.allSatisfy(\.isNumber), (1...65535).contains(port) else {
            throw Complaint("its port is a number from 1 to 65535")
        }
        return (host.lowercased(), port)
    }
}
